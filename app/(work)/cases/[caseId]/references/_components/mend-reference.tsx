"use client";

import { Select } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextField } from "@/app/_ui/field";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { receivedViaLabels } from "@/lib/references/labels";
import { amendReferenceAction, withdrawReferenceAction } from "../actions";

/** Correct a number, fill in one that was waited for, or take off one that was never ours. */
export function MendReference({ id, waiting }: { id: string; waiting: boolean }) {
  const via = Object.entries(receivedViaLabels).map(([value, label]) => ({ value, label }));
  return (
    <Disclosure label={waiting ? "It came" : "Mend"}>
      <ActionForm action={amendReferenceAction} label="Correct the number" className="stack">
        <input type="hidden" name="referenceId" value={id} />
        <TextField name="raw" label="The number" />
        <TextField name="station" label="Station" optional />
        <Select name="receivedVia" label="How it came" options={via} blank="Choose how it came" optional />
        <FormFoot>
          <SubmitButton pendingText="Saving" look="secondary">
            Save the number
          </SubmitButton>
        </FormFoot>
      </ActionForm>
      <ActionForm action={withdrawReferenceAction} label="Withdraw the number" className="stack">
        <input type="hidden" name="referenceId" value={id} />
        <TextField name="reason" label="Why it is withdrawn" hint="It stays in the history." />
        <FormFoot>
          <SubmitButton pendingText="Withdrawing" look="danger">
            Withdraw it
          </SubmitButton>
        </FormFoot>
      </ActionForm>
    </Disclosure>
  );
}
