import { AskedCheckbox } from "@/app/_ui/asked-checkbox";
import { type Choice, Radios, Select } from "@/app/_ui/choice";
import { DateField, TextArea, TextField } from "@/app/_ui/field";
import { ActionForm, type FormAction } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { RefNumber } from "@/app/_ui/number";
import { OwnTime } from "@/app/_ui/own-time";
import { Facts, Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { reasonHints, reasonLabels } from "@/lib/handover/handovers/labels";
import type { PartChoice } from "@/lib/handover/handovers/rules";
import { type HandoverView, questionReasons } from "@/lib/handover/handovers/types";

type AnswerProps = { packet: HandoverView; action: FormAction };

export function FirstReceipt({ packet, action }: AnswerProps) {
  return (
    <Panel id="acknowledge" title="1. Acknowledge receipt">
      {packet.acknowledgedAt ? (
        <Notice
          kind="done"
          title={
            <>
              You acknowledged receipt on <OwnTime at={packet.acknowledgedAt} />
            </>
          }
        >
          {packet.acknowledgedNote}
        </Notice>
      ) : (
        <ActionForm action={action} label="Acknowledge receipt">
          <p>Tells {packet.orgName} that you have it. It does not mean that you agree with it.</p>
          <TextField name="note" label="Note" hint="For example: passed on to the prosecutor" optional />
          <SubmitFoot icon="check" pendingText="Telling them">
            Acknowledge receipt
          </SubmitFoot>
        </ActionForm>
      )}
    </Panel>
  );
}

export function FirstNumber({ packet, action, kinds }: AnswerProps & { kinds: readonly Choice[] }) {
  return (
    <Panel id="number" title="2. Record your number">
      {packet.numbers.length > 0 ? (
        <Facts
          items={packet.numbers.map((value) => ({ name: value.label, value: <RefNumber value={value.display} /> }))}
        />
      ) : null}
      <ActionForm action={action} label="Record your number">
        <Select name="kind" label="Kind" options={kinds} blank="Choose what kind of number this is" />
        <div className="cols cols--2">
          <TextField name="raw" label="Number" hint="As it was issued" />
          <TextField name="station" label="Station" hint="For a number that each station counts for itself" optional />
        </div>
        <DateField name="issuedOn" label="Issued on" hint="As on the paper" optional />
        <AskedCheckbox name="keepAsTyped" label="Keep it as it is" hint="It was issued in this form." />
        <SubmitFoot variant="secondary" icon="hash" pendingText="Saving the number">
          Save number
        </SubmitFoot>
      </ActionForm>
    </Panel>
  );
}

export function FirstQuestion({ packet, action, parts }: AnswerProps & { parts: readonly PartChoice[] }) {
  const reasons = questionReasons.map((value) => ({ value, label: reasonLabels[value], hint: reasonHints[value] }));
  return (
    <Panel id="ask" title="3. Ask about the packet">
      {packet.questions.map((question) => (
        <div key={question.id}>
          <p className="strong">{reasonLabels[question.reason]}</p>
          <p className="event__words">{question.words}</p>
          <p className="muted">{question.answer ? question.answer.words : "Not answered yet"}</p>
        </div>
      ))}
      <ActionForm action={action} label="Ask about the packet">
        <p>{packet.orgName} answers here while this link is open, and by phone after that.</p>
        <Radios name="reason" label="Reason" options={reasons} />
        <Select name="part" label="Which part of it" options={parts} blank="All of it" optional />
        <TextArea name="words" label="Your question" rows={4} maxLength={2000} />
        <SubmitFoot variant="secondary" icon="circle-help" pendingText="Sending the question">
          Ask
        </SubmitFoot>
      </ActionForm>
    </Panel>
  );
}
