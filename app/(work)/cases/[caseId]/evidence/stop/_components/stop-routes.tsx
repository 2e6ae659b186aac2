import type { Route } from "next";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { SourceMarks } from "@/app/(work)/_components/law-sources";
import type { StopGuide, StopRoute } from "@/lib/casework/minors-stop/types";
import type { LegalSource } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";

/** Where it is reported, country by country, each line with how well its source was read. */
export function StopRoutes({ caseId, guides }: { caseId: string; guides: readonly StopGuide[] }) {
  if (guides.length === 0) {
    return (
      <Panel label={t("Where to report")}>
        <EmptyState icon="landmark" title={t("No route is known for these countries")}>
          {t("Ask the police where the client lives. Record what you are told as a reference.")}
        </EmptyState>
      </Panel>
    );
  }
  return guides.map((guide) => (
    <Panel key={guide.key} title={guide.title} id={`route-${guide.key}`}>
      {guide.routes.map((route) => (
        <RouteLine key={route.agency} caseId={caseId} route={route} />
      ))}
      <ul>
        {guide.facts.map((fact) => (
          <li key={fact.text}>
            {fact.text} <Marks sources={fact.sources} />
          </li>
        ))}
      </ul>
      <p className="small muted">{t("{guide}. General information, not legal advice.", { guide: sourcesOf(guide) })}</p>
    </Panel>
  ));
}

function RouteLine({ caseId, route }: { caseId: string; route: StopRoute }) {
  return (
    <section className="stack stack--s" aria-label={route.name}>
      <h3>{route.name}</h3>
      <p>
        {route.act} <Marks sources={route.sources} />
      </p>
      <p className="muted">{route.does}</p>
      {route.contacts.map((contact) => (
        <p key={contact.label}>
          {contact.label}: <span className="strong">{contact.value}</span>
        </p>
      ))}
      {route.contacts.length === 0 && isOpen(route) ? (
        <p className="small muted">{t("No contact was verified, so none is shown.")}</p>
      ) : null}
      <p className="small">
        {route.references.map((kind) => (
          <PageLink key={kind.key} href={`/cases/${caseId}/references?kind=${kind.key}#record` as Route}>
            {t("Record the {value}", { value: kind.label.charAt(0) + kind.label.slice(1) })}
          </PageLink>
        ))}
      </p>
    </section>
  );
}

function Marks({ sources }: { sources: readonly LegalSource[] }) {
  return <SourceMarks marks={[...new Set(sources.flatMap((source) => source.marks))]} />;
}

/** A source says that something about the body is still to be confirmed. */
const isOpen = (route: StopRoute) => route.sources.some((source) => source.marks.includes("C"));

/** `a; b, checked 24 Nov 2026; c, checked 25 Nov 2026`: each day once. */
function sourcesOf(guide: StopGuide): string {
  const all = [...guide.routes, ...guide.facts].flatMap((statement) => statement.sources);
  const days = [...new Set(all.map((source) => source.checkedOn))].toSorted();
  return days
    .map((day) => {
      const names = [...new Set(all.filter((source) => source.checkedOn === day).map((source) => source.source))];
      return t("{value}, checked {day}", { value: names.join("; "), day: formatDate(day) });
    })
    .join("; ");
}
