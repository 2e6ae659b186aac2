"use client";

import { type Choice, Select } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { byHandLabels } from "@/lib/evidence/custody/labels";
import { recordCustodyAction } from "../actions";

type Props = { exhibitId: string; releases: readonly Choice[]; zones: readonly Choice[] };

const actions = choicesOf(byHandLabels);

/** For what happens to the thing itself, on paper or on a device: the product cannot see that. */
export function CustodyForm({ exhibitId, releases, zones }: Props) {
  return (
    <Disclosure label="Write down what happened outside Crossdocket">
      <ActionForm whileRestricted action={recordCustodyAction} label="Write in the custody ledger" className="stack">
        <input type="hidden" name="exhibitId" value={exhibitId} />
        <Select name="action" label="What happened" options={actions} blank="Choose what happened" />
        <TextField name="purpose" label="Why" hint="It cannot be changed later" />
        <div className="pair">
          <TextField name="from" label="From" optional />
          <TextField name="to" label="To" hint="Name, rank and force number of an officer" optional />
        </div>
        <When zones={zones} />
        <Basis releases={releases} />
        <div className="pair">
          <TextField name="place" label="Place" optional />
          <TextField name="medium" label="Medium" hint="For example: the client's phone, a USB stick" optional />
        </div>
        <div className="pair">
          <TextField name="sealNumber" label="Seal number" optional />
          <TextField name="signature" label="Signed by" hint="Who signed for it, and on what" optional />
        </div>
        <TextArea name="remarks" label="Remarks" rows={2} optional />
        <SubmitFoot pendingText="Writing" variant="secondary">
          Save
        </SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}

function When({ zones }: { zones: readonly Choice[] }) {
  return (
    <div className="pair">
      <TextField name="at" label="When" hint="Now, when left empty" type="datetime-local" optional />
      <Select name="zone" label="In which time zone" options={zones} defaultValue={zones[0]?.value} />
    </div>
  );
}

function Basis({ releases }: { releases: readonly Choice[] }) {
  return (
    <div className="pair">
      {releases.length > 0 ? (
        <Select name="releaseId" label="Release of the client" options={releases} blank="None" optional />
      ) : null}
      <TextField name="basis" label="Other basis" hint="A warrant, an order, a section" optional />
    </div>
  );
}
