import { Chip, type ChipKind } from "@/app/_ui/chip";
import { confidenceLabels } from "@/lib/casework/cases/labels";
import { t } from "@/lib/platform/language/translate";

type Confidence = keyof typeof confidenceLabels;

const kinds: Record<Confidence, ChipKind> = { confirmed: "done", probable: "info", possible: "plain" };

/** How sure the link to the subject is, and whether something still has to show it. */
export function ConfidenceChip({ confidence, needsProof }: { confidence: Confidence; needsProof: boolean }) {
  return (
    <>
      {needsProof ? (
        <Chip kind="warning" icon="triangle-alert">
          {t("No evidence yet")}
        </Chip>
      ) : null}
      <Chip kind={kinds[confidence]} icon={confidence === "confirmed" ? "check" : "circle-help"}>
        {confidenceLabels[confidence]}
      </Chip>
    </>
  );
}
