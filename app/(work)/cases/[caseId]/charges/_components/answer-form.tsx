import { Disclosure } from "@/app/_ui/disclosure";
import { TextField } from "@/app/_ui/field";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import { Landing } from "@/app/_ui/landing";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { ChargeView } from "@/lib/casework/charges/types";
import type { PickList } from "@/lib/casework/incidents/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";
import { answerElementsAction } from "../actions";
import type { Question } from "../questions";
import { AnswerError } from "./answer-error";
import { FactPicker } from "./fact-picker";

/** What can be linked, and the codes of what is already linked, by id. */
export type Facts = { incidents: PickList; exhibits: PickList; codes: ReadonlyMap<string, string> };

type Props = {
  caseId: string;
  charge: ChargeView;
  question: Question;
  /** The one that is open after it. */
  next: Question | undefined;
  facts: Facts;
};

/** The facts that support one element, in place. One at a time: all at once would be hundreds of checkboxes. */
export function AnswerForm({ caseId, charge, question, next, facts }: Props) {
  const { incidentIds, exhibitIds } = question;
  return (
    <Landing id={`tie-${charge.number}`} label={question.legend} className="element__form noprint">
      <ActionForm
        action={answerElementsAction}
        label={t("Link evidence to {legend}", { legend: question.legend })}
        key={question.part}
      >
        <input type="hidden" name="caseId" value={caseId} />
        <input type="hidden" name="chargeId" value={charge.id} />
        <input type="hidden" name="number" value={charge.number} />
        {Object.entries(question.hidden).map(([key, value]) => (
          <input key={key} type="hidden" name={`answers.0.${key}`} value={value} />
        ))}
        <AnswerError name="answers.0.key" />
        <AnswerError name="answers.0.incidents" />
        <FactPicker
          key={`incidents ${incidentIds.join()}`}
          name="answers.0.incidents"
          list={facts.incidents}
          codes={facts.codes}
          linked={incidentIds}
          label={t("Incidents that support it")}
          one={t("incident")}
          example={t("I-3, I-7 to I-12, C-2")}
        />
        <AnswerError name="answers.0.exhibits" />
        {facts.exhibits.options.length > 0 ? (
          <Disclosure
            label={t("Exhibits{value}", {
              value:
                exhibitIds.length > 0
                  ? t(", {exhibitIds} linked", { exhibitIds: plural(exhibitIds.length, "exhibit") })
                  : "",
            })}
            open={exhibitIds.length > 0}
          >
            <FactPicker
              key={`exhibits ${exhibitIds.join()}`}
              name="answers.0.exhibits"
              list={facts.exhibits}
              codes={facts.codes}
              linked={exhibitIds}
              label={t("Exhibits that show it")}
              one={t("exhibit")}
              example={t("E-3, E-7 to E-12")}
            />
          </Disclosure>
        ) : null}
        <NotReliedOn question={question} />
        <TextField name="answers.0.note" label={t("How the facts support it")} defaultValue={question.note} optional />
        <FormFoot>
          <SubmitButton variant="secondary" pendingText={t("Linking the evidence")}>
            {t("Save")}
          </SubmitButton>
          {next ? (
            <SubmitButton variant="quiet" name="then" value={next.part} pendingText={t("Linking the evidence")}>
              {t("Save and go to the next gap")}
            </SubmitButton>
          ) : null}
        </FormFoot>
      </ActionForm>
    </Landing>
  );
}

/** So many reasons are asked for at once; the others come up when these have one. */
const most = 12;

/** Each act that may bear on it and is not linked gets a reason, which the packet names. */
function NotReliedOn({ question: { offered, declined } }: { question: Question }) {
  const all = [...declined, ...offered.slice(0, most).map((act) => ({ ...act, why: "" }))];
  if (all.length === 0) return null;
  return (
    <Disclosure label={t("Not relied on here, and why")} open={declined.length > 0}>
      <AnswerError name="answers.0.declined" />
      <p className="small muted">{t("An act that is linked above needs no reason. A prosecutor reads these.")}</p>
      {all.map(({ id, code, why }) => (
        <TextField
          key={id}
          name={`answers.0.declined.${id}`}
          label={t("Why {code} is not relied on", { code })}
          defaultValue={why}
          optional
        />
      ))}
    </Disclosure>
  );
}
