import { Checkbox } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextField } from "@/app/_ui/field";
import { ActionForm, type FormAction, FormFoot } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { ChargeView } from "@/lib/charges/types";
import { writeNumbers } from "@/lib/incidents/rules";
import type { PickList } from "@/lib/incidents/types";
import { plural } from "@/lib/platform/format";
import { numbersOf } from "../../../numbers-field";
import { AnswerError } from "./answer-error";

/** What can be tied, and the codes of what is tied already, by id. */
export type Facts = { incidents: PickList; exhibits: PickList; codes: ReadonlyMap<string, string> };

/** Each element has its boxes: with more facts than these, they are named by their numbers. */
const fewFacts = 20;

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
      <Tied
        name={`${name}.incidents`}
        list={facts.incidents}
        codes={facts.codes}
        ticked={question.incidentIds}
        label="Incidents that carry it"
        example="I-3, I-7 to I-12, C-2"
      />
      <AnswerError name={`${name}.exhibits`} />
      {facts.exhibits.options.length > 0 ? (
        <Disclosure
          label={`Exhibits${question.exhibitIds.length > 0 ? `, ${plural(question.exhibitIds.length, "exhibit")} ticked` : ""}`}
          open={question.exhibitIds.length > 0}
        >
          <Tied
            name={`${name}.exhibits`}
            list={facts.exhibits}
            codes={facts.codes}
            ticked={question.exhibitIds}
            label="Exhibits that show it"
            example="E-3, E-7 to E-12"
          />
        </Disclosure>
      ) : null}
      <TextField name={`${name}.note`} label="How the facts carry it" defaultValue={question.note} optional />
      <hr className="rule" />
    </fieldset>
  );
}

type TiedProps = {
  name: string;
  list: PickList;
  codes: Facts["codes"];
  ticked: readonly string[];
  label: string;
  example: string;
};

function Tied({ name, list, codes, ticked, label, example }: TiedProps) {
  if (!list.all || list.options.length > fewFacts) {
    return (
      <TextField
        name={numbersOf(name)}
        label={label}
        hint={`By their numbers: ${example}`}
        defaultValue={writeNumbers(ticked.flatMap((id) => codes.get(id) ?? []))}
        optional
      />
    );
  }
  return (
    <div className="ticks">
      {list.options.map(({ id, code, label: said }) => {
        const text = said.startsWith(`${code} `) ? said.slice(code.length + 1) : said;
        return (
          <Checkbox
            key={id}
            name={`${name}.${id}`}
            label={code}
            hint={text.length > 90 ? `${text.slice(0, 87)}…` : text}
            defaultChecked={ticked.includes(id)}
          />
        );
      })}
    </div>
  );
}
