import { Radios } from "@/app/_ui/choice";
import { choicesOf } from "@/app/_ui/choices-of";
import { DateField, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { PickList } from "@/lib/casework/incidents/types";
import type { TakedownState } from "@/lib/escalation/steps/types";
import { answerLabels } from "@/lib/escalation/takedowns/labels";
import { t } from "@/lib/platform/language/translate";
import { PickOne } from "../../../../_components/pick-one";
import { answerTakedownAction } from "../../actions";

type Props = {
  caseId: string;
  takedownId: string;
  state: TakedownState;
  exhibits: PickList;
  today: string;
  appealWithin: string | null;
};

export function AnswerForm({ caseId, takedownId, state, exhibits, today, appealWithin }: Props) {
  const mayAppeal = state === "refused" || state === "closed" || state === "appealed";
  return (
    <ActionForm action={answerTakedownAction} label={t("Record an answer or an appeal")}>
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="takedownId" value={takedownId} />
      <Radios
        name="answer"
        label={t("What happened")}
        options={choicesOf(answerLabels).filter(({ value }) => value !== "appealed" || mayAppeal)}
        defaultValue={state === "refused" ? "appealed" : undefined}
      />
      <div className="cols cols--2">
        <DateField name="on" label={t("On")} defaultValue={today} max={today} />
        <DateField
          name="appealBy"
          label={t("Appeal possible until")}
          hint={
            appealWithin
              ? t("After a refusal. Left empty, {appealWithin} by our own rule", { appealWithin })
              : t("After a refusal")
          }
          optional
        />
        <PickOne
          name="proofExhibitId"
          label={t("Proof")}
          hint={t("An exhibit of this case, such as a picture of the answer")}
          blank={t("None")}
          list={exhibits}
          optional
        />
        <TextField
          name="note"
          label={t("Note")}
          hint={t("The words of the platform. Encrypted")}
          maxLength={1000}
          optional
        />
      </div>
      <SubmitFoot pendingText={t("Saving")} variant="secondary">
        {t("Record it")}
      </SubmitFoot>
    </ActionForm>
  );
}
