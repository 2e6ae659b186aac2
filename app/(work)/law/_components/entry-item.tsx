import type { Route } from "next";
import { Chip } from "@/app/_ui/chip";
import { PageLink } from "@/app/_ui/page-link";
import { Facts } from "@/app/_ui/panel";
import { ForceChip, StaleChip } from "@/app/(work)/_components/force-chip";
import { LawSources } from "@/app/(work)/_components/law-sources";
import { partWords } from "@/lib/law/provisions/labels";
import type { LawEntry } from "@/lib/law/provisions/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate, plural } from "@/lib/platform/text/format";

const shownLines = 4;

/** One provision in a list: what it says, its state, its source and when it was read. */
export function EntryItem({ entry, showPart = false }: { entry: LawEntry; showPart?: boolean }) {
  const { says, facts, force, sources } = entry;
  const more = says.length - shownLines;
  return (
    <article className="lawentry">
      <div className="lawentry__head">
        <div>
          <h3>
            <PageLink className="rowlink" href={`/law/${entry.part}/${entry.key}` as Route}>
              {entry.title}
            </PageLink>
          </h3>
          <p className="muted">
            {[showPart ? capital(partWords[entry.part][0]) : "", entry.citation, entry.countries.join(", ")]
              .filter(Boolean)
              .join(" · ")}
          </p>
        </div>
        <EntryChips entry={entry} />
      </div>
      {force?.refused ? <p className="strong">{t("Cannot be used. {refused}", { refused: force.refused })}</p> : null}
      <Lines lines={says.slice(0, shownLines)} />
      {more > 0 ? <p className="small muted">{t("{more} on its page.", { more: plural(more, "more line") })}</p> : null}
      {facts.length > 0 ? <Facts items={facts} /> : null}
      {sources.length > 0 ? <LawSources sources={sources} /> : null}
      {sources.length === 0 ? (
        <p className="small muted">{t("Last read {checkedOn}.", { checkedOn: formatDate(entry.checkedOn) })}</p>
      ) : null}
    </article>
  );
}

const capital = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

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
