import { Chip, type ChipKind } from "@/app/_ui/chip";
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

/** The state of the step, what must come first, who may send it, what it produces. */
export function StepState({ view, step }: { view: StepView; step: PlaybookStep }) {
  const { fact } = view;
  // What unlocks the step is already in the notice.
  const isExplained = view.whyNotYet.includes(fact.before) && !fact.number && !fact.notYet && !fact.after;
  return (
    <Panel title={t("Where it stands")} id="state" end={<Chip kind={chipKinds[view.status]}>{view.word}</Chip>}>
      {view.whyNotYet.map((why) => (
        <Notice key={why} kind="info" icon="lock" title={why} />
      ))}
      {view.warnings.map((warning) => (
        <Notice key={warning} kind="warning" title={warning} />
      ))}
      <Facts
        items={[
          ...(isExplained ? [] : [{ name: t("Now"), value: <Now fact={fact} /> }]),
          { name: t("Who may send"), value: view.whoMaySend },
          { name: t("Clock"), value: view.clock ? view.clock.text : "None" },
          { name: t("If it stalls"), value: step.ifStalled },
          { name: t("If it is refused"), value: step.ifRefused },
        ]}
      />
    </Panel>
  );
}

function Now({ fact }: { fact: StepView["fact"] }) {
  if (!fact.before && !fact.number && !fact.notYet && !fact.after) return t("Nothing more to say");
  return (
    <>
      {fact.before} {fact.number ? <RefNumber value={fact.number} /> : null}
      {fact.notYet ? <em className="ref ref--none"> {fact.notYet}</em> : null}
      {fact.after}
    </>
  );
}
