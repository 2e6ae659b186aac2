"use client";

import { type Choice, Radios, Select } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { Disclosure } from "@/app/_ui/disclosure";
import { DateField, TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { OddNumber } from "@/app/(work)/_components/odd-number";
import { holderLabels, receivedViaLabels } from "@/lib/casework/references/labels";
import { recordReferenceAction } from "../actions";

export type KindChoice = {
  value: string;
  label: string;
  hint: string;
  example: string;
  group: string;
  needsStation: boolean;
  /** What is often given in place of this kind. */
  mistaken?: { value: string; label: string };
};

type Props = {
  caseId: string;
  kinds: readonly KindChoice[];
  picked?: string;
  issuer?: string;
  today: string;
  proofs: readonly Choice[];
};

const states = [
  { value: "issued", label: "I have the number" },
  {
    value: "not_yet_issued",
    label: "Not yet issued",
    hint: "We wait for it. The case shows that, and nothing is lost.",
  },
];

/** One number, however it was received. Typed text is kept if something needs checking. */
export function ReferenceForm({ caseId, kinds, picked, issuer, today, proofs }: Props) {
  const shown = kinds.find((kind) => kind.value === picked);
  const mistaken = Object.fromEntries(kinds.map((kind) => [kind.value, kind.mistaken]));
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
      <OddNumber mistaken={mistaken} />
      <TextField
        name="station"
        label="Station"
        hint="For a CAS number: every station counts for itself. Left out, we look for it in the text."
        optional
      />
      <Select
        name="receivedVia"
        label="How it came"
        options={choicesOf(receivedViaLabels)}
        blank="Choose how it came"
      />
      <div className="cols cols--2">
        <DateField name="issuedOn" label="Given on" optional />
        <DateField name="receivedOn" label="Came to us on" defaultValue={today} optional />
      </div>
      <TextField
        name="issuer"
        label="Who gave it"
        hint="A station, an officer, a company. Name the platform of a report: each has its own clock."
        defaultValue={issuer}
        optional
      />
      <Disclosure label="Proof, holder and note">
        <div className="stack">
          {proofs.length > 0 ? (
            <Select name="proofExhibitId" label="Proof" options={proofs} blank="No exhibit yet" optional />
          ) : null}
          <Select name="holder" label="Who has the proof" options={choicesOf(holderLabels)} blank="Not said" optional />
          <TextArea name="note" label="Note" rows={2} optional />
        </div>
      </Disclosure>
      <SubmitFoot pendingText="Saving the number" icon="save">
        Save the number
      </SubmitFoot>
    </ActionForm>
  );
}
