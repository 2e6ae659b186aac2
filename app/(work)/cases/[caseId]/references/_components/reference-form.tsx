"use client";

import { Radios, Select } from "@/app/_ui/choice";
import { DateField, TextArea, TextField } from "@/app/_ui/field";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { receivedViaLabels } from "@/lib/references/labels";
import { recordReferenceAction } from "../actions";

export type KindChoice = {
  value: string;
  label: string;
  hint: string;
  example: string;
  group: string;
  needsStation: boolean;
};

type Props = { caseId: string; kinds: readonly KindChoice[]; picked?: string; today: string };

const states = [
  { value: "issued", label: "I have the number" },
  {
    value: "not_yet_issued",
    label: "Not yet issued",
    hint: "We wait for it. The case shows that, and nothing is lost.",
  },
];

/** One number, however it came. What was typed stays when something needs another look. */
export function ReferenceForm({ caseId, kinds, picked, today }: Props) {
  const shown = kinds.find((kind) => kind.value === picked);
  const via = Object.entries(receivedViaLabels).map(([value, label]) => ({ value, label }));
  return (
    <ActionForm action={recordReferenceAction} label="Record a number" className="stack stack--l">
      <input type="hidden" name="caseId" value={caseId} />
      <Select
        name="kind"
        label="Kind"
        options={kinds}
        blank="Choose what kind of number this is"
        defaultValue={picked}
      />
      <Radios name="state" label="Is it there?" options={states} defaultValue="issued" />
      <TextField
        name="raw"
        label="The number"
        hint={
          shown ? shown.hint : "As it was given to you. Paste the whole SMS if you like: we take the number out of it."
        }
      />
      <TextField
        name="station"
        label="Station"
        hint="For a CAS number: every station counts for itself. Left out, we look for it in the text."
        optional
      />
      <Select name="receivedVia" label="How it came" options={via} blank="Choose how it came" />
      <div className="cols cols--2">
        <DateField name="issuedOn" label="Given on" optional />
        <DateField name="receivedOn" label="Came to us on" defaultValue={today} optional />
      </div>
      <TextField name="issuer" label="Who gave it" hint="A station, an officer, a company." optional />
      <TextArea name="note" label="Note" rows={2} optional />
      <FormFoot>
        <SubmitButton pendingText="Saving the number" icon="save">
          Save the number
        </SubmitButton>
      </FormFoot>
    </ActionForm>
  );
}
