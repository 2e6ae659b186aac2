import { Radios } from "@/app/_ui/choice";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { riskAnswerLabels } from "@/lib/casework/safety/risk/labels";
import { fieldOf, questionGroups } from "@/lib/casework/safety/risk/rules";
import { type RiskAnswers, riskAnswers } from "@/lib/casework/safety/risk/types";
import { t } from "@/lib/platform/language/translate";
import { assessRiskAction } from "../actions";

const options = riskAnswers.map((value) => ({ value, label: riskAnswerLabels[value] }));

type Props = {
  caseId: string;
  /** The answers of last time, from which these start. */
  last: RiskAnswers;
};

/** The questions about risk. What nobody asked stays "not known", and counts nothing. */
export function QuestionForm({ caseId, last }: Props) {
  return (
    <ActionForm action={assessRiskAction} label={t("Questions about risk")}>
      <input type="hidden" name="caseId" value={caseId} />
      {questionGroups.map(({ key, title, questions }) => (
        <section className="stack answers" key={key} aria-label={title}>
          <h3>{title}</h3>
          {questions.map((question) => (
            <Radios
              key={question.key}
              name={fieldOf(question.key)}
              label={question.text}
              hint={question.hint || undefined}
              options={options}
              defaultValue={last[question.key] ?? "unknown"}
            />
          ))}
        </section>
      ))}
      <TextArea
        name="note"
        label={t("What shows it")}
        hint={t("Facts, with no name and no address: “I-3 and I-5 name the bus stop.”")}
        rows={3}
        maxLength={1000}
        optional
      />
      <SubmitFoot icon="clipboard-check" pendingText={t("Saving the answers")}>
        {t("Save and see what it suggests")}
      </SubmitFoot>
    </ActionForm>
  );
}
