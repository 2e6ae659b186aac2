import { Chip } from "@/app/_ui/chip";
import { Checkbox } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { LinkButton } from "@/app/_ui/link-button";
import { Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { ChargeView } from "@/lib/casework/charges/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";
import { dropChargeAction } from "../actions";
import { askedOf, linkHref, nextOpen, questionsOf } from "../questions";
import { AnswerForm, type Facts } from "./answer-form";
import { OffenceSide } from "./offence-side";
import { PairingNeeds } from "./pairing-needs";

type Props = {
  caseId: string;
  charge: ChargeView;
  sides: { home: string; there: string };
  /** What can be linked, if the form is shown: for one element of one offence at a time. */
  facts: Facts | null;
  /** The element that the address names. */
  part: unknown;
};

/** One offence and its pair, element by element, with what carries each and every gap in words. */
export function ChargePanel({ caseId, charge, sides, facts, part }: Props) {
  const questions = questionsOf(charge, sides);
  const question = facts ? askedOf(questions, part) : undefined;
  const form = (at: string) =>
    facts && question?.part === at ? (
      <AnswerForm {...{ caseId, charge, question, facts }} next={nextOpen(questions, at)} />
    ) : null;
  const of = (side: "home" | "there") => charge.elements.filter((element) => element.side === side);
  return (
    <Panel
      id={`charge-${charge.number}`}
      title={charge.home.title}
      padded={false}
      end={
        charge.gaps > 0 ? (
          <Chip kind="warning" icon="triangle-alert">
            {plural(charge.gaps, "gap")}
          </Chip>
        ) : (
          <Chip kind="done">{t("Nothing is missing")}</Chip>
        )
      }
    >
      <div className="pairing">
        <OffenceSide
          {...{ caseId, charge, form, side: "home" }}
          name={sides.home}
          offence={charge.home}
          elements={of("home")}
        />
        {charge.there ? (
          <OffenceSide
            {...{ caseId, charge, form, side: "there" }}
            name={sides.there}
            offence={charge.there}
            elements={of("there")}
          />
        ) : (
          <section className="pairing__side pairing__side--there" aria-label={sides.there}>
            <h3>{sides.there}</h3>
            <p className="muted">
              {t("No matching offence in the other country yet. Without one, no request can be sent there.")}
            </p>
          </section>
        )}
      </div>
      {charge.pairing ? <PairingNeeds {...{ caseId, charge, form }} there={sides.there} /> : null}
      <div className="panel__foot row noprint">
        {facts ? null : (
          <LinkButton
            icon="link"
            href={linkHref(caseId, charge.number, askedOf(questions, undefined)?.part)}
            aria-label={t("Link evidence to the elements of {citation}", { citation: charge.home.citation })}
          >
            {t("Link evidence to the elements")}
          </LinkButton>
        )}
        <DropForm caseId={caseId} charge={charge} />
      </div>
    </Panel>
  );
}

function DropForm({ caseId, charge }: Pick<Props, "caseId" | "charge">) {
  return (
    <Disclosure icon="trash-2" label={t("Remove {citation}", { citation: charge.home.citation })}>
      <ActionForm
        action={dropChargeAction}
        label={t("Remove {citation} from the case", { citation: charge.home.citation })}
      >
        <input type="hidden" name="caseId" value={caseId} />
        <input type="hidden" name="chargeId" value={charge.id} />
        <p className="muted">{t("The log still shows that it was named. The facts stay on the case as incidents.")}</p>
        <TextField
          name="why"
          label={t("Why it is not relied on")}
          hint={t("A packet names it as considered, with this reason")}
          optional
        />
        <Checkbox name="mistake" label={t("It was named by mistake: say nothing about it")} />
        <SubmitFoot variant="danger" pendingText={t("Removing")}>
          {t("Remove {citation} from the case", { citation: charge.home.citation })}
        </SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}
