import { compareText } from "@/lib/platform/language/formats";
import "server-only";
import { partyLabels } from "@/lib/casework/notes/labels";
import { listAccountChoices, readSubjectZone } from "@/lib/casework/subjects/queries";
import { query } from "@/lib/kernel/access/query";
import { findPlatform, type Law } from "@/lib/law/jurisdictions/rules";
import { namesOf } from "@/lib/organisation/members/names-of";
import { pageOf, pageSize } from "@/lib/platform/paging";
import { traceCase } from "./access";
import { fits } from "./rules";
import type { SourceRow, TimelineFilter, TimelineOption, TimelinePage, TimelineRow } from "./types";

/** More lines than this are not printed at once. */
const mostPrinted = 2_000;

type Asked = {
  filter: TimelineFilter;
  page: number;
  /** All on one page, to print. */
  whole?: boolean;
};

/** One page of everything that happened in a case, the newest first. @throws AppError not_found */
export const readTimeline = query(
  "case.read",
  async (ctx, caseId: string, { filter, page, whole = false }: Asked): Promise<TimelinePage> => {
    const { traced, rows } = await traceCase(ctx, caseId);
    const { zone, law } = traced;
    const listed = pageOf(
      rows.filter((row) => fits(row, filter, zone)),
      page,
      { size: whole ? mostPrinted : pageSize },
    );
    const names = await namesOf(
      ctx,
      rows.map((row) => row.byId),
    );
    const used = new Set(rows.flatMap((row) => row.accountId ?? []));
    return {
      rows: listed.rows.map((row) => opened(row, names)),
      page: listed.page,
      total: listed.total,
      all: rows.length,
      accounts: (await listAccountChoices(ctx, caseId)).flatMap(({ id, label }) =>
        used.has(id) ? [{ value: id, label }] : [],
      ),
      platforms: platformsIn(rows, law),
      people: peopleIn(rows, names),
      homeZone: zone,
      thereZone: (await readSubjectZone(ctx, caseId)) ?? "UTC",
    };
  },
);

/** The newest lines, for the overview of the case. @throws AppError not_found */
export const listLatest = query("case.read", async (ctx, caseId: string, most: number): Promise<TimelineRow[]> => {
  const { rows } = await traceCase(ctx, caseId, most);
  const newest = rows.slice(0, most);
  const names = await namesOf(
    ctx,
    newest.map((row) => row.byId),
  );
  return newest.map((row) => opened(row, names));
});

function opened({ words, byId, ...row }: SourceRow, names: ReadonlyMap<string, string>): TimelineRow {
  return { ...row, words: words(), by: byId && (names.get(byId) ?? null) };
}

function platformsIn(rows: readonly SourceRow[], law: Law): TimelineOption[] {
  const keys = [...new Set(rows.flatMap((row) => row.platform ?? []))];
  const options = keys.map((key) => ({ value: key, label: findPlatform(key, law)?.name ?? key }));
  return options.toSorted((a, b) => compareText(a.label, b.label));
}

/** Those who wrote, and those with whom contacts were. */
function peopleIn(rows: readonly SourceRow[], names: ReadonlyMap<string, string>): TimelineOption[] {
  const wrote = [...names].map(([id, name]) => ({ value: `by:${id}`, label: name }));
  const met = Object.entries(partyLabels).flatMap(([party, label]) =>
    rows.some((row) => row.party === party) ? [{ value: `with:${party}`, label }] : [],
  );
  return [...met, ...wrote.toSorted((a, b) => compareText(a.label, b.label))];
}
