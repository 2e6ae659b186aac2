import type { ReactNode } from "react";
import { Chip } from "@/app/_ui/chip";
import { Icon } from "@/app/_ui/icon";
import { LinkButton } from "@/app/_ui/link-button";
import { LawSources } from "@/app/(work)/_components/law-sources";
import type { ChargeView, ElementView, NamedOffenceView } from "@/lib/casework/charges/types";
import { writeNumbers } from "@/lib/casework/incidents/rules";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { linkHref, partOf } from "../questions";

type SideProps = {
  caseId: string;
  charge: ChargeView;
  side: "home" | "there";
  name: string;
  offence: NamedOffenceView;
  elements: readonly ElementView[];
  /** The form of the element that is being answered, under it. */
  form: (part: string) => ReactNode;
};

/** One country's half: the offence, what it may bring, and its elements with what carries each. */
export function OffenceSide({ caseId, charge, side, name, offence, elements, form }: SideProps) {
  return (
    <section className={`pairing__side pairing__side--${side}`} aria-label={name}>
      <div className="stack stack--s">
        <h3>
          {name}: {offence.citation}
        </h3>
        <p>{offence.title}</p>
        <p className="muted">{offence.maxPenalty}</p>
        {offence.inForce ? null : (
          <p>
            <Chip kind="overdue">{t("Not in force on the day of any act")}</Chip>
          </p>
        )}
        {offence.inForce && offence.notCarried.length > 0 ? <NotCarried offence={offence} /> : null}
        {offence.note ? <p className="small muted">{offence.note}</p> : null}
        <LawSources sources={offence.sources} />
      </div>
      <ol className="elements">
        {elements.map((element) => (
          <li key={element.key} className={`element element--${element.gap ? "gap" : "met"}`}>
            <Icon name={element.gap ? "circle-dashed" : "circle-check"} />
            <div className="element__body">
              <p>
                {element.element + 1}. {element.text}
              </p>
              <Carried element={element} />
              <Offered element={element} />
              <LinkButton
                variant="quiet"
                small
                className="element__act noprint"
                href={linkHref(caseId, charge.number, partOf(element))}
                aria-label={t("{value} element {value2} of {citation}", {
                  value: element.gap ? t("Link evidence to") : t("Change"),
                  value2: element.element + 1,
                  citation: offence.citation,
                })}
              >
                {element.gap ? t("Link evidence") : t("Change")}
              </LinkButton>
            </div>
            {form(partOf(element))}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Acts from before the law: this offence cannot be charged for them. */
function NotCarried({ offence }: { offence: NamedOffenceView }) {
  const first = offence.notCarried.slice(0, 10).map((incident) => `${incident.code} (${formatDate(incident.day)})`);
  const more = offence.notCarried.length - first.length;
  const acts = more > 0 ? t("{value} and {more} more", { value: first.join(", "), more }) : first.join(", ");
  return (
    <p className="row row--tight">
      <Chip kind="warning" icon="ban">
        {t("Does not apply to {acts}", { acts })}
      </Chip>
      <span className="small muted">{t("It was not in force on that day.")}</span>
    </p>
  );
}

function Carried({ element }: { element: ElementView }) {
  if (element.gap) {
    return (
      <p className="row row--tight">
        <Chip kind="warning" icon="circle-dashed">
          {t("Gap: no evidence linked yet")}
        </Chip>
        {element.note ? <span className="muted">{element.note}</span> : null}
      </p>
    );
  }
  return (
    <p className="row row--tight">
      {element.incidents.length > 0 ? (
        <Chip kind="done" icon="flag">
          {writeNumbers(element.incidents)}
        </Chip>
      ) : null}
      {element.exhibits.length > 0 ? (
        <Chip kind="done" icon="paperclip">
          {writeNumbers(element.exhibits)}
        </Chip>
      ) : null}
      {element.note ? <span className="muted">{element.note}</span> : null}
    </p>
  );
}

/** What may bear on it and nobody decided about, and what is not relied on, with the reason. */
function Offered({ element: { offered, declined } }: { element: ElementView }) {
  return (
    <>
      {offered.length > 0 ? (
        <p className="row row--tight">
          <Chip kind="info" icon="circle-help">
            {writeNumbers(offered.map(({ code }) => code))}
          </Chip>
          <span className="small muted">{t("May bear on it. Link it, or say why not.")}</span>
        </p>
      ) : null}
      {declined.map(({ id, code, why }) => (
        <p key={id} className="small muted">
          {t("{code} is not relied on: {why}", { code, why })}
        </p>
      ))}
    </>
  );
}
