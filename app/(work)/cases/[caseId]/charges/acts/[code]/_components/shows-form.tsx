import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { elementPlace } from "@/lib/casework/charges/rules";
import type { ChargeView, ElementView } from "@/lib/casework/charges/types";
import { t } from "@/lib/platform/language/translate";
import { linkActAction } from "../actions";
import { ElementsError } from "./elements-error";

type Props = {
  caseId: string;
  incident: { id: string; code: string };
  charges: readonly ChargeView[];
  sides: { home: string; there: string };
};

/** "This act shows ...": the elements of each named offence, ticked where this incident supports them. */
export function ShowsForm({ caseId, incident, charges, sides }: Props) {
  return (
    <ActionForm
      action={linkActAction}
      label={t("What {code} shows", { code: incident.code })}
      className="stack stack--l"
    >
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="incidentId" value={incident.id} />
      <ElementsError />
      {charges.map((charge) => (
        <section className="stack" key={charge.id} aria-label={charge.home.title}>
          <h3>{charge.home.title}</h3>
          <Side name={`${sides.home}: ${charge.home.citation}`} side="home" charge={charge} incidentId={incident.id} />
          {charge.there ? (
            <Side
              name={`${sides.there}: ${charge.there.citation}`}
              side="there"
              charge={charge}
              incidentId={incident.id}
            />
          ) : null}
        </section>
      ))}
      <SubmitFoot icon="save" pendingText={t("Saving")}>
        {t("Save what {code} shows", { code: incident.code })}
      </SubmitFoot>
    </ActionForm>
  );
}

type SideProps = { name: string; side: "home" | "there"; charge: ChargeView; incidentId: string };

function Side({ name, side, charge, incidentId }: SideProps) {
  return (
    <fieldset className="field">
      <legend>{name}</legend>
      {charge.elements
        .filter((element) => element.side === side)
        .map((element) => (
          <label className="choice" key={element.key}>
            <input
              type="checkbox"
              name="elements"
              value={elementPlace(charge, element)}
              defaultChecked={element.incidentIds.includes(incidentId)}
            />
            <span>
              {element.element + 1}. {element.text}
            </span>
            <small>{supportOf(element)}</small>
          </label>
        ))}
    </fieldset>
  );
}

function supportOf({ incidents, exhibits }: ElementView): string {
  const support = [...incidents, ...exhibits];
  return support.length > 0
    ? t("Supported by {support}", { support: support.join(", ") })
    : t("Nothing supports it yet");
}
