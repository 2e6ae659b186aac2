import { AskedCheckbox } from "@/app/_ui/asked-checkbox";
import { type Choice, Radios, Select } from "@/app/_ui/choice";
import { DateField, TextArea, TextField } from "@/app/_ui/field";
import { ActionForm, type FormAction } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { RefNumber } from "@/app/_ui/number";
import { OwnTime } from "@/app/_ui/own-time";
import { Facts, Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { reasonHints, reasonLabels } from "@/lib/handover/handovers/labels";
import type { PartChoice } from "@/lib/handover/handovers/rules";
import { type HandoverView, questionReasons } from "@/lib/handover/handovers/types";
import { t } from "@/lib/platform/language/translate";

type AnswerProps = { packet: HandoverView; action: FormAction };

export function FirstReceipt({ packet, action }: AnswerProps) {
  return (
    <Panel id="acknowledge" title={t("1. Acknowledge receipt")}>
      {packet.acknowledgedAt ? (
        <Notice
          kind="done"
          title={rich("You acknowledged receipt on {ownTime}", { ownTime: <OwnTime at={packet.acknowledgedAt} /> })}
        >
          {packet.acknowledgedNote}
        </Notice>
      ) : (
        <ActionForm action={action} label={t("Acknowledge receipt")}>
          <p>
            {t("Tells {orgName} that you have it. It does not mean that you agree with it.", {
              orgName: packet.orgName,
            })}
          </p>
          <TextField name="note" label={t("Note")} hint={t("For example: passed on to the prosecutor")} optional />
          <SubmitFoot icon="check" pendingText={t("Telling them")}>
            {t("Acknowledge receipt")}
          </SubmitFoot>
        </ActionForm>
      )}
    </Panel>
  );
}

export function FirstNumber({ packet, action, kinds }: AnswerProps & { kinds: readonly Choice[] }) {
  return (
    <Panel id="number" title={t("2. Record your number")}>
      {packet.numbers.length > 0 ? (
        <Facts
          items={packet.numbers.map((value) => ({ name: value.label, value: <RefNumber value={value.display} /> }))}
        />
      ) : null}
      <ActionForm action={action} label={t("Record your number")}>
        <Select name="kind" label={t("Kind")} options={kinds} blank={t("Choose what kind of number this is")} />
        <div className="cols cols--2">
          <TextField name="raw" label={t("Number")} hint={t("As it was issued")} />
          <TextField
            name="station"
            label={t("Station")}
            hint={t("For a number that each station counts for itself")}
            optional
          />
        </div>
        <DateField name="issuedOn" label={t("Issued on")} hint={t("As on the paper")} optional />
        <AskedCheckbox name="keepAsTyped" label={t("Keep it as it is")} hint={t("It was issued in this form.")} />
        <SubmitFoot variant="secondary" icon="hash" pendingText={t("Saving the number")}>
          {t("Save number")}
        </SubmitFoot>
      </ActionForm>
    </Panel>
  );
}

export function FirstQuestion({ packet, action, parts }: AnswerProps & { parts: readonly PartChoice[] }) {
  const reasons = questionReasons.map((value) => ({ value, label: reasonLabels[value], hint: reasonHints[value] }));
  return (
    <Panel id="ask" title={t("3. Ask about the packet")}>
      {packet.questions.map((question) => (
        <div key={question.id}>
          <p className="strong">{reasonLabels[question.reason]}</p>
          <p className="event__words">{question.words}</p>
          <p className="muted">{question.answer ? question.answer.words : t("Not answered yet")}</p>
        </div>
      ))}
      <ActionForm action={action} label={t("Ask about the packet")}>
        <p>
          {t("{orgName} answers here while this link is open, and by phone after that.", { orgName: packet.orgName })}
        </p>
        <Radios name="reason" label={t("Reason")} options={reasons} />
        <Select name="part" label={t("Which part of it")} options={parts} blank={t("All of it")} optional />
        <TextArea name="words" label={t("Your question")} rows={4} maxLength={2000} />
        <SubmitFoot variant="secondary" icon="circle-help" pendingText={t("Sending the question")}>
          {t("Ask")}
        </SubmitFoot>
      </ActionForm>
    </Panel>
  );
}
