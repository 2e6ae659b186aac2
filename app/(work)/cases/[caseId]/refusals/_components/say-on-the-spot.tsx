import { Panel } from "@/app/_ui/panel";
import { SourceMarks } from "@/app/(work)/_components/law-sources";
import type { Fact } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";

/** The duty in plain sentences, to be quoted before anybody has refused; each with its confidence mark. */
export function SayOnTheSpot({ facts }: { facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  const read = new Map(facts.flatMap((fact) => fact.sources).map((source) => [source.source, source]));
  return (
    <Panel title={t("What to tell the officer at the counter")} id="say">
      <ul className="stack">
        {facts.map((fact) => (
          <li key={fact.text}>
            {fact.text} <SourceMarks marks={[...new Set(fact.sources.flatMap((source) => source.marks))]} />
          </li>
        ))}
      </ul>
      <p className="small muted">
        {[...read.values()]
          .map((source) =>
            t("{source}, checked {checkedOn}", { source: source.source, checkedOn: formatDate(source.checkedOn) }),
          )
          .join("; ")}
      </p>
    </Panel>
  );
}
