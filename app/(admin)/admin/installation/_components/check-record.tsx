import { Chip, type ChipKind } from "@/app/_ui/chip";
import type { IconName } from "@/app/_ui/icon-names";
import { RecordPanel } from "@/app/_ui/panel";
import { checkWords, stateWords } from "@/lib/operations/installation/labels";
import type { CheckResult, CheckState } from "@/lib/operations/installation/types";
import { t } from "@/lib/platform/language/translate";

const kinds: Record<CheckState, ChipKind> = {
  ok: "done",
  look: "warning",
  fix: "overdue",
  missing: "waiting",
  unknown: "plain",
};

const icons: Partial<Record<CheckState, IconName>> = {
  look: "triangle-alert",
  missing: "circle-dashed",
  unknown: "circle-help",
};

export const StateChip = ({ state }: { state: CheckState }) => (
  <Chip kind={kinds[state]} {...(icons[state] ? { icon: icons[state] } : {})}>
    {stateWords[state]}
  </Chip>
);

/** One check: its state, since when, what was found, and what to do. */
export function CheckRecord({ result, since }: { result: CheckResult; since: string | null }) {
  const { key, state, findings } = result;
  return (
    <RecordPanel label={checkWords[key]} title={checkWords[key]} end={<StateChip state={state} />}>
      <Findings findings={findings} />
      <p className="small muted">{since ? t("Since {since}", { since }) : t("First seen like this now")}</p>
    </RecordPanel>
  );
}

/** What is not in order says so in words, because its neighbours may be. */
export function Findings({ findings }: { findings: CheckResult["findings"] }) {
  return (
    <ul className="stack stack--s">
      {findings.map(([state, what, advice]) => (
        <li key={what}>
          {findings.length > 1 && state !== "ok" ? <strong>{stateWords[state]}: </strong> : null}
          {what}
          {advice ? <div className="small muted">{advice}</div> : null}
        </li>
      ))}
    </ul>
  );
}
