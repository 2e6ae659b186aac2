import type { ReactNode } from "react";
import { DateField, TextArea } from "@/app/_ui/field";
import { ActionForm, type FormAction } from "@/app/_ui/form";
import { SubmitButton, SubmitFoot } from "@/app/_ui/submit-button";
import type { DoIt } from "@/lib/oversight/my-work/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { addDays } from "@/lib/platform/time/calendar";
import { logContactAction, sendStepAction, snoozeItemAction, wakeItemAction } from "../queue-actions";

/** `of`: whose queue is open, so that the page comes back as it was. */
type Known = { caseId: string; doIt: DoIt; of: string | null };

function StepForm(props: Known & { action: FormAction; label: string; children: ReactNode }) {
  const { action, label, caseId, doIt, of, children } = props;
  return (
    <ActionForm action={action} label={label} className="stack">
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="stepKey" value={doIt.stepKey ?? ""} />
      <input type="hidden" name="part" value={doIt.part} />
      <input type="hidden" name="of" value={of ?? ""} />
      {children}
    </ActionForm>
  );
}

export function LogForm(known: Known) {
  return (
    <StepForm {...known} action={logContactAction} label={t("Log a call, letter or reply")}>
      <DateField name="on" label={t("On")} defaultValue={known.doIt.today} />
      <TextArea name="note" label={t("What was said or sent")} rows={3} hint={t("Encrypted.")} />
      <SubmitFoot pendingText={t("Saving")} variant="secondary">
        {t("Save")}
      </SubmitFoot>
    </StepForm>
  );
}

export function SendForm(known: Known) {
  return (
    <StepForm {...known} action={sendStepAction} label={t("Mark as sent")}>
      <DateField name="on" label={t("Sent or given on")} defaultValue={known.doIt.today} />
      <SubmitFoot pendingText={t("Saving")} variant="secondary" icon="send">
        {t("Mark as sent")}
      </SubmitFoot>
    </StepForm>
  );
}

export function SnoozeForm({ caseId, doIt, of }: Known) {
  const last = doIt.snoozeUntil ?? doIt.today;
  const next = addDays(doIt.today, 1);
  return (
    <ActionForm action={snoozeItemAction} label={t("Snooze")} className="stack">
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="itemKey" value={doIt.key} />
      <input type="hidden" name="of" value={of ?? ""} />
      <DateField
        name="until"
        label={t("Show it again on")}
        hint={t("Until {last} at the latest. The deadline itself does not change.", { last: formatDate(last) })}
        defaultValue={[next, last].toSorted()[0]}
      />
      <TextArea
        name="reason"
        label={t("Why it can wait")}
        rows={2}
        hint={t("Encrypted. Your colleagues on the case read it.")}
      />
      <SubmitFoot pendingText={t("Saving")} variant="secondary" icon="clock">
        {t("Snooze")}
      </SubmitFoot>
    </ActionForm>
  );
}

export function WakeForm({ snoozeId, of }: { snoozeId: string; of: string | null }) {
  return (
    <ActionForm action={wakeItemAction} label={t("Bring it back")} guard={false}>
      <input type="hidden" name="snoozeId" value={snoozeId} />
      <input type="hidden" name="of" value={of ?? ""} />
      <SubmitButton pendingText={t("Saving")} variant="quiet" small>
        {t("Bring it back")}
      </SubmitButton>
    </ActionForm>
  );
}
