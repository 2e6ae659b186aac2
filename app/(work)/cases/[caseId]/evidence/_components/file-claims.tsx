import { Disclosure } from "@/app/_ui/disclosure";
import { Notice } from "@/app/_ui/notice";
import { claimedWords } from "@/lib/evidence/exhibits/claims/labels";
import { takenOver } from "@/lib/evidence/exhibits/claims/rules";
import type { ExhibitView } from "@/lib/evidence/exhibits/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";
import type { CaptureOptions } from "./capture-fields";
import { ClaimsOffer } from "./claims-offer";

type Props = { caseId: string; exhibits: readonly ExhibitView[]; zones: CaptureOptions["zones"] };

/** What would be filled in from the files of these exhibits, and one button for all of it. Nothing if there is none. */
export function FileClaims({ caseId, exhibits, zones }: Props) {
  const zone = zones[0]?.value ?? "UTC";
  const offered = exhibits
    .map((exhibit) => ({ exhibit, details: takenOver(exhibit, exhibit.claims, zone).details }))
    .filter(({ details }) => Object.keys(details).length > 0);
  if (offered.length === 0) return null;
  const count = plural(offered.length, "exhibit");
  return (
    <Notice kind="info" title={t("The files of {count} say when or with what they were made", { count })}>
      <p>{t("These are claims of the files, not proof. What somebody typed stays as it is.")}</p>
      <Disclosure label={t("What would be filled in")}>
        <ul className="stack stack--s">
          {offered.map(({ exhibit, details }) => (
            <li key={exhibit.id}>
              <span className="strong">{exhibit.label}</span> {offeredWords(exhibit, details)}
            </li>
          ))}
        </ul>
      </Disclosure>
      <ClaimsOffer
        caseId={caseId}
        exhibitIds={offered.map(({ exhibit }) => exhibit.id)}
        zones={zones}
        asksZone={offered.some(({ exhibit, details }) => details.capturedAt && exhibit.claims.time?.offset === null)}
      >
        {t("Fill in {count} from the files", { count })}
      </ClaimsOffer>
    </Notice>
  );
}

function offeredWords({ claims: { time } }: ExhibitView, details: Record<string, string>): string {
  const { capturedAt, device, tool } = details;
  const words = [capturedAt && time ? claimedWords(time) : "", device ?? "", tool ?? ""];
  return words.filter(Boolean).join("; ");
}
