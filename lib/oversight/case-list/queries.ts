import "server-only";
import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { cases, members } from "@/db/schema";
import { listAssignable } from "@/lib/casework/assignments/list-assignable";
import { mostCases } from "@/lib/casework/assignments/rules";
import type { Picked } from "@/lib/casework/assignments/types";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { isId } from "@/lib/platform/ids";
import { beyond, casesLike, type Stretch, stretchesOf } from "./access";
import { countCap, cutPage, type Mark, readMark, writeMark } from "./rules";
import type { CaseFilters, CaseListView, CasePage, CaseRow, SortDirection, ViewCounts } from "./types";

const pageSize = 25;

type Read = { row: CaseRow; part: number; value: string | null };

/**
 * One page of the cases that the person may see, by keyset: a deep page costs the same as the first.
 * @param counted the number of matching cases, if already known
 */
export const listCases = query(
  "case.read",
  async (ctx, view: CaseListView, counted?: number | null): Promise<CasePage> => {
    const { key, dir } = view.sort;
    const size = Math.min(view.size ?? pageSize, 100);
    const mark = view.cursor && usable(readMark(view.cursor.mark, key, dir), stretchesOf(key).length);
    const back = mark !== undefined && view.cursor?.side === "before";
    const where = casesLike(ctx, view.filters);
    const read = await readOn(ctx, { where, stretches: stretchesOf(key), dir: back ? turned(dir) : dir, mark, size });
    const { rows, more } = cutPage(read, size, back);
    const place = mark === undefined ? 0 : back ? Math.max(mark.place - rows.length, 0) : mark.place + 1;
    const markAt = (at: number) => {
      const one = rows.at(at);
      if (!one) return undefined;
      const offset = at === 0 ? place : place + rows.length - 1;
      return writeMark(key, dir, { part: one.part, value: one.value, id: one.row.id, place: offset });
    };
    return {
      rows: rows.map((row) => row.row),
      from: rows.length > 0 ? place + 1 : 0,
      total: counted ?? (await countCases(ctx, view.filters)),
      before: back ? (more ? markAt(0) : undefined) : mark && markAt(0),
      after: back || more ? markAt(-1) : undefined,
    };
  },
);

/** How many cases the filters leave, counted to 1,001 and no further. */
export const countCases = query("case.read", async (ctx, filters: CaseFilters): Promise<number> => {
  const rows = ctx.db
    .select({ id: cases.id })
    .from(cases)
    .where(casesLike(ctx, filters))
    .limit(countCap + 1)
    .as("capped");
  const [row] = await ctx.db.select({ n: sql<number>`count(*)::int` }).from(rows);
  return row?.n ?? 0;
});

/** The counts on the views above the list, each to 1,001. */
export const readViewCounts = query(
  "case.read",
  async (ctx): Promise<ViewCounts> => ({
    open: await countCases(ctx, {}),
    overdue: await countCases(ctx, { due: ["overdue"] }),
    mine: await countCases(ctx, { owner: ["me"] }),
    quiet: await countCases(ctx, { quietDays: 14 }),
  }),
);

function usable(mark: Mark | undefined, parts: number): Mark | undefined {
  return mark && isId(mark.id) && mark.part >= 0 && mark.part < parts ? mark : undefined;
}

const turned = (dir: SortDirection): SortDirection => (dir === "asc" ? "desc" : "asc");

type Reading = {
  where: SQL | undefined;
  stretches: Stretch[];
  dir: SortDirection;
  mark: Mark | undefined;
  size: number;
};

/** Walks the stretches from the mark on until a page and one row more are together. */
async function readOn(ctx: TxCtx, { where, stretches, dir, mark, size }: Reading): Promise<Read[]> {
  const order = stretches.map((stretch, part) => ({ stretch, part }));
  if (dir === "desc") order.reverse();
  const start = mark ? order.findIndex((sortPart) => sortPart.part === mark.part) : 0;
  const found: Read[] = [];
  for (const { stretch, part } of order.slice(start)) {
    const left = size + 1 - found.length;
    if (left <= 0) break;
    const from = mark && part === mark.part ? beyond(stretch, mark, dir, cases.id) : undefined;
    const rows = await readStretch(ctx, stretch, and(where, stretch.only, from), dir, left);
    found.push(...rows.map(({ value, ...row }) => ({ row, part, value })));
  }
  return found;
}

/** The value of the order comes as text, so that no digit of an instant is lost on its way through the address. */
async function readStretch(ctx: TxCtx, by: Stretch, where: SQL | undefined, dir: SortDirection, limit: number) {
  const to = dir === "asc" ? asc : desc;
  return ctx.db
    .select({ ...caseRow, value: by.by ? sql<string | null>`${by.by}::text` : sql<string | null>`null::text` })
    .from(cases)
    .innerJoin(members, and(eq(members.orgId, cases.orgId), eq(members.id, cases.ownerId)))
    .where(where)
    .orderBy(...(by.by ? [to(by.by)] : []), to(cases.id))
    .limit(limit);
}

const caseRow = {
  id: cases.id,
  code: cases.code,
  pseudonym: cases.pseudonym,
  pair: cases.pair,
  playbookVersion: cases.playbookVersion,
  risk: cases.risk,
  riskAssessed: cases.riskAssessed,
  inDanger: cases.inDanger,
  level: cases.level,
  levels: cases.levels,
  marks: cases.marks,
  nextStep: cases.nextStep,
  nextDueOn: cases.nextDueOn,
  nextDueAt: cases.nextDueAt,
  nextDueLabel: cases.nextDueLabel,
  ownerId: cases.ownerId,
  ownerName: members.name,
  openedAt: cases.openedAt,
  lastActivityAt: cases.lastActivityAt,
  closedAt: cases.closedAt,
};

/** All cases that the filters of the list leave, up to the most that are given at once. */
export const readMatching = query("case.write", async (ctx, filters: CaseFilters): Promise<Picked> => {
  const found = await listAssignable(ctx, casesLike(ctx, filters), mostCases + 1);
  return { cases: found.slice(0, mostCases), more: found.length > mostCases, missing: 0 };
});
