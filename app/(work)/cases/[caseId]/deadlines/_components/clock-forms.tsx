import { Disclosure } from "@/app/_ui/disclosure";
import { DateField, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { clockTitle } from "@/lib/law/clocks/labels";
import type { CaseClock } from "@/lib/law/clocks/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { answerClockAction, extendClockAction, pauseClockAction, resumeClockAction } from "../actions";

type Props = { caseId: string; clock: CaseClock };
/** `allowed`: the later day that the rule itself names, when it is granted. */
type Extendable = Props & { allowed: CivilDate | null };

const reasonHint = t("Saved with the clock. Do not include names");

/** What may be done with a clock. One that a record answers is answered there, so it has no form for it. */
export function ClockForms({ caseId, clock, allowed }: Extendable) {
  const byHand = clock.key.startsWith("hand:");
  if (clock.warning && !byHand) return null;
  const paused = clock.state === "paused";
  return (
    <div className="row">
      {byHand ? <AnswerForm caseId={caseId} clock={clock} /> : null}
      {paused ? <ResumeForm caseId={caseId} clock={clock} /> : null}
      {paused || clock.warning ? null : (
        <>
          <ExtendForm caseId={caseId} clock={clock} allowed={allowed} />
          <PauseForm caseId={caseId} clock={clock} />
        </>
      )}
    </div>
  );
}

function Which({ caseId, clock }: Pick<Props, "caseId" | "clock">) {
  return (
    <>
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="clockKey" value={clock.key} />
    </>
  );
}

function PauseForm({ caseId, clock }: Props) {
  return (
    <Disclosure label={t("Pause")}>
      <ActionForm action={pauseClockAction} label={t("Pause {clock}", { clock: clockTitle(clock) })}>
        <Which caseId={caseId} clock={clock} />
        <p className="muted">
          {t(
            "The deadline is paused from today and no reminders are sent. When it resumes, its date moves by the number of days it was paused.{value}",
            { value: clock.kind === "L" ? t(" The date set by law does not move.") : "" },
          )}
        </p>
        <TextField name="reason" label={t("Why")} hint={reasonHint} required />
        <SubmitFoot variant="secondary" pendingText={t("Pausing")}>
          {t("Pause this clock")}
        </SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}

function ResumeForm({ caseId, clock }: Props) {
  return (
    <Disclosure label={t("Resume it")}>
      <ActionForm action={resumeClockAction} label={t("Resume {clock}", { clock: clockTitle(clock) })}>
        <Which caseId={caseId} clock={clock} />
        <TextField name="reason" label={t("Why")} hint={reasonHint} required />
        <SubmitFoot variant="secondary" pendingText={t("Starting again")}>
          {t("Resume this clock")}
        </SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}

function ExtendForm({ caseId, clock, allowed }: Extendable) {
  const law = clock.kind === "L";
  return (
    <Disclosure label={t("Change the date")}>
      <ActionForm action={extendClockAction} label={t("Change the date of {clock}", { clock: clockTitle(clock) })}>
        <Which caseId={caseId} clock={clock} />
        {law ? (
          <p className="muted">
            {t(
              "The law sets this date and it does not move by itself. Record a different date only if somebody with the power to do so granted it.",
            )}
          </p>
        ) : null}
        <div className="cols cols--2">
          <DateField
            name="until"
            label={t("New day")}
            hint={
              allowed
                ? t("The rule allows until {allowed} when it is granted", { allowed: formatDate(allowed) })
                : undefined
            }
            defaultValue={allowed ?? undefined}
            required
          />
          {law ? (
            <TextField
              name="grantedBy"
              label={t("Granted by")}
              hint={t("The court or the office, for example")}
              required
            />
          ) : null}
          <TextField name="reason" label={t("Why")} hint={reasonHint} required />
        </div>
        <SubmitFoot variant="secondary" pendingText={t("Saving the date")}>
          {t("Save the new date")}
        </SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}

function AnswerForm({ caseId, clock }: Props) {
  return (
    <Disclosure label={t("Answered")}>
      <ActionForm action={answerClockAction} label={t("Answer {clock}", { clock: clockTitle(clock) })}>
        <input type="hidden" name="caseId" value={caseId} />
        <input type="hidden" name="clockId" value={clock.key.slice("hand:".length)} />
        <div className="cols cols--2">
          <DateField name="on" label={t("On which day")} required />
          <TextField
            name="note"
            label={t("What answered it")}
            hint={t("For example: the letter of the court came. Do not include names")}
            required
          />
        </div>
        <SubmitFoot variant="secondary" pendingText={t("Saving the answer")}>
          {t("Remove it from the list")}
        </SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}
