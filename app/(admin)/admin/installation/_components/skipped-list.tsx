import { Panel, RecordPanel } from "@/app/_ui/panel";
import { checkWords } from "@/lib/operations/installation/labels";
import type { FirstStep } from "@/lib/operations/installation/types";
import { t } from "@/lib/platform/language/translate";
import { SkipForm } from "./skip-form";

/** The steps that somebody skipped. Their checks stay below as they are. */
export function SkippedList({ steps }: { steps: readonly FirstStep[] }) {
  if (steps.length === 0) return null;
  return (
    <Panel id="skipped" title={t("Skipped")} padded={false}>
      {steps.map((step) => (
        <RecordPanel
          key={step}
          label={checkWords[step]}
          title={checkWords[step]}
          end={<SkipForm step={step} name={checkWords[step]} again />}
        >
          {null}
        </RecordPanel>
      ))}
    </Panel>
  );
}
