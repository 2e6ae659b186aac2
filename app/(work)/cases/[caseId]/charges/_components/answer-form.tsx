import { Checkbox } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextField } from "@/app/_ui/field";
import { ActionForm, type FormAction, FormFoot } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { ChargeView, ElementView } from "@/lib/charges/types";
import { AnswerError } from "./answer-error";

export type Fact = { id: string; code: string; text: string };

type Props = {
  caseId: string;
  charge: ChargeView;
  sides: { home: string; there: string };
  facts: readonly Fact[];
  action: FormAction;
};

/** Each element with the incidents that could carry it. What is not ticked is a gap. */
export function AnswerForm({ caseId, charge, sides, facts, action }: Props) {
  return (
    <Disclosure icon="link" label="Tie facts to the elements">
      <ActionForm action={action} label={`Tie facts to ${charge.home.citation}`}>
        <input type="hidden" name="caseId" value={caseId} />
        <input type="hidden" name="chargeId" value={charge.id} />
        {charge.elements.map((element, at) => (
          <ElementFields
            key={`${element.side} ${element.element}`}
            at={at}
            element={element}
            side={sides[element.side]}
            facts={facts}
          />
        ))}
        <FormFoot>
          <SubmitButton look="secondary" pendingText="Tying the facts">
            Save the facts
          </SubmitButton>
        </FormFoot>
      </ActionForm>
    </Disclosure>
  );
}

type ElementProps = { at: number; element: ElementView; side: string; facts: readonly Fact[] };

function ElementFields({ at, element, side, facts }: ElementProps) {
  const name = `answers.${at}`;
  return (
    <fieldset className="stack stack--s">
      <legend className="label">
        {side}, element {element.element + 1}: {element.text}
      </legend>
      <input type="hidden" name={`${name}.side`} value={element.side} />
      <input type="hidden" name={`${name}.element`} value={element.element} />
      <AnswerError name={`${name}.incidents`} />
      {facts.map((fact) => (
        <Checkbox
          key={fact.id}
          name={`${name}.incidents.${fact.id}`}
          label={fact.code}
          hint={fact.text}
          defaultChecked={element.incidentIds.includes(fact.id)}
        />
      ))}
      <TextField
        name={`${name}.note`}
        label="How the facts carry it"
        defaultValue={element.note ?? undefined}
        optional
      />
    </fieldset>
  );
}
