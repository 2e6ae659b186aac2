import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { PageLink } from "@/app/_ui/page-link";
import { ForceChip, StaleChip } from "@/app/(work)/_components/force-chip";
import { LawSources } from "@/app/(work)/_components/law-sources";
import { partLabels } from "@/lib/law/provisions/labels";
import type { LawEntry } from "@/lib/law/provisions/types";
import { t } from "@/lib/platform/language/translate";

export type EntryGroup = { key: string; title: string; entries: readonly LawEntry[] };

/** One list in folded groups, each with its count. What it says and its sources are on the page of the provision. */
export function EntryGroups({ groups, open }: { groups: readonly EntryGroup[]; open: boolean }) {
  return groups.map(({ key, title, entries }) => (
    <details className="lawgroup" key={key} open={open}>
      <summary>
        <span className="strong">{title}</span> <span className="count">{entries.length}</span>
      </summary>
      <div className="items">
        {entries.map((entry) => (
          <EntryRow key={`${entry.part} ${entry.key}`} entry={entry} />
        ))}
      </div>
    </details>
  ));
}

/** The entries of one part by the countries they belong to, in the order of the data. */
export function groupByCountry(
  entries: readonly LawEntry[],
  countries: readonly { code: string; name: string }[],
): EntryGroup[] {
  const nameOf = (code: string) => countries.find((country) => country.code === code)?.name ?? code;
  const titleOf = (entry: LawEntry) => entry.countries.map(nameOf).join(", ") || t("No one country");
  const titles = [...new Set(entries.map(titleOf))];
  return titles.map((title) => ({ key: title, title, entries: entries.filter((entry) => titleOf(entry) === title) }));
}

/** Entries of every part by their part. */
export function groupByPart(entries: readonly LawEntry[]): EntryGroup[] {
  const parts = [...new Set(entries.map((entry) => entry.part))];
  return parts.map((part) => ({
    key: part,
    title: partLabels[part],
    entries: entries.filter((entry) => entry.part === part),
  }));
}

/** One provision in a list: its name, its citation and its state. */
function EntryRow({ entry }: { entry: LawEntry }) {
  const { part, key, title, citation, force } = entry;
  return (
    <PageLink className="item item--row" href={`/law/${part}/${key}` as Route}>
      <span className="item__title">{title}</span>
      <span className="item__why">
        {[citation, force?.refused ? t("Cannot be used. {refused}", { refused: force.refused }) : ""]
          .filter(Boolean)
          .join(" · ")}
      </span>
      <span className="item__side">
        <EntryChips entry={entry} />
      </span>
    </PageLink>
  );
}

/** Its state: in force, stale, changed by the organisation. */
export function EntryChips({ entry }: { entry: LawEntry }) {
  return (
    <div className="row">
      {entry.force ? <ForceChip force={entry.force} /> : null}
      {entry.stale ? <StaleChip /> : null}
      {entry.changedHere ? (
        <Chip kind="info" icon="pencil">
          {t("Changed here")}
        </Chip>
      ) : null}
    </div>
  );
}

/** Lines in our words; a line with its own source names it below. */
export function Lines({ lines }: { lines: LawEntry["says"] }) {
  if (lines.length === 0) return null;
  const sourced = lines.some((line) => line.sources.length > 0);
  return (
    <ul className={sourced ? "lawlines lawlines--facts" : "lawlines"}>
      {lines.map((line) => (
        <li key={line.text}>
          {line.text}
          {line.sources.length > 0 ? <LawSources sources={line.sources} fact={line.text} /> : null}
        </li>
      ))}
    </ul>
  );
}
