import { Select } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { DateField, TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { identityLabels } from "@/lib/privacy/data-subject-requests/labels";
import { identityWays, type RequestView } from "@/lib/privacy/data-subject-requests/types";
import { amendRequestAction, confirmIdentityAction, noteAnswerAction, withdrawRequestAction } from "../actions";

/** Nothing is granted before somebody made sure, by a way that the asker did not name. */
export function ConfirmForm({ requestId }: { requestId: string }) {
  return (
    <ActionForm action={confirmIdentityAction} label={t("Note who asks")} prefix="identity">
      <p>{t("Never use a number, an address or a link that came with the request. Use what you had before.")}</p>
      <input type="hidden" name="requestId" value={requestId} />
      <Select
        name="way"
        label={t("How you made sure")}
        blank={t("Choose a way")}
        options={identityWays.map((value) => ({ value, label: identityLabels[value] }))}
      />
      <DateField name="on" label={t("On")} />
      <TextArea name="shown" label={t("What showed it")} hint={t("Not the number of a document")} rows={2} />
      <SubmitFoot pendingText={t("Saving")}>{t("Confirm who is asking")}</SubmitFoot>
    </ActionForm>
  );
}

export function AnswerForm({ requestId }: { requestId: string }) {
  return (
    <ActionForm action={noteAnswerAction} label={t("Note the answer")} prefix="answer">
      <input type="hidden" name="requestId" value={requestId} />
      <DateField name="on" label={t("Answered on")} />
      <TextField
        name="way"
        label={t("How it went")}
        hint={t("For example handed over in person, read out, or sent in the agreed way")}
      />
      <SubmitFoot pendingText={t("Saving")}>{t("Mark as answered")}</SubmitFoot>
    </ActionForm>
  );
}

type MoveProps = { request: RequestView; staff: readonly { id: string; name: string }[] };

export function MoveForm({ request, staff }: MoveProps) {
  return (
    <Disclosure label={t("Another day, or somebody else")}>
      <ActionForm action={amendRequestAction} label={t("Change day or handler")} prefix="move">
        <input type="hidden" name="requestId" value={request.id} />
        <Select
          name="handlerId"
          label={t("Who handles it")}
          options={staff.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={request.handlerId}
        />
        <DateField name="dueOn" label={t("To answer by")} defaultValue={request.dueOn ?? ""} />
        <TextField name="reason" label={t("Why")} hint={t("Kept with the request")} />
        <SubmitFoot variant="secondary" pendingText={t("Saving")}>
          {t("Change it")}
        </SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}

export function WithdrawForm({ requestId }: { requestId: string }) {
  return (
    <Disclosure label={t("Withdrawn, or recorded in error")}>
      <ActionForm action={withdrawRequestAction} label={t("Withdraw the request")} prefix="withdraw">
        <input type="hidden" name="requestId" value={requestId} />
        <TextField name="reason" label={t("Why")} hint={t("Kept with the request")} />
        <SubmitFoot variant="secondary" pendingText={t("Saving")}>
          {t("Withdraw it")}
        </SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}
