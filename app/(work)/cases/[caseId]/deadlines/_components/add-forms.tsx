import { Select } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { EmptyState } from "@/app/_ui/empty-state";
import { DateField, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { KindLegend, KindMark } from "@/app/(work)/_components/clock-marks";
import { LawSources } from "@/app/(work)/_components/law-sources";
import type { RuleByHand } from "@/lib/escalation/deadlines/types";
import { clockKindMeanings } from "@/lib/law/jurisdictions/labels";
import { t } from "@/lib/platform/language/translate";
import { startClockAction } from "../actions";

/** `id` becomes the id of the clock, so that the same form sent twice starts one. */
type Props = { caseId: string; id: string };

/** A date of our own: a hearing, a promise, a phone call. */
export function AddDateForm({ caseId, id }: Props) {
  return (
    <Disclosure icon="plus" label={t("Add a date")} id="add">
      <ActionForm action={startClockAction} label={t("Add a date")} className="panel panel__body">
        <input type="hidden" name="caseId" value={caseId} />
        <input type="hidden" name="id" value={id} />
        <div className="cols cols--2">
          <TextField
            name="title"
            label={t("What is due")}
            hint={t(
              "A few words. Do not include names: it may be shown in a list. For example: Phone the clerk of the court",
            )}
            required
          />
          <DateField name="dueOn" label={t("On which day")} required />
          <TextField name="note" label={t("Note")} optional />
        </div>
        <SubmitFoot pendingText={t("Adding the date")}>{t("Add the date")}</SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}

/** A clock of the law data that no record of ours triggers, such as an access request that was received. */
export function StartClockForm({ caseId, id, rules }: Props & { rules: readonly RuleByHand[] }) {
  return (
    <Disclosure icon="timer" label={t("Start a clock")} id="start">
      <div className="panel panel__body stack">
        {rules.length === 0 ? (
          <EmptyState icon="timer" title={t("No clock needs to be started by hand")}>
            {t("Every clock of this law starts when its own event is recorded.")}
          </EmptyState>
        ) : (
          <>
            <StartFields caseId={caseId} id={id} rules={rules} />
            <Disclosure label={t("What each rule counts, and its source")}>
              <div className="stack">
                {rules.map((rule) => (
                  <div key={rule.code} className="stack stack--s">
                    <p>
                      <span className="strong">{rule.title}</span> <KindMark kind={rule.kind} />
                    </p>
                    <p>{t("{limitWords}, from: {trigger}.", { limitWords: rule.limitWords, trigger: rule.trigger })}</p>
                    <LawSources sources={rule.sources} />
                  </div>
                ))}
                <KindLegend />
              </div>
            </Disclosure>
          </>
        )}
      </div>
    </Disclosure>
  );
}

function StartFields({ caseId, id, rules }: Props & { rules: readonly RuleByHand[] }) {
  return (
    <ActionForm action={startClockAction} label={t("Start a clock")}>
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="id" value={id} />
      <div className="cols cols--2">
        <Select
          name="code"
          label={t("Which rule")}
          blank={t("Choose a rule")}
          options={rules.map((rule) => ({
            value: rule.code,
            label: `${rule.title}, ${rule.limitWords} (${clockKindMeanings[rule.kind]})`,
          }))}
          required
        />
        <DateField
          name="startedOn"
          label={t("It began on")}
          hint={t("The day of the event that triggers it")}
          required
        />
        <TextField
          name="at"
          label={t("At")}
          hint={t("Where the hour matters, such as 09:40 at the client's home")}
          short
          optional
        />
        <DateField
          name="dueOn"
          label={t("Last day")}
          hint={t("Only if a letter or order gives a date. It is used instead of ours")}
          optional
        />
        <TextField name="note" label={t("Note")} optional />
      </div>
      <SubmitFoot pendingText={t("Starting the clock")}>{t("Start the clock")}</SubmitFoot>
    </ActionForm>
  );
}
