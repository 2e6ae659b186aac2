"use client";

import { type Choice, Radios, Select } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { Disclosure } from "@/app/_ui/disclosure";
import { DateField, TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { OddNumber } from "@/app/(work)/_components/odd-number";
import { holderLabels, receivedViaLabels } from "@/lib/casework/references/labels";
import { t } from "@/lib/platform/language/translate";
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
  { value: "issued", label: t("I have the number") },
  {
    value: "not_yet_issued",
    label: t("Not yet issued"),
    hint: t("We wait for it. The case shows that, and nothing is lost."),
  },
];

/** One number, however it was received. Typed text is kept if something needs checking. */
export function ReferenceForm({ caseId, kinds, picked, issuer, today, proofs }: Props) {
  const shown = kinds.find((kind) => kind.value === picked);
  const mistaken = Object.fromEntries(kinds.map((kind) => [kind.value, kind.mistaken]));
  return (
    <ActionForm action={recordReferenceAction} label={t("Record a number")} className="stack stack--l">
      <input type="hidden" name="caseId" value={caseId} />
      <Select
        name="kind"
        label={t("Kind")}
        options={kinds}
        blank={t("Choose what kind of number this is")}
        defaultValue={picked}
      />
      <Radios name="state" label={t("Is it there?")} options={states} defaultValue="issued" />
      <TextField
        name="raw"
        label={t("The number")}
        hint={
          shown
            ? shown.hint
            : t("As it was given to you. Paste the whole SMS if you like: we take the number out of it.")
        }
      />
      <OddNumber mistaken={mistaken} />
      <TextField
        name="station"
        label={t("Station")}
        hint={t(
          "For a CAS number: every station counts for itself. If you leave it empty, we look for it in the text.",
        )}
        optional
      />
      <Select
        name="receivedVia"
        label={t("How it came")}
        options={choicesOf(receivedViaLabels)}
        blank={t("Choose how it came")}
      />
      <div className="cols cols--2">
        <DateField name="issuedOn" label={t("Given on")} optional />
        <DateField name="receivedOn" label={t("Came to us on")} defaultValue={today} optional />
      </div>
      <TextField
        name="issuer"
        label={t("Who gave it")}
        hint={t("A station, an officer, a company. Name the platform of a report: each has its own clock.")}
        defaultValue={issuer}
        optional
      />
      <Disclosure label={t("Proof, holder and note")}>
        <div className="stack">
          {proofs.length > 0 ? (
            <Select name="proofExhibitId" label={t("Proof")} options={proofs} blank={t("No exhibit yet")} optional />
          ) : null}
          <Select
            name="holder"
            label={t("Who has the proof")}
            options={choicesOf(holderLabels)}
            blank={t("Not stated")}
            optional
          />
          <TextArea name="note" label={t("Note")} rows={2} optional />
        </div>
      </Disclosure>
      <SubmitFoot pendingText={t("Saving the number")} icon="save">
        {t("Save the number")}
      </SubmitFoot>
    </ActionForm>
  );
}
