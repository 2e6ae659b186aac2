"use client";

import type { ReactNode } from "react";
import { Checkbox, type Choice, Radios, Select } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { DateField, TextArea, TextField } from "@/app/_ui/field";
import { ActionForm, type FormAction } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { OddNumber } from "@/app/(work)/_components/odd-number";
import { answerLabels, channelLabels } from "@/lib/escalation/ladder/labels";
import { meaningLabels } from "@/lib/escalation/replies/labels";
import type { ReplyMeaning } from "@/lib/escalation/replies/types";
import type { SendingAsks } from "@/lib/escalation/steps/types";
import { t } from "@/lib/platform/language/translate";
import { addPlatformAction, logReplyAction, reopenStepAction, skipStepAction, submitStepAction } from "../actions";

/** `report`: the one report that is meant, of a step of which there is one for each platform. */
type Known = { caseId: string; stepKey: string; today: string; report?: { key: string; name: string } };

function StepForm(props: Omit<Known, "today"> & { action: FormAction; label: string; children: ReactNode }) {
  const { report } = props;
  return (
    <ActionForm action={props.action} label={report ? `${props.label}: ${report.name}` : props.label} className="stack">
      {report ? <input type="hidden" name="part" value={report.key} /> : null}
      <input type="hidden" name="caseId" value={props.caseId} />
      <input type="hidden" name="stepKey" value={props.stepKey} />
      {props.children}
    </ActionForm>
  );
}

export function SubmitForm({ today, asks, ...known }: Known & { asks: SendingAsks }) {
  return (
    <StepForm {...known} action={submitStepAction} label={t("Mark as sent")}>
      <div className="cols cols--2">
        <DateField name="on" label={t("Sent or given on")} defaultValue={today} />
        <TextField
          name="at"
          label={t("At")}
          type="time"
          hint={t("Only where a limit is counted in hours")}
          optional
          short
        />
      </div>
      <TextArea name="note" label={t("Note")} rows={2} hint={t("To whom, and how. Encrypted.")} optional />
      <Weigh asks={asks} />
      <SubmitFoot pendingText={t("Saving")} icon="send">
        {t("Mark as sent")}
      </SubmitFoot>
    </StepForm>
  );
}

/** What must be weighed first. Without script too: the server refuses at the box and keeps what was typed. */
function Weigh({ asks }: { asks: SendingAsks }) {
  return (
    <>
      {asks.removal === "nothing" ? (
        <>
          <Notice kind="overdue" title={t("No evidence is kept yet of what this takes down")}>
            {t(
              "Once it is gone, the proof may be gone too. Keep the first exhibit, or have an officer ask the company to preserve it. Where it cannot wait, note the loss.",
            )}
          </Notice>
          <Checkbox name="removalSeen" label={t("We go on although nothing is kept")} />
        </>
      ) : null}
      {asks.removal === "by_us" ? (
        <Notice kind="warning" title={t("Only our own exhibits keep it")}>
          {t(
            "No company has agreed to preserve the account. What only the company has may be lost when this is taken down.",
          )}
        </Notice>
      ) : null}
      {asks.tipOff ? (
        <>
          <Notice kind="warning" title={t("The subject may find out")}>
            {asks.tipOff}
          </Notice>
          <Checkbox name="tipOffSeen" label={t("We have considered that the subject may find out")} />
        </>
      ) : null}
    </>
  );
}

const answers = choicesOf(answerLabels);
const channels = choicesOf(channelLabels);

/** Another platform to report to, which no account and no exhibit of the case names. */
export function AddPlatformForm({ today, platforms, ...known }: Known & { platforms: readonly Choice[] }) {
  return (
    <StepForm {...known} action={addPlatformAction} label={t("Add a platform")}>
      <input type="hidden" name="on" value={today} />
      <Select
        name="part"
        label={t("Platform")}
        options={platforms}
        blank={t("Choose a platform")}
        hint={t("Platforms of this case's accounts and exhibits are already listed.")}
      />
      <SubmitFoot pendingText={t("Adding")} variant="secondary">
        {t("Add the platform")}
      </SubmitFoot>
    </StepForm>
  );
}

/** What may be logged: the meanings that the rules permit now, and the kinds of number that the step brings. */
export type ReplyChoices = {
  meanings: readonly ReplyMeaning[];
  numbers: readonly Choice[];
  /** One of the kinds is counted by each station on its own. */
  asksStation: boolean;
};

/** Everything that was heard or sent, in one form: how, with whom, what, what it means, and what comes next. */
export function LogReplyForm({ today, choices, ...known }: Known & { choices: ReplyChoices }) {
  const { meanings, numbers, asksStation } = choices;
  const answered = meanings.includes("part");
  return (
    <StepForm {...known} action={logReplyAction} label={t("Log a call, letter or reply")}>
      <div className="cols cols--2">
        <Select name="channel" label={t("How")} options={channels} blank={t("Choose how")} optional />
        <DateField name="on" label={t("On")} defaultValue={today} max={today} />
      </div>
      <TextField name="withWhom" label={t("With whom")} hint={t("Name, rank, phone. Encrypted.")} optional />
      <TextArea name="note" label={t("What was said or written")} rows={3} hint={t("Encrypted.")} required />
      <Radios
        name="answers"
        label={t("What does it mean for this step?")}
        options={meanings.map((value) => ({ value, label: meaningLabels[value] }))}
        defaultValue="nothing"
      />
      {known.report && answered ? (
        <Select
          name="answer"
          label={t("What the platform did")}
          options={answers}
          blank={t("Choose what it did")}
          optional
        />
      ) : null}
      {answered ? (
        <TextField
          name="outcome"
          label={t("What was answered, in a few words")}
          hint={t("Only for an answer. The ladder shows it. Do not include names.")}
          optional
        />
      ) : null}
      {numbers.length > 0 ? <ReplyNumber numbers={numbers} asksStation={asksStation} /> : null}
      <DateField
        name="dueOn"
        label={t("Date on the paper")}
        hint={t("If the letter gives a date, it is used instead of ours.")}
        optional
      />
      <div className="cols cols--2">
        <TextField name="nextAct" label={t("What to do next")} hint={t("Do not include names.")} optional />
        <DateField name="nextOn" label={t("By which day")} optional />
      </div>
      <SubmitFoot pendingText={t("Saving")} variant="secondary" icon="save">
        {t("Save")}
      </SubmitFoot>
    </StepForm>
  );
}

function ReplyNumber({ numbers, asksStation }: Pick<ReplyChoices, "numbers" | "asksStation">) {
  const [only, ...more] = numbers;
  return (
    <>
      <div className="cols cols--2">
        {more.length > 0 ? (
          <Select name="kind" label={t("Kind of number")} options={numbers} defaultValue={only?.value} />
        ) : (
          <input type="hidden" name="kind" value={only?.value ?? ""} />
        )}
        <TextField
          name="raw"
          label={more.length > 0 ? t("Number received") : t("Number received: {what}", { what: only?.label })}
          hint={t("As it was given to you.")}
          optional
        />
      </div>
      {asksStation ? <TextField name="station" label={t("Station")} optional /> : null}
      <OddNumber />
    </>
  );
}

export function SkipForm({ today: _, ...known }: Known) {
  return (
    <StepForm {...known} action={skipStepAction} label={t("Mark as not needed")}>
      <TextArea
        name="reason"
        label={t("Why it is not needed")}
        hint={t("A few words, without names. They are shown instead of the {value}.", {
          value: known.report ? t("report") : t("step"),
        })}
        rows={2}
      />
      <SubmitFoot pendingText={t("Saving")} variant="secondary">
        {t("Mark as not needed")}
      </SubmitFoot>
    </StepForm>
  );
}

export function ReopenForm({ today: _, ...known }: Known) {
  return (
    <StepForm {...known} action={reopenStepAction} label={t("Undo")}>
      <TextArea
        name="reason"
        label={t("Why it is undone")}
        hint={t("The history still shows what was recorded. Your reason goes in the log. Do not include names.")}
        rows={2}
      />
      <SubmitFoot pendingText={t("Saving")} variant="secondary">
        {t("Undo")}
      </SubmitFoot>
    </StepForm>
  );
}
