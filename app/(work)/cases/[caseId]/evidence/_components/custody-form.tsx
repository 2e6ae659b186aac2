"use client";

import { Select } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextField } from "@/app/_ui/field";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { recordCustodyAction } from "../actions";

const options = [
  { value: "transferred", label: "Handed over outside Crossdocket" },
  { value: "copied", label: "Copied outside Crossdocket" },
  { value: "sealed", label: "Sealed, on a device or in a bag" },
  { value: "returned", label: "Returned" },
];

/** For what happens to the thing itself, on paper or on a device: the product cannot see that. */
export function CustodyForm({ exhibitId }: { exhibitId: string }) {
  return (
    <Disclosure label="Write down what happened outside Crossdocket">
      <ActionForm action={recordCustodyAction} label="Write in the custody ledger" className="stack">
        <input type="hidden" name="exhibitId" value={exhibitId} />
        <Select name="action" label="What happened" options={options} blank="Choose what happened" />
        <TextField name="purpose" label="To whom, and why" hint="By role, not by name. It cannot be changed later" />
        <FormFoot>
          <SubmitButton pendingText="Writing" look="secondary">
            Write it down
          </SubmitButton>
        </FormFoot>
      </ActionForm>
    </Disclosure>
  );
}
