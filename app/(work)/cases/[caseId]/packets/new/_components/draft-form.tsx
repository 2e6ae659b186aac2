"use client";

import type { Route } from "next";
import { LinkButton } from "@/app/_ui/button";
import { Radios } from "@/app/_ui/choice";
import { TextArea, TextField } from "@/app/_ui/field";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { DraftChoices } from "@/lib/packets/types";
import { draftPacketAction } from "../actions";
import { AskFields } from "./ask-fields";
import { DraftCheck } from "./draft-check";
import { ExhibitFields } from "./exhibit-fields";

type Props = { choices: DraftChoices; kind: string };

/** Everything that a person writes for a packet. "Check" saves nothing; "Build" makes the version. */
export function DraftForm({ choices, kind }: Props) {
  const { caseId, start, nextVersion } = choices;
  return (
    <ActionForm action={draftPacketAction} label="Draft a packet" className="stack stack--l">
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="kind" value={kind} />
      <DraftCheck caseId={caseId} />
      <ReceiverFields start={start} />
      <MatterFields start={start} />
      <AskFields choices={choices} />
      <ReasonFields start={start} />
      <ExhibitFields choices={choices} />
      <FormFoot>
        <SubmitButton name="intent" value="build" icon="package" pendingText="Sending it to be built">
          Build version {nextVersion}
        </SubmitButton>
        <SubmitButton name="intent" value="check" look="secondary" icon="clipboard-check" pendingText="Checking">
          Check first
        </SubmitButton>
        <LinkButton look="quiet" href={`/cases/${caseId}/packets` as Route}>
          Cancel
        </LinkButton>
      </FormFoot>
    </ActionForm>
  );
}

type Start = { start: DraftChoices["start"] };

function ReceiverFields({ start }: Start) {
  return (
    <Panel id="receivers" title="Who it is for">
      <p className="muted">Roles and offices, not names. Leave out who does not receive this version.</p>
      <TextField
        name="investigatingOfficer"
        label="Investigating officer"
        defaultValue={start.investigatingOfficer}
        optional
      />
      <TextField name="prosecutor" label="Prosecutor" defaultValue={start.prosecutor} optional />
      <TextField name="centralAuthority" label="Central authority" defaultValue={start.centralAuthority} optional />
    </Panel>
  );
}

const screening = [
  { value: "clear", label: "Looked at: nothing military or political" },
  { value: "not_clear", label: "Something military or political is in it", hint: "A treaty request may be refused." },
];
const minors = [
  { value: "no", label: "No person under 18 appears" },
  { value: "yes", label: "A person under 18 appears", hint: "The packet cannot leave. Speak to a supervisor." },
];

function MatterFields({ start }: Start) {
  return (
    <Panel id="matter" title="The matter">
      <TextArea
        name="stage"
        label="Stage"
        hint="Where the matter stands today, for example: investigation, officer named on 26 Oct 2026, nobody charged."
        rows={2}
        defaultValue={start.stage}
      />
      <div className="cols cols--2">
        <Radios
          name="screened"
          label="Is it military or political?"
          options={screening}
          defaultValue={start.screened}
        />
        <Radios name="minors" label="Is a child in any exhibit?" options={minors} defaultValue={start.minors} />
      </div>
    </Panel>
  );
}

function ReasonFields({ start }: Start) {
  return (
    <Panel id="reasons" title="Why">
      <TextArea
        name="purpose"
        label="Purpose"
        hint="Why the data is needed, and how each account ties to the offence. Left out, a plain sentence is made."
        rows={3}
        defaultValue={start.purpose}
        optional
      />
      <TextArea
        name="secrecy"
        label="Reason for secrecy"
        hint="Why the subject must not be told. Companies tell the user unless they are barred."
        rows={2}
        defaultValue={start.secrecy}
        optional
      />
      <TextArea
        name="urgency"
        label="Reason for urgency"
        hint="One reason a line, each with its date."
        rows={2}
        defaultValue={start.urgency}
        optional
      />
      <TextArea
        name="certification"
        label="Form of certification wanted"
        hint="Left out, the usual form is suggested and the prosecutor decides."
        rows={2}
        defaultValue={start.certification}
        optional
      />
    </Panel>
  );
}
