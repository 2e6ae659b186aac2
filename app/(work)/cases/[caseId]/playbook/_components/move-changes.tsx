import { Panel } from "@/app/_ui/panel";
import type { PlaybookChanges, StepChange } from "@/lib/law/jurisdictions/compare-playbooks";
import { t } from "@/lib/platform/language/translate";

/** What the newer version changes, step by step, in plain sentences. */
export function MoveChanges({ changes }: { changes: PlaybookChanges }) {
  const { added, removed, renamed, changed, whole, same, from, to } = changes;
  return (
    <Panel title={t("What version {to} changes from version {from}", { to, from })} id="changes">
      {same ? <p className="muted">{t("Nothing that can be seen: only the number of the version.")}</p> : null}
      <Group title={t("Steps that come")} steps={added} />
      <Group title={t("Steps that go")} steps={removed} />
      <Group title={t("Steps with a new name")} steps={renamed} />
      <Group title={t("Steps that change")} steps={changed} />
      {whole.length > 0 ? (
        <div className="stack stack--s">
          <h3 className="small muted">{t("Levels and clocks of the whole case")}</h3>
          <Lines says={whole} />
        </div>
      ) : null}
    </Panel>
  );
}

function Group({ title, steps }: { title: string; steps: readonly StepChange[] }) {
  if (steps.length === 0) return null;
  return (
    <div className="stack stack--s">
      <h3 className="small muted">{title}</h3>
      <ul className="stack">
        {steps.map((step) => (
          <li key={step.stepKey} className="stack stack--s">
            <span className="strong">{step.title}</span>
            <Lines says={step.says} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Lines({ says }: { says: readonly string[] }) {
  return (
    <ul className="lawlines">
      {says.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
