"use client";

import type { ReactNode } from "react";
import { Checkbox } from "@/app/_ui/choice";
import { DateField, TextArea, TextField } from "@/app/_ui/field";
import { ActionForm, type FormAction, FormFoot } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import {
  beginStepAction,
  noteContactAction,
  recordOutcomeAction,
  reopenStepAction,
  skipStepAction,
  submitStepAction,
} from "../actions";

type Known = { caseId: string; stepKey: string; today: string };

function StepForm(props: Omit<Known, "today"> & { action: FormAction; label: string; children: ReactNode }) {
  return (
    <ActionForm action={props.action} label={props.label} className="stack">
      <input type="hidden" name="caseId" value={props.caseId} />
      <input type="hidden" name="stepKey" value={props.stepKey} />
      {props.children}
    </ActionForm>
  );
}

export function SubmitForm({ today, ...known }: Known) {
  return (
    <StepForm {...known} action={submitStepAction} label="Note that it was sent">
      <div className="cols cols--2">
        <DateField name="on" label="Sent or given on" defaultValue={today} />
        <TextField name="at" label="At" type="time" hint="Where the hour counts: a limit of 48 hours." optional short />
      </div>
      <TextArea name="note" label="Note" rows={2} hint="To whom, and how." optional />
      <FormFoot>
        <SubmitButton pendingText="Saving" icon="send">
          Note that it was sent
        </SubmitButton>
      </FormFoot>
    </StepForm>
  );
}

export function BeginForm({ today, ...known }: Known) {
  return (
    <StepForm {...known} action={beginStepAction} label="Begin work">
      <DateField name="on" label="Begun on" defaultValue={today} />
      <TextArea name="note" label="Note" rows={2} optional />
      <FormFoot>
        <SubmitButton pendingText="Saving" look="secondary">
          Begin the step
        </SubmitButton>
      </FormFoot>
    </StepForm>
  );
}

export function OutcomeForm({ today, completes, ...known }: Known & { completes: boolean }) {
  return (
    <StepForm {...known} action={recordOutcomeAction} label="Record an outcome">
      <DateField name="on" label="On" defaultValue={today} />
      <TextArea name="note" label="What came of it" rows={3} />
      {/* Before the box: unticked, it sends nothing and this says "no"; ticked, the later value counts. */}
      <input type="hidden" name="completes" value="" />
      {completes ? (
        <Checkbox name="completes" label="This closes the step" defaultChecked />
      ) : (
        <p className="muted">The step goes on: its own record closes it.</p>
      )}
      <FormFoot>
        <SubmitButton pendingText="Saving" look="secondary">
          Record the outcome
        </SubmitButton>
      </FormFoot>
    </StepForm>
  );
}

export function ContactForm({ today, ...known }: Known) {
  return (
    <StepForm {...known} action={noteContactAction} label="Note a contact">
      <DateField name="on" label="On" defaultValue={today} />
      <TextArea name="note" label="What was heard or sent" rows={3} />
      <DateField
        name="dueOn"
        label="Date on the paper"
        hint="Such as a return date. It goes before the reckoned one."
        optional
      />
      <FormFoot>
        <SubmitButton pendingText="Saving" look="secondary">
          Note it
        </SubmitButton>
      </FormFoot>
    </StepForm>
  );
}

export function SkipForm({ today: _, ...known }: Known) {
  return (
    <StepForm {...known} action={skipStepAction} label="Leave the step out">
      <TextArea
        name="reason"
        label="Why it is not needed"
        hint="A few words. They are drawn in place of the step."
        rows={2}
      />
      <FormFoot>
        <SubmitButton pendingText="Saving" look="secondary">
          Leave it out
        </SubmitButton>
      </FormFoot>
    </StepForm>
  );
}

export function ReopenForm({ today: _, ...known }: Known) {
  return (
    <StepForm {...known} action={reopenStepAction} label="Take back">
      <TextArea name="reason" label="Why it is taken back" hint="The history keeps what was recorded." rows={2} />
      <FormFoot>
        <SubmitButton pendingText="Saving" look="secondary">
          Open it again
        </SubmitButton>
      </FormFoot>
    </StepForm>
  );
}
