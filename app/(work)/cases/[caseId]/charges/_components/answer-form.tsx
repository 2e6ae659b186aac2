import { Checkbox } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextField } from "@/app/_ui/field";
import { ActionForm, type FormAction, FormFoot } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { ChargeView } from "@/lib/charges/types";
import { plural } from "@/lib/platform/format";
import { AnswerError } from "./answer-error";

export type Fact = { id: string; code: string; text: string };
export type Facts = { incidents: readonly Fact[]; exhibits: readonly Fact[] };

type Props = {
  caseId: string;
  charge: ChargeView;
  sides: { home: string; there: string };
  facts: Facts;
  action: FormAction;
};

type Question = {
  part: string;
  legend: string;
  hidden: Record<string, string | number>;
  incidentIds: readonly string[];
  exhibitIds: readonly string[];
  note: string | undefined;
};

/** Each element with the incidents and exhibits that could carry it. What is not ticked is a gap. */
export function AnswerForm({ caseId, charge, sides, facts, action }: Props) {
  return (
    <ActionForm action={action} label={`Tie facts to ${charge.home.citation}`}>
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="chargeId" value={charge.id} />
      <h3 id={`tie-${charge.number}`}>Tie facts to the elements</h3>
      {questionsOf(charge, sides).map((question, at) => (
        <QuestionFields key={question.part} id={`tie-${charge.number}-${question.part}`} {...{ at, question, facts }} />
      ))}
      <FormFoot>
        <SubmitButton look="secondary" pendingText="Tying the facts">
          Save the facts
        </SubmitButton>
      </FormFoot>
    </ActionForm>
  );
}

function questionsOf(charge: ChargeView, sides: Props["sides"]): Question[] {
  const elements = charge.elements.map((one) => ({
    part: `${one.side}-${one.element}`,
    legend: `${sides[one.side]}, element ${one.element + 1}: ${one.text}`,
    hidden: { side: one.side, element: one.element },
    incidentIds: one.incidentIds,
    exhibitIds: one.exhibitIds,
    note: one.note ?? undefined,
  }));
  const asked = charge.pairing?.lines.filter((line) => line.state === "ask" || line.state === "judged") ?? [];
  const needs = asked.map(({ need, answer }, at) => ({
    part: `pair-${at}`,
    legend: `Needed there: ${need}`,
    hidden: { side: "pair", need },
    incidentIds: answer.incidentIds,
    exhibitIds: answer.exhibitIds,
    note: answer.note || undefined,
  }));
  return [...elements, ...needs];
}

function QuestionFields({ id, at, question, facts }: { id: string; at: number; question: Question; facts: Facts }) {
  const name = `answers.${at}`;
  return (
    <fieldset className="stack stack--s" id={id}>
      <legend className="label">{question.legend}</legend>
      {Object.entries(question.hidden).map(([key, value]) => (
        <input key={key} type="hidden" name={`${name}.${key}`} value={value} />
      ))}
      <AnswerError name={`${name}.incidents`} />
      <Ticks name={`${name}.incidents`} facts={facts.incidents} ticked={question.incidentIds} />
      <AnswerError name={`${name}.exhibits`} />
      {facts.exhibits.length > 0 ? (
        <Disclosure
          label={`Exhibits${question.exhibitIds.length > 0 ? `, ${plural(question.exhibitIds.length, "exhibit")} ticked` : ""}`}
          open={question.exhibitIds.length > 0}
        >
          <Ticks name={`${name}.exhibits`} facts={facts.exhibits} ticked={question.exhibitIds} />
        </Disclosure>
      ) : null}
      <TextField name={`${name}.note`} label="How the facts carry it" defaultValue={question.note} optional />
      <hr className="rule" />
    </fieldset>
  );
}

function Ticks({ name, facts, ticked }: { name: string; facts: readonly Fact[]; ticked: readonly string[] }) {
  return (
    <div className="ticks">
      {facts.map((fact) => (
        <Checkbox
          key={fact.id}
          name={`${name}.${fact.id}`}
          label={fact.code}
          hint={fact.text.length > 90 ? `${fact.text.slice(0, 87)}…` : fact.text}
          defaultChecked={ticked.includes(fact.id)}
        />
      ))}
    </div>
  );
}
