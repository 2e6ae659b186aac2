import "server-only";
import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, unionAll } from "drizzle-orm/pg-core";
import { caseAccess, cases, members, references } from "@/db/schema";
import { listAssignable } from "@/lib/casework/assignments/list-assignable";
import { mostCases } from "@/lib/casework/assignments/rules";
import type { Picked } from "@/lib/casework/assignments/types";
import { fromVisible, joinAccess, notDenied, notMine, seatsOf } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { isId } from "@/lib/platform/ids";
import { asFiltered, asKept, beyond, casesLike, flaggedCases, type Stretch, stretchesOf } from "./access";
import { countCap, cutPage, type Mark, readMark, writeMark } from "./rules";
import type { CaseFilters, CaseListView, CasePage, CaseRow, SortDirection, ViewCounts } from "./types";

const pageSize = 25;

type Read = { row: CaseRow; part: number; value: string | null };

/** One page of the cases that the person may see, by keyset: a deep page costs the same as the first. Nothing is counted. */
export const listRows = query("case.read", async (ctx, view: CaseListView): Promise<Omit<CasePage, "total">> => {
  const { key, dir } = view.sort;
  const size = Math.min(view.size ?? pageSize, 100);
  const seats = seatsOf(ctx);
  const stretches = stretchesOf(key, seats ? caseAccess : cases, view.filters);
  const mark = view.cursor && usable(readMark(view.cursor.mark, key, dir), stretches.length);
  const back = mark !== undefined && view.cursor?.side === "before";
  const narrow = { ...view, filters: await narrowed(ctx, view.filters) };
  const source = seats ? fromAccess(ctx, seats, narrow) : fromCases(ctx, narrow);
  const read = await readOn(source, { stretches, dir: back ? turned(dir) : dir, mark, size });
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
    before: back ? (more ? markAt(0) : undefined) : mark && markAt(0),
    after: back || more ? markAt(-1) : undefined,
  };
});

/**
 * The same with how many there are.
 * @param counted the number of matching cases, if it is known or being counted
 */
export const listCases = query(
  "case.read",
  async (ctx, view: CaseListView, counted?: Promise<number | null> | number | null): Promise<CasePage> => {
    const page = await listRows(ctx, view);
    return { ...page, total: (await counted) ?? (await countCases(ctx, view.filters)) };
  },
);

/** How many cases the filters leave, counted to 1,001 and no further. */
export const countCases = query("case.read", async (ctx, asked: CaseFilters): Promise<number> => {
  const { where } = fromVisible(ctx);
  const filters = await narrowed(ctx, asked);
  const rows = joinAccess(ctx, ctx.db.select({ id: cases.id }).from(cases).$dynamic())
    .where(and(where, asKept(ctx, filters), asFiltered(ctx, filters)))
    .limit(countCap + 1)
    .as("capped");
  const [row] = await ctx.db.select({ n: sql<number>`count(*)::int` }).from(rows);
  return row?.n ?? 0;
});

/** The counts on the views above the list, each to 1,001. */
export const readViewCounts = query("case.read", async (ctx): Promise<ViewCounts> => {
  const [open, overdue, mine, quiet] = await Promise.all([
    countCases(ctx, {}),
    countCases(ctx, { due: ["overdue"] }),
    countCases(ctx, { owner: ["me"] }),
    countCases(ctx, { quietDays: 14 }),
  ]);
  return { open, overdue, mine, quiet };
});

function usable(mark: Mark | undefined, parts: number): Mark | undefined {
  return mark && isId(mark.id) && mark.part >= 0 && mark.part < parts ? mark : undefined;
}

const turned = (dir: SortDirection): SortDirection => (dir === "asc" ? "desc" : "asc");

type Reading = {
  stretches: Stretch[];
  dir: SortDirection;
  mark: Mark | undefined;
  size: number;
};

/** Where the rows of a list come from. The value of the order comes as text, so that no digit of an instant is lost. */
type Source = {
  id: AnyPgColumn;
  read: (
    by: Stretch,
    from: SQL | undefined,
    dir: SortDirection,
    limit: number,
  ) => Promise<(CaseRow & { value: string | null })[]>;
};

/** Walks the stretches from the mark on until a page and one row more are together. */
async function readOn({ id, read }: Source, { stretches, dir, mark, size }: Reading): Promise<Read[]> {
  const order = stretches.map((stretch, part) => ({ stretch, part }));
  if (dir === "desc") order.reverse();
  const start = mark ? order.findIndex((sortPart) => sortPart.part === mark.part) : 0;
  const found: Read[] = [];
  const walk = async ({ stretch, part }: (typeof order)[number], left: number) => {
    const from = mark && part === mark.part ? beyond(stretch, mark, dir, id) : undefined;
    const rows = await read(stretch, from, dir, left);
    return rows.map(({ value, ...row }) => ({ row, part, value }));
  };
  const asked = order.slice(start);
  // A page more of the second of two costs less than asking the server again.
  if (asked.length <= 2) return (await Promise.all(asked.map((one) => walk(one, size + 1)))).flat().slice(0, size + 1);
  for (const one of asked) {
    const left = size + 1 - found.length;
    if (left <= 0) break;
    found.push(...(await walk(one, left)));
  }
  return found;
}

const ordersOf = ({ by, none }: Stretch, id: AnyPgColumn, dir: SortDirection): SQL[] => {
  const to = dir === "asc" ? asc : desc;
  return [by, none, id].flatMap((column) => (column ? [to(column)] : []));
};

const textOf = ({ by }: Stretch) => (by ? sql<string | null>`${by}::text` : sql<string | null>`null::text`).as("value");

/**
 * Open flags and kinds of number that few cases have, as the cases that have them: no index of cases finds these. Kinds for
 * whoever reads every case alone; a caseworker's own cases are gone through.
 */
async function narrowed(ctx: TxCtx, filters: CaseFilters): Promise<CaseFilters> {
  const { flagged, kind } = filters;
  if (filters.ids || !(flagged || kind?.length)) return filters;
  const flags = flagged ? await flaggedCases(ctx).limit(countCap + 1) : null;
  if (flags && flags.length <= countCap) return { ...filters, ids: idsOf(flags) };
  if (!kind?.length || seatsOf(ctx)) return filters;
  const numbers = await ctx.db
    .select({ id: references.caseId })
    .from(references)
    .where(and(eq(references.orgId, ctx.orgId), inArray(references.kind, [...kind])))
    .limit(countCap + 1);
  return numbers.length > countCap ? filters : { ...filters, ids: idsOf(numbers) };
}

const idsOf = (rows: readonly { id: string }[]): string[] => [...new Set(rows.map(({ id }) => id))];

/**
 * For whoever sees every case: the cases themselves, by their own indexes. Few that fit are gathered first: an order is
 * not walked through all cases for them.
 */
function fromCases(ctx: TxCtx, { filters, few }: CaseListView): Source {
  const like = casesLike(ctx, filters);
  const fitting = ctx.db
    .select({ id: cases.id })
    .from(cases)
    .where(like)
    .limit(countCap + 1);
  const where = few ? sql`${cases.id} = any (array(${fitting}))` : like;
  return {
    id: cases.id,
    read: async (stretch, from, dir, limit) =>
      ctx.db
        .select({ ...caseRow, value: textOf(stretch) })
        .from(cases)
        .innerJoin(members, ownerOfCase)
        .where(and(where, stretch.only, from))
        .orderBy(...ordersOf(stretch, cases.id, dir))
        .limit(limit),
  };
}

/**
 * For a caseworker: the cases that they may read, in order, by the indexes of what is kept of them. Whoever covers for
 * somebody reads as many rows of each colleague, and the first of all of them are taken.
 */
function fromAccess(ctx: TxCtx, seats: NonNullable<ReturnType<typeof seatsOf>>, view: CaseListView): Source {
  const { filters, few } = view;
  const kept = few ? { ...ofDays(filters), ...(filters.q && { q: filters.q }) } : ofDays(filters);
  const where = and(notDenied, asFiltered(ctx, filters, !few), asKept(ctx, kept));
  const ofSeat = (at: number, stretch: Stretch, from: SQL | undefined, dir: SortDirection, limit: number) =>
    ctx.db
      .select({ ...caseRow, value: textOf(stretch), place: sql`${stretch.by ?? null}`.as("place") })
      .from(caseAccess)
      .innerJoin(cases, and(eq(cases.orgId, caseAccess.orgId), eq(cases.id, caseAccess.caseId)))
      .innerJoin(members, ownerOfCase)
      .where(and(seats[at], at === 0 ? undefined : notMine(ctx), where, stretch.only, from))
      .orderBy(...ordersOf(stretch, caseAccess.caseId, dir))
      .limit(limit);
  return {
    id: caseAccess.caseId,
    read: async (stretch, from, dir, limit) => {
      const [first, second, ...others] = seats.map((_, at) => ofSeat(at, stretch, from, dir, limit));
      if (!first || !second) return plain(await first);
      const to = dir === "asc" ? sql`asc` : sql`desc`;
      const order = stretch.by ? [sql`place ${to}`, sql`id ${to}`] : [sql`id ${to}`];
      return plain(
        await unionAll(first, second, ...others)
          .orderBy(...order)
          .limit(limit),
      );
    },
  };
}

/** Only what may be the order of the list itself: every other condition would make Postgres gather and sort. */
const ofDays = ({ status, due }: CaseFilters): CaseFilters => ({ ...(status && { status }), ...(due && { due }) });

const plain = <Row extends { place: unknown }>(rows: readonly Row[] | undefined) =>
  (rows ?? []).map(({ place: _, ...row }) => row);

const ownerOfCase = and(eq(members.orgId, cases.orgId), eq(members.id, cases.ownerId));

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
