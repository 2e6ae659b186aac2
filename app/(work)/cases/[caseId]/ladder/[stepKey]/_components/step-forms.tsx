"use client";

import type { ReactNode } from "react";
import { Checkbox, type Choice, Select } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { DateField, TextArea, TextField } from "@/app/_ui/field";
import { ActionForm, type FormAction } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { answerLabels } from "@/lib/escalation/ladder/labels";
import type { SendingAsks } from "@/lib/escalation/steps/types";
import { t } from "@/lib/platform/language/translate";
import {
  addPlatformAction,
  beginStepAction,
  noteContactAction,
  recordOutcomeAction,
  reopenStepAction,
  skipReportAction,
  skipStepAction,
  submitStepAction,
} from "../actions";

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

export function BeginForm({ today, ...known }: Known) {
  return (
    <StepForm {...known} action={beginStepAction} label={t("Begin work")}>
      <DateField name="on" label={t("Begun on")} defaultValue={today} />
      <TextArea name="note" label={t("Note")} rows={2} optional />
      <SubmitFoot pendingText={t("Saving")} variant="secondary">
        {t("Begin the step")}
      </SubmitFoot>
    </StepForm>
  );
}

export function OutcomeForm({ today, completes, ...known }: Known & { completes: boolean }) {
  return (
    <StepForm {...known} action={recordOutcomeAction} label={t("Record an outcome")}>
      <DateField name="on" label={t("On")} defaultValue={today} />
      {known.report ? (
        <Select name="answer" label={t("What the platform did")} options={answers} blank={t("Choose what it did")} />
      ) : null}
      <TextArea
        name="note"
        label={t("What came of it")}
        rows={3}
        hint={t("It is shown on the ladder. Do not include names.")}
      />
      {/* Before the box: unticked, it sends nothing and this says "no"; ticked, the later value counts. */}
      <input type="hidden" name="completes" value="" />
      {completes ? (
        <Checkbox
          name="completes"
          label={known.report ? t("This is the platform's final answer; close this report") : t("This closes the step")}
          defaultChecked
        />
      ) : (
        <p className="muted">{t("The step goes on: its own record closes it.")}</p>
      )}
      <SubmitFoot pendingText={t("Saving")} variant="secondary">
        {t("Record the outcome")}
      </SubmitFoot>
    </StepForm>
  );
}

export function ContactForm({ today, ...known }: Known) {
  return (
    <StepForm {...known} action={noteContactAction} label={t("Note a contact")}>
      <DateField name="on" label={t("On")} defaultValue={today} />
      <TextArea name="note" label={t("What was heard or sent")} rows={3} hint={t("Encrypted.")} />
      <DateField
        name="dueOn"
        label={t("Date on the paper")}
        hint={t("If the letter gives a date, it is used instead of ours.")}
        optional
      />
      <SubmitFoot pendingText={t("Saving")} variant="secondary">
        {t("Save")}
      </SubmitFoot>
    </StepForm>
  );
}

export function SkipForm({ today: _, ...known }: Known) {
  return (
    <StepForm
      {...known}
      action={known.report ? skipReportAction : skipStepAction}
      label={known.report ? t("Leave this report out") : t("Leave the step out")}
    >
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
    <StepForm {...known} action={reopenStepAction} label={t("Take back")}>
      <TextArea
        name="reason"
        label={t("Why it is taken back")}
        hint={t("The history still shows what was recorded. Your reason goes in the log. Do not include names.")}
        rows={2}
      />
      <SubmitFoot pendingText={t("Saving")} variant="secondary">
        {t("Reopen it")}
      </SubmitFoot>
    </StepForm>
  );
}
