"use client";

import { type Choice, Select } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { byHandLabels } from "@/lib/evidence/custody/labels";
import { t } from "@/lib/platform/language/translate";
import { recordCustodyAction } from "../actions";

type Props = { exhibitId: string; releases: readonly Choice[]; zones: readonly Choice[] };

const actions = choicesOf(byHandLabels);

/** For what happens to the thing itself, on paper or on a device: the product cannot see that. */
export function CustodyForm({ exhibitId, releases, zones }: Props) {
  return (
    <Disclosure label={t("Write down what happened outside Crossdocket")}>
      <ActionForm
        whileRestricted
        action={recordCustodyAction}
        label={t("Write in the custody ledger")}
        className="stack"
      >
        <input type="hidden" name="exhibitId" value={exhibitId} />
        <Select name="action" label={t("What happened")} options={actions} blank={t("Choose what happened")} />
        <TextField name="purpose" label={t("Why")} hint={t("It cannot be changed later")} />
        <div className="pair">
          <TextField name="from" label={t("From")} optional />
          <TextField name="to" label={t("To")} hint={t("Name, rank and force number of an officer")} optional />
        </div>
        <When zones={zones} />
        <Basis releases={releases} />
        <div className="pair">
          <TextField name="place" label={t("Place")} optional />
          <TextField
            name="medium"
            label={t("Medium")}
            hint={t("For example: the client's phone, a USB stick")}
            optional
          />
        </div>
        <div className="pair">
          <TextField name="sealNumber" label={t("Seal number")} optional />
          <TextField name="signature" label={t("Signed by")} hint={t("Who signed for it, and on what")} optional />
        </div>
        <TextArea name="remarks" label={t("Remarks")} rows={2} optional />
        <SubmitFoot pendingText={t("Writing")} variant="secondary">
          {t("Save")}
        </SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}

function When({ zones }: { zones: readonly Choice[] }) {
  return (
    <div className="pair">
      <TextField name="at" label={t("When")} hint={t("Now, when left empty")} type="datetime-local" optional />
      <Select name="zone" label={t("In which time zone")} options={zones} defaultValue={zones[0]?.value} />
    </div>
  );
}

function Basis({ releases }: { releases: readonly Choice[] }) {
  return (
    <div className="pair">
      {releases.length > 0 ? (
        <Select name="releaseId" label={t("Release of the client")} options={releases} blank={t("None")} optional />
      ) : null}
      <TextField name="basis" label={t("Other basis")} hint={t("A warrant, an order, a section")} optional />
    </div>
  );
}
