"use client";

import { type Choice, Radios, Select } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { Disclosure } from "@/app/_ui/disclosure";
import { DateField, TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { PickList } from "@/lib/casework/incidents/types";
import { letterAnswerLabels, letterChannelLabels, proofLabels } from "@/lib/escalation/letters/labels";
import { t } from "@/lib/platform/language/translate";
import { proveLetterAction, recordLetterInAction, recordLetterOutAction, withdrawLetterAction } from "../actions";
import { ScanField } from "./scan-field";

export type LetterChoices = {
  caseId: string;
  steps: readonly Choice[];
  references: readonly Choice[];
  exhibits: PickList;
  takesFiles: boolean;
  today: string;
  /** The step from whose page the person came. */
  step: string | undefined;
};

const channels = choicesOf(letterChannelLabels);
const proofs = choicesOf(proofLabels);

export function LetterInForm({ choices, open }: { choices: LetterChoices; open: boolean }) {
  const { caseId, today } = choices;
  return (
    <Disclosure icon="plus" label={t("Record a letter that came in")} id="in" open={open}>
      <ActionForm action={recordLetterInAction} label={t("Record a letter that came in")} className="panel panel__body">
        <input type="hidden" name="caseId" value={caseId} />
        <TextField
          name="from"
          label={t("From whom")}
          hint={t("The office, and the person if known. Encrypted.")}
          required
        />
        <div className="cols cols--2">
          <DateField name="receivedOn" label={t("Came on")} defaultValue={today} max={today} required />
          <Select name="channel" label={t("How it came")} options={channels} blank={t("Choose how")} required />
        </div>
        <TextArea name="summary" label={t("What it says")} hint={t("In your words. Encrypted.")} rows={3} required />
        <ScanField caseId={caseId} name="exhibitId" list={choices.exhibits} takesFiles={choices.takesFiles} />
        <StepField choices={choices} />
        <Radios
          name="answers"
          label={t("Does it answer what we wait for?")}
          hint={t("An answer ends the wait and its deadline at that step.")}
          options={choicesOf(letterAnswerLabels)}
          defaultValue="nothing"
        />
        <TextField
          name="outcome"
          label={t("What was answered, in a few words")}
          hint={t("Only for an answer. The ladder shows it. Do not include names.")}
          optional
        />
        <Numbers choices={choices} />
        <div className="cols cols--2">
          <DateField name="writtenOn" label={t("Date on the letter")} max={today} optional />
          <DateField
            name="dueOn"
            label={t("A date that it sets")}
            hint={t("Such as a return date. We use it instead of ours.")}
            optional
          />
        </div>
        <SubmitFoot pendingText={t("Recording the letter")} icon="save">
          {t("Record the letter")}
        </SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}

export function LetterOutForm({ choices }: { choices: LetterChoices }) {
  const { caseId, today } = choices;
  return (
    <Disclosure icon="plus" label={t("Record a letter that we sent")} id="out">
      <ActionForm
        action={recordLetterOutAction}
        label={t("Record a letter that we sent")}
        className="panel panel__body"
        prefix="out"
      >
        <input type="hidden" name="caseId" value={caseId} />
        <p className="muted">
          {t("Documents that you mark as sent, and packets that are handed over, are on the register already.")}
        </p>
        <TextField
          name="to"
          label={t("To whom")}
          hint={t("The office, and the person if known. Encrypted.")}
          required
        />
        <div className="cols cols--2">
          <DateField name="sentOn" label={t("Sent on")} defaultValue={today} max={today} required />
          <Select name="channel" label={t("How it went")} options={channels} blank={t("Choose how")} required />
        </div>
        <TextArea name="summary" label={t("What it says")} hint={t("In your words. Encrypted.")} rows={3} required />
        <ScanField caseId={caseId} name="exhibitId" list={choices.exhibits} takesFiles={choices.takesFiles} />
        <StepField choices={choices} />
        <Proof optional />
        <Numbers choices={choices} />
        <DateField name="writtenOn" label={t("Date on the letter")} max={today} optional />
        <SubmitFoot pendingText={t("Recording the letter")} icon="save">
          {t("Record the letter")}
        </SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}

function StepField({ choices }: { choices: LetterChoices }) {
  return (
    <Select
      name="step"
      label={t("Which step it is about")}
      options={choices.steps}
      blank={t("None, or not known")}
      defaultValue={choices.step}
      optional
    />
  );
}

function Numbers({ choices }: { choices: LetterChoices }) {
  return (
    <>
      {choices.references.length > 0 ? (
        <Select
          name="referenceId"
          label={t("Official number")}
          options={choices.references}
          blank={t("None")}
          optional
        />
      ) : null}
      <div className="cols cols--2">
        <TextField name="theirReference" label={t("Their reference")} hint={t("Encrypted")} optional />
        <TextField name="ourReference" label={t("Our reference")} hint={t("Encrypted")} optional />
      </div>
    </>
  );
}

function Proof({ optional }: { optional?: boolean }) {
  return (
    <div className="cols cols--2">
      <Select
        name="proofKind"
        label={t("What shows that it arrived")}
        options={proofs}
        blank={t("Nothing yet")}
        optional={optional}
      />
      <TextField
        name="proof"
        label={t("Its number, or who signed")}
        hint={t("Such as RC 123 456 789 ZA, or a name and a day. Encrypted.")}
        optional
      />
    </div>
  );
}

type OfLetter = { letterId: string; code: string };

export function ProveForm({ letterId, code }: OfLetter) {
  return (
    <ActionForm action={proveLetterAction} label={t("Proof of sending of {code}", { code })} className="stack">
      <input type="hidden" name="letterId" value={letterId} />
      <Proof />
      <SubmitFoot pendingText={t("Saving")} variant="secondary">
        {t("Record the proof")}
      </SubmitFoot>
    </ActionForm>
  );
}

export function WithdrawForm({ letterId, code }: OfLetter) {
  return (
    <ActionForm action={withdrawLetterAction} label={t("Take {code} off the register", { code })} className="stack">
      <input type="hidden" name="letterId" value={letterId} />
      <p className="small muted">
        {t("Only for a letter that was recorded in error. What it ended is undone on the page of its step.")}
      </p>
      <TextField name="reason" label={t("Why")} hint={t("Such as: recorded twice. Encrypted.")} required />
      <SubmitFoot pendingText={t("Saving")} variant="danger" icon="ban">
        {t("Take it off")}
      </SubmitFoot>
    </ActionForm>
  );
}
