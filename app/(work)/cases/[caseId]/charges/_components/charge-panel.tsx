import { Chip } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import { ActionForm, type FormAction, FormFoot } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { ChargeView, ElementView } from "@/lib/charges/types";
import { plural } from "@/lib/platform/format";
import { AnswerForm, type Fact } from "./answer-form";
import { SourceLine } from "./source-line";

type Props = {
  caseId: string;
  charge: ChargeView;
  sides: { home: string; there: string };
  facts: readonly Fact[];
  actions: { answerElementsAction: FormAction; dropChargeAction: FormAction };
};

/** One offence and its pair, with the facts that carry each element and the gaps in words. */
export function ChargePanel({ caseId, charge, sides, facts, actions }: Props) {
  return (
    <Panel
      id={`charge-${charge.number}`}
      title={`${charge.home.title}`}
      end={
        charge.gaps > 0 ? (
          <Chip kind="warning" icon="triangle-alert">
            {plural(charge.gaps, "gap")}
          </Chip>
        ) : (
          <Chip kind="done">Every element has a fact</Chip>
        )
      }
    >
      <div className="cols cols--2">
        <Side name={sides.home} offence={charge.home} elements={charge.elements.filter((one) => one.side === "home")} />
        {charge.there ? (
          <Side
            name={sides.there}
            offence={charge.there}
            elements={charge.elements.filter((one) => one.side === "there")}
          />
        ) : (
          <p className="muted">No offence of {sides.there} is paired with it yet.</p>
        )}
      </div>
      {charge.extraElement ? (
        <p>
          <span className="strong">What {sides.there} still needs:</span> {charge.extraElement}.
        </p>
      ) : null}
      <div className="row noprint">
        <AnswerForm caseId={caseId} charge={charge} sides={sides} facts={facts} action={actions.answerElementsAction} />
        <Disclosure icon="trash-2" label="Take it off">
          <ActionForm action={actions.dropChargeAction} label={`Take ${charge.home.citation} off the case`}>
            <input type="hidden" name="caseId" value={caseId} />
            <input type="hidden" name="chargeId" value={charge.id} />
            <p className="muted">The log keeps that it was named. The facts stay as incidents.</p>
            <FormFoot>
              <SubmitButton look="danger" pendingText="Taking it off">
                Take {charge.home.citation} off the case
              </SubmitButton>
            </FormFoot>
          </ActionForm>
        </Disclosure>
      </div>
    </Panel>
  );
}

type SideProps = { name: string; offence: ChargeView["home"]; elements: readonly ElementView[] };

function Side({ name, offence, elements }: SideProps) {
  return (
    <section className="stack" aria-label={name}>
      <div className="stack stack--s">
        <h3>
          {name}: {offence.citation}
        </h3>
        <p className="muted">{offence.maxPenalty}</p>
        {offence.inForce ? null : <Chip kind="overdue">Not in force on the day of any act</Chip>}
        {offence.note ? <p className="small muted">{offence.note}</p> : null}
        <SourceLine sources={offence.sources} />
      </div>
      <ol className="stack">
        {elements.map((one) => (
          <li key={one.element} className="stack stack--s">
            <p>
              {one.element + 1}. {one.text}
            </p>
            <div className="row row--tight">
              {one.gap ? (
                <Chip kind="warning" icon="circle-dashed">
                  Gap: no fact tied yet
                </Chip>
              ) : (
                <Chip kind="done">{one.incidents.join(", ")}</Chip>
              )}
              {one.note ? <span className="muted">{one.note}</span> : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
