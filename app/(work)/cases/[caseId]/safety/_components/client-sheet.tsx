import { plainTitles } from "@/lib/casework/safety/plans/labels";
import { bySection } from "@/lib/casework/safety/plans/rules";
import type { PlanEntry, PlanSection } from "@/lib/casework/safety/plans/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import type { CivilDate } from "@/lib/platform/time/calendar";

type Props = {
  sections: readonly PlanSection[];
  entries: readonly PlanEntry[];
  /** What is to do on phone and accounts, in a few words each. */
  steps: readonly string[];
  help: string;
  organisation: string | null;
  reviewOn: CivilDate | null;
};

/** One page for the client in plain words. It says of itself neither what it is for nor from whom it comes. */
export function ClientSheet({ sections, entries, steps, help, organisation, reviewOn }: Props) {
  const shown = bySection(entries).filter((part) => sections.includes(part.section) && part.entries.length > 0);
  return (
    <article className="clientsheet" aria-labelledby="sheet-title">
      <h3 id="sheet-title">{t("My notes")}</h3>
      {shown.map((part) => (
        <section key={part.section}>
          <h4>{plainTitles[part.section]}</h4>
          <ul>
            {part.entries.map(({ id, what, detail }) => (
              <li key={id}>
                <strong>{what}</strong>
                {detail ? <span className="event__words">{detail}</span> : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {steps.length > 0 ? (
        <section>
          <h4>{t("To do")}</h4>
          <ul>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <p>{t("Help at once: {help}", { help })}</p>
      {reviewOn ? <p>{t("Read again by {day}.", { day: formatDate(reviewOn) })}</p> : null}
      {organisation ? <p>{organisation}</p> : null}
    </article>
  );
}
