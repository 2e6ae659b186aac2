import type { ChipKind } from "@/app/_ui/chip";
import { Notice } from "@/app/_ui/notice";
import { RefNumber } from "@/app/_ui/number";
import { Facts, Panel } from "@/app/_ui/panel";
import type { StepView } from "@/lib/escalation/ladder/types";
import type { PlaybookStep } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";

/** The tone of the chip of each state. */
export const chipKinds: Record<StepView["status"], ChipKind> = {
  done: "done",
  ready: "accent",
  begun: "accent",
  waiting: "waiting",
  overdue: "overdue",
  not_yet: "plain",
  skipped: "plain",
};

type Props = { view: StepView; step: PlaybookStep; closedBy: readonly string[] };

/** Who may send it, what closes it, what to do when it stalls or is refused. */
export function StepState({ view, step, closedBy }: Props) {
  return (
    <Panel title={t("About this step")} id="about">
      {view.warnings.map((warning) => (
        <Notice key={warning} kind="warning" title={warning} />
      ))}
      <Facts
        items={[
          { name: t("Who may send"), value: view.whoMaySend },
          { name: t("Clock"), value: view.clock ? view.clock.text : t("None") },
          { name: t("What closes it"), value: closedBy.join("; ") },
          { name: t("If it stalls"), value: step.ifStalled },
          { name: t("If it is refused"), value: step.ifRefused },
        ]}
      />
    </Panel>
  );
}

/** The one line of fact, where nothing above says it already. */
export function NowFact({ view }: { view: StepView }) {
  const { fact } = view;
  if (view.whyNotYet.includes(fact.before)) return null;
  return (
    <>
      {fact.before} {fact.number ? <RefNumber value={fact.number} /> : null}
      {fact.notYet ? <em className="ref ref--none"> {fact.notYet}</em> : null}
      {fact.after}
    </>
  );
}
