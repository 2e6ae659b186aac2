"use client";

import { type Ref, useContext } from "react";
import { Checkbox, type Choice, Radios, Select } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { Disclosure } from "@/app/_ui/disclosure";
import { DateField, TextArea, TextField } from "@/app/_ui/field";
import { FormContext } from "@/app/_ui/form-context";
import { directionLabels, kindLabels, partyLabels, visibilityLabels } from "@/lib/casework/notes/labels";
import type { TypedNote } from "@/lib/casework/notes/types";
import { t } from "@/lib/platform/language/translate";
import { describeNoteFields } from "./describe-note-fields";

const whoReads: Choice[] = Object.entries(visibilityLabels).map(([value, { label, hint }]) => ({ value, label, hint }));

type Props = {
  /** What was typed before, or what the note says. */
  typed: TypedNote;
  accounts: readonly Choice[];
  /** The zone of the home country, on whose wall a time is typed. */
  zone: string;
  /** A note that is changed keeps who sees it and where it is pinned. */
  isNew: boolean;
  words?: Ref<HTMLTextAreaElement>;
};

/** The words first; who, when and what comes next only as far as they are known. */
export function NoteFields({ typed, accounts, zone, isNew, words }: Props) {
  const fields = describeNoteFields(accounts);
  const { state } = useContext(FormContext);
  const folded = ["when", "accountId", "visibility"].some((name) => state.fields[name]);
  return (
    <div className="stack noteform">
      <div className="noteform__kinds">
        <Radios {...fields.kind} options={choicesOf(kindLabels)} defaultValue={typed.kind || "note"} />
      </div>
      <TextArea {...fields.words} rows={6} defaultValue={typed.words} ref={words} required />
      <div className="cols cols--2 noteform__contact">
        <Select
          {...fields.party}
          options={choicesOf(partyLabels)}
          blank={t("Not said")}
          defaultValue={typed.party}
          optional
        />
        <TextField {...fields.partyName} hint={t("As far as you know it")} defaultValue={typed.partyName} optional />
        <Select
          {...fields.direction}
          options={choicesOf(directionLabels)}
          blank={t("Not said")}
          defaultValue={typed.direction}
          optional
        />
        <TextArea {...fields.agreed} rows={2} defaultValue={typed.agreed} optional />
      </div>
      <div className="cols cols--2">
        <TextField
          {...fields.nextAct}
          hint={t("For example: phone her again about the CAS number")}
          defaultValue={typed.nextAct}
          optional
        />
        <DateField
          {...fields.nextOn}
          hint={t("It becomes a deadline of the case")}
          defaultValue={typed.nextOn}
          optional
        />
      </div>
      <Disclosure label={isNew ? t("When, about what, and who may read it") : t("When, and about what")} open={folded}>
        <div className="stack">
          <TextField
            {...fields.when}
            hint={t("Empty: now. Otherwise on the clock of {zone}", { zone })}
            type="datetime-local"
            defaultValue={typed.when}
            short
            optional
          />
          {accounts.length > 0 ? (
            <Select
              {...fields.accountId}
              options={accounts}
              blank={t("No account")}
              defaultValue={typed.accountId}
              optional
            />
          ) : null}
          {isNew ? (
            <>
              <Radios
                name="visibility"
                label={t("Who may read it")}
                options={whoReads}
                defaultValue={typed.visibility || "working"}
              />
              <Checkbox
                name="pinned"
                label={t("Pin it to the overview of the case")}
                defaultChecked={typed.pinned === "on"}
              />
            </>
          ) : null}
        </div>
      </Disclosure>
    </div>
  );
}
