import { Radios } from "@/app/_ui/choice";
import { DateField, TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { answerLabels } from "@/lib/casework/danger/labels";
import { answers } from "@/lib/casework/danger/types";
import { t } from "@/lib/platform/language/translate";
import { assessDangerAction } from "../actions";

type Props = {
  caseId: string;
  /** The mark of the acts that the page shows. */
  shown: string;
  /** Now and today on the wall of the client's home. */
  now: string;
  today: string;
  /** The name of that clock: `SAST`. */
  zone: string;
};

const stepLabels = {
  1: { what: t("Who was told, or what was done"), when: t("When that was") },
  2: { what: t("A second step"), when: t("When the second was") },
  3: { what: t("A third step"), when: t("When the third was") },
} as const;

export function AssessForm({ caseId, shown, now, today, zone }: Props) {
  const step = (no: 1 | 2 | 3) => (
    <div className="cols cols--wide" key={no}>
      <TextField
        name={`step${no}`}
        label={stepLabels[no].what}
        hint={no === 1 ? t("By office or role: 10111, the detective, the client’s brother") : undefined}
        maxLength={300}
        optional
      />
      <TextField
        name={`step${no}At`}
        label={stepLabels[no].when}
        hint={no === 1 ? t("On the client’s clock, {zone}", { zone }) : undefined}
        type="datetime-local"
        max={now}
        short
        optional
      />
    </div>
  );
  return (
    <ActionForm action={assessDangerAction} label={t("Assess the danger")}>
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="shown" value={shown} />
      <Radios
        name="answer"
        label={t("Is there danger of death or serious injury?")}
        options={answers.map((value) => ({ value, ...answerLabels[value] }))}
        required
      />
      <TextArea
        name="reason"
        label={t("Why")}
        hint={t(
          "This is the first thing that an officer reads in a packet. Say what shows the danger or speaks against it, with no name and no address.",
        )}
        rows={3}
        maxLength={1000}
        required
      />
      {([1, 2, 3] as const).map(step)}
      <DateField
        name="reviewOn"
        label={t("Look again by")}
        hint={t("Required unless no danger is seen")}
        min={today}
        optional
      />
      <SubmitFoot icon="shield-alert" pendingText={t("Saving the answer")}>
        {t("Save the answer")}
      </SubmitFoot>
    </ActionForm>
  );
}
