"use client";

import { Radios } from "@/app/_ui/choice";
import { DateField, TextArea } from "@/app/_ui/field";
import { Panel } from "@/app/_ui/panel";
import type { DraftChoices, PacketKindKey } from "@/lib/packets/packets/types";

type Start = { start: DraftChoices["start"] };

const screening = [
  { value: "clear", label: "Looked at: nothing military or political" },
  { value: "not_clear", label: "Something military or political is in it", hint: "A request may be refused for it." },
];

export function MatterFields({ start }: Start) {
  return (
    <Panel id="matter" title="The matter">
      <TextArea
        name="stage"
        label="Stage"
        hint="Where the matter stands today, for example: investigation, officer named on 26 Oct 2026, nobody charged."
        rows={2}
        defaultValue={start.stage}
      />
      <Radios name="screened" label="Is it military or political?" options={screening} defaultValue={start.screened} />
    </Panel>
  );
}

export function LetterFields({ start }: Start) {
  return (
    <Panel id="letter" title="The officer’s letter">
      <DateField
        name="letterOn"
        label="Day on which the letter goes out"
        hint="The clocks in the briefing count from it. Left empty, they count from the day of the build."
        defaultValue={start.letterOn}
        optional
      />
    </Panel>
  );
}

export function ReasonFields({ start, kind }: Start & { kind: PacketKindKey }) {
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
      {kind === "mla_dossier" ? (
        <TextArea
          name="certification"
          label="Form of certification wanted"
          hint="Left out, the usual form is suggested and the prosecutor decides."
          rows={2}
          defaultValue={start.certification}
          optional
        />
      ) : null}
    </Panel>
  );
}
