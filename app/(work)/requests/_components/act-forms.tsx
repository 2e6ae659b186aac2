import { Select } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { DateField, TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { identityLabels } from "@/lib/privacy/data-subject-requests/labels";
import { identityWays, type RequestView } from "@/lib/privacy/data-subject-requests/types";
import { amendRequestAction, confirmIdentityAction, noteAnswerAction, withdrawRequestAction } from "../actions";

/** Nothing is granted before somebody made sure, by a way that the asker did not name. */
export function ConfirmForm({ requestId }: { requestId: string }) {
  return (
    <ActionForm action={confirmIdentityAction} label="Note who asks" prefix="identity">
      <p>Never use a number, an address or a link that came with the request. Use what you had before.</p>
      <input type="hidden" name="requestId" value={requestId} />
      <Select
        name="way"
        label="How you made sure"
        blank="Choose a way"
        options={identityWays.map((value) => ({ value, label: identityLabels[value] }))}
      />
      <DateField name="on" label="On" />
      <TextArea name="shown" label="What showed it" hint="Not the number of a document" rows={2} />
      <SubmitFoot pendingText="Saving">It is sure who asks</SubmitFoot>
    </ActionForm>
  );
}

export function AnswerForm({ requestId }: { requestId: string }) {
  return (
    <ActionForm action={noteAnswerAction} label="Note the answer" prefix="answer">
      <input type="hidden" name="requestId" value={requestId} />
      <DateField name="on" label="Answered on" />
      <TextField name="way" label="How it went" hint="Handed over in person, read out, sent by the agreed way" />
      <SubmitFoot pendingText="Saving">Mark as answered</SubmitFoot>
    </ActionForm>
  );
}

type MoveProps = { request: RequestView; staff: readonly { id: string; name: string }[] };

export function MoveForm({ request, staff }: MoveProps) {
  return (
    <Disclosure label="Another day, or somebody else">
      <ActionForm action={amendRequestAction} label="Change day or handler" prefix="move">
        <input type="hidden" name="requestId" value={request.id} />
        <Select
          name="handlerId"
          label="Who handles it"
          options={staff.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={request.handlerId}
        />
        <DateField name="dueOn" label="To answer by" defaultValue={request.dueOn ?? ""} />
        <TextField name="reason" label="Why" hint="Kept with the request" />
        <SubmitFoot variant="secondary" pendingText="Saving">
          Change it
        </SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}

export function WithdrawForm({ requestId }: { requestId: string }) {
  return (
    <Disclosure label="Taken back, or written down in error">
      <ActionForm action={withdrawRequestAction} label="Withdraw the request" prefix="withdraw">
        <input type="hidden" name="requestId" value={requestId} />
        <TextField name="reason" label="Why" hint="Kept with the request" />
        <SubmitFoot variant="secondary" pendingText="Saving">
          Withdraw it
        </SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}
