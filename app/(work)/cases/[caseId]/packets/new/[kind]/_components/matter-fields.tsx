"use client";

import { Radios } from "@/app/_ui/choice";
import { DateField, TextArea } from "@/app/_ui/field";
import { Panel } from "@/app/_ui/panel";
import type { DraftChoices, PacketKindKey } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";

type Start = { start: DraftChoices["start"] };

const screening = [
  { value: "clear", label: t("Looked at: nothing military or political") },
  {
    value: "not_clear",
    label: t("Something military or political is in it"),
    hint: t("A request may be refused for it."),
  },
];

export function MatterFields({ start }: Start) {
  return (
    <Panel id="matter" title={t("The matter")}>
      <TextArea
        name="stage"
        label={t("Stage")}
        hint={t(
          "The stage of the matter today, for example: investigation, officer named on 26 Oct 2026, nobody charged.",
        )}
        rows={2}
        defaultValue={start.stage}
      />
      <Radios
        name="screened"
        label={t("Is it military or political?")}
        options={screening}
        defaultValue={start.screened}
      />
    </Panel>
  );
}

export function LetterFields({ start }: Start) {
  return (
    <Panel id="letter" title={t("The officer’s letter")}>
      <DateField
        name="letterOn"
        label={t("Day on which the letter goes out")}
        hint={t("The clocks in the briefing count from it. Left empty, they count from the day of the build.")}
        defaultValue={start.letterOn}
        optional
      />
    </Panel>
  );
}

export function ReasonFields({ start, kind }: Start & { kind: PacketKindKey }) {
  return (
    <Panel id="reasons" title={t("Why")}>
      <TextArea
        name="purpose"
        label={t("Purpose")}
        hint={t(
          "Why the data is needed, and how each account is linked to the offence. If you leave this blank, a plain sentence is used.",
        )}
        rows={3}
        defaultValue={start.purpose}
        optional
      />
      <TextArea
        name="secrecy"
        label={t("Reason for secrecy")}
        hint={t("Why the subject must not be told. Companies tell the user unless they are barred.")}
        rows={2}
        defaultValue={start.secrecy}
        optional
      />
      <TextArea
        name="urgency"
        label={t("Reason for urgency")}
        hint={t("One reason a line, each with its date.")}
        rows={2}
        defaultValue={start.urgency}
        optional
      />
      {kind === "mla_dossier" ? (
        <TextArea
          name="certification"
          label={t("Form of certification wanted")}
          hint={t("Left out, the usual form is suggested and the prosecutor decides.")}
          rows={2}
          defaultValue={start.certification}
          optional
        />
      ) : null}
    </Panel>
  );
}
