import "server-only";
import { and, arrayOverlaps, eq, gt, gte, inArray, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { among } from "@/db/among";
import { caseAccess, caseFlags, cases, customValues } from "@/db/schema";
import { answeredFor, laterCases, nearCases, overdueCases, seatsOf, visibleCases } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { officeToday, officeZone } from "@/lib/law/office/rules";
import { notKnown } from "@/lib/organisation/custom-fields/rules";
import { casesCounted } from "@/lib/oversight/reports/access";
import { actsByPlatform } from "@/lib/oversight/reports/rules";
import { isId } from "@/lib/platform/ids";
import { addDays } from "@/lib/platform/time/calendar";
import { startOfDay } from "@/lib/platform/time/zone";
import { isOnlyName, type Mark } from "./rules";
import {
  type CaseFilters,
  type CaseSort,
  type DueFilter,
  type FacetName,
  facetNames,
  type OwnFilter,
  type SortDirection,
} from "./types";

/** The condition of a list: never more than the person may see. */
export function casesLike(ctx: TxCtx, filters: CaseFilters): SQL | undefined {
  return and(visibleCases(ctx), asFiltered(ctx, filters));
}

/**
 * The filters alone, for a list that starts from the cases that the person may see. `asked`: what was typed is asked of
 * each case that the list comes to, so that no index of names is gone through instead of the list.
 */
export function asFiltered(ctx: TxCtx, filters: CaseFilters, asked = false): SQL | undefined {
  return and(unfaceted(ctx, filters, asked), ...facetNames.map((facet) => facetIs(ctx, filters, facet)));
}

/**
 * What is kept beside a caseworker's access says the same of open and closed, and of a name, so that its indexes are used.
 */
export function keptUnfaceted(ctx: TxCtx, { status, q }: CaseFilters): SQL | undefined {
  if (!seatsOf(ctx)) return undefined;
  return and(statusIs(caseAccess.closedAt, status), q && isOnlyName(q) ? nameBegins(caseAccess.sought, q) : undefined);
}

/** The same of the filters: it lets through no less than they do, and what it lets through they decide. */
export function asKept(ctx: TxCtx, filters: CaseFilters): SQL | undefined {
  if (!seatsOf(ctx)) return undefined;
  const { due, risk, level, quietDays, owner } = filters;
  const day = (days: number) => addDays(officeToday(ctx.now), days);
  const { nextDueOn, lastActivityAt } = caseAccess;
  // A day more on either side: each case counts by the day of its own country.
  const near = and(gte(nextDueOn, day(-1)), lte(nextDueOn, day(9)));
  const times = { overdue: lte(nextDueOn, day(1)), week: near, later: gte(nextDueOn, day(6)), none: isNull(nextDueOn) };
  const [only, ...others] = due ?? [];
  return and(
    keptUnfaceted(ctx, filters),
    only && others.length === 0 ? times[only] : undefined,
    risk?.length ? inArray(caseAccess.risk, [...risk]) : undefined,
    level?.length ? inArray(caseAccess.level, [...level]) : undefined,
    quietDays ? lt(lastActivityAt, quietSince(ctx, quietDays)) : undefined,
    owner?.join() === "me" ? eq(caseAccess.owns, true) : undefined,
  );
}

/** The filters that have no counted facet. */
export function unfaceted(ctx: TxCtx, filters: CaseFilters, asked = false): SQL | undefined {
  const { ids, q, counted, quietSince: since, openedFrom, openedTo, own } = filters;
  return and(
    statusIs(cases.closedAt, filters.status),
    ids ? among(cases.id, [...ids]) : undefined,
    q ? beginsWith(q, asked ? startsWith : begins) : undefined,
    counted ? casesCounted(ctx, counted, filters) : undefined,
    since ? lt(cases.lastActivityAt, startOfDay(since, officeZone())) : undefined,
    openedFrom ? gte(cases.openedAt, startOfDay(openedFrom, officeZone())) : undefined,
    openedTo ? lt(cases.openedAt, startOfDay(addDays(openedTo, 1), officeZone())) : undefined,
    ...(own ?? []).map((filter) => hasValue(ctx, filter)),
  );
}

/** The condition of one facet; undefined if it is not set. */
export function facetIs(ctx: TxCtx, filters: CaseFilters, facet: FacetName): SQL | undefined {
  const { due, risk, owner, level, pair, quietDays, flagged, step, kind } = filters;
  if (facet === "due") return due?.length ? or(...due.map((dueFilter) => dueIs(ctx, dueFilter))) : undefined;
  if (facet === "risk") return risk?.length ? inArray(cases.risk, [...risk]) : undefined;
  if (facet === "owner") return owner?.length ? ownerIs(ctx, owner) : undefined;
  if (facet === "level") return level?.length ? inArray(cases.level, [...level]) : undefined;
  if (facet === "pair") return pair?.length ? inArray(cases.pair, [...pair]) : undefined;
  if (facet === "quiet") return quietDays ? lt(cases.lastActivityAt, quietSince(ctx, quietDays)) : undefined;
  if (facet === "flagged") return flagged ? inArray(cases.id, flaggedCases(ctx)) : undefined;
  if (facet === "step") return step?.length ? inArray(plainStep(), step.map(plainWords)) : undefined;
  return kind?.length ? arrayOverlaps(cases.numberKinds, [...kind]) : undefined;
}

const platformsCut = (act: string) => `${act}: `;

/** The next step without the platforms that are named behind it: one value, whichever they are. */
export function plainStep(): SQL {
  const named = actsByPlatform().map(
    (act) => sql`when starts_with(${cases.nextStep}, ${platformsCut(act)}) then ${act}`,
  );
  return sql`case ${sql.join(named, sql` `)} else ${cases.nextStep} end`;
}

/** The same of one value, as an address or a saved view keeps it. */
const plainWords = (step: string): string => actsByPlatform().find((act) => step.startsWith(platformsCut(act))) ?? step;

/** The instant before which nothing happened for this many days. */
export function quietSince(ctx: TxCtx, days: number): Date {
  return new Date(ctx.now.getTime() - days * 86_400_000);
}

/** Few cases have an open flag: a list of these starts from the flags. */
export function flaggedCases(ctx: TxCtx) {
  return ctx.db
    .select({ id: caseFlags.caseId })
    .from(caseFlags)
    .where(and(eq(caseFlags.orgId, ctx.orgId), isNull(caseFlags.resolvedAt)));
}

/**
 * Who reads every case may start from the values, of which there can be few; of a caseworker's cases each is asked, so
 * that the rule of who reads a value is not asked of all values there are.
 */
function hasValue(ctx: TxCtx, { fieldId, kind, values, from, to }: OwnFilter): SQL {
  const known = values?.filter((value) => value !== notKnown) ?? [];
  const isOne = values
    ? or(
        known.length > 0 ? among(customValues.value, known) : undefined,
        values.includes(notKnown) ? eq(customValues.isUnknown, true) : undefined,
      )
    : undefined;
  const within =
    kind === "number"
      ? and(
          from ? gte(customValues.amount, Number(from)) : undefined,
          to ? lte(customValues.amount, Number(to)) : undefined,
        )
      : and(from ? gte(customValues.day, from) : undefined, to ? lte(customValues.day, to) : undefined);
  const fits = and(eq(customValues.orgId, ctx.orgId), eq(customValues.fieldId, fieldId), values ? isOne : within);
  if (!seatsOf(ctx)) {
    return inArray(cases.id, ctx.db.select({ id: customValues.caseId }).from(customValues).where(fits));
  }
  return sql`exists (select from app.custom_values where ${and(eq(customValues.recordId, cases.id), fits)} offset 0)`;
}

/** Of a case, or of its row in `caseAccess`. */
function statusIs(closedAt: AnyPgColumn, status: CaseFilters["status"]): SQL | undefined {
  const closed = status?.includes("closed");
  const open = status?.includes("open");
  if (closed && open) return undefined;
  return closed ? isNotNull(closedAt) : isNull(closedAt);
}

/**
 * Between two texts and not LIKE: behind row-level security an index is only used by an operator that leaks nothing.
 */
function beginsWith(typed: string, does: typeof begins): SQL | undefined {
  const named = nameBegins(cases.sought, typed, does);
  return isOnlyName(typed) ? named : or(named, does(cases.code, typed.trim().toUpperCase()));
}

const begins = (column: AnyPgColumn, beginning: string) =>
  sql`(${column} ~>=~ ${beginning} and ${column} ~<~ ${beginning + lastLetter})`;

/** The same where no index is wanted: of a function that may leak, Postgres makes no condition of an index. */
const startsWith = (column: AnyPgColumn, beginning: string) => sql`starts_with(${column}, ${beginning})`;

const nameBegins = (column: AnyPgColumn, typed: string, does = begins) => does(column, typed.trim().toLowerCase());

/** Cases whose pseudonym begins so; of a caseworker also what is kept beside their access, so that its index is used. */
export function namedLike(ctx: TxCtx, typed: string): SQL | undefined {
  return and(nameBegins(cases.sought, typed), seatsOf(ctx) ? nameBegins(caseAccess.sought, typed) : undefined);
}

/** Nothing that was typed comes after it. */
const lastLetter = "\u{10FFFF}";

export function dueIs(ctx: TxCtx, due: DueFilter): SQL | undefined {
  if (due === "overdue") return overdueCases(ctx);
  if (due === "week") return nearCases(ctx);
  return due === "later" ? laterCases(ctx) : isNull(cases.nextDueOn);
}

/** `me`: own cases, and those that the person covers while a colleague is away. */
function ownerIs(ctx: TxCtx, owners: readonly string[]): SQL {
  const ids = owners.filter(isId);
  const named = ids.length > 0 ? inArray(cases.ownerId, ids) : undefined;
  return or(named, owners.includes("me") ? answeredFor(ctx) : undefined) ?? sql`false`;
}

/** No playbook has more; a case on a higher level would be missing from this order, so a test counts them. */
const levelsOfLadder = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/**
 * One stretch of an order that an index can walk: rows with this in common, by this column and then by id. `none`: the
 * column that is empty in all of them, and by which the index is ordered first.
 */
export type Stretch = { only?: SQL; by?: AnyPgColumn; none?: AnyPgColumn };

/** Where the order is read from: the cases, or for a caseworker what is kept of them beside their access. */
export type Ordered = typeof cases | typeof caseAccess;

/** The stretches of an order, first to last going up. Going down is the exact reverse. */
export function stretchesOf(key: CaseSort, of: Ordered, { status }: Pick<CaseFilters, "status"> = {}): Stretch[] {
  if (key === "opened") return [{ by: of.openedAt }];
  if (key === "activity") return [{ by: of.lastActivityAt }];
  if (key === "pseudonym") return [{ by: of.pseudonym }];
  // Nothing is due on a closed case.
  if (key === "due" && status?.join() === "closed") return [{ only: isNull(of.nextDueOn), by: of.openedAt }];
  if (key === "due")
    return [
      { only: isNotNull(of.nextDueOn), by: of.nextDueOn },
      { only: isNull(of.nextDueOn), none: of.nextDueOn },
    ];
  if (key === "ladder") return levelsOfLadder.map((level) => ({ only: eq(of.level, level), by: of.openedAt }));
  return (["standard", "elevated", "high"] as const).map((risk) => ({ only: eq(of.risk, risk), by: of.openedAt }));
}

/** Rows of a section after a mark, in reading direction. */
export function beyond(stretch: Stretch, mark: Mark, dir: SortDirection, id: AnyPgColumn): SQL {
  const than = dir === "asc" ? gt : lt;
  if (!stretch.by || mark.value === null) return than(id, mark.id);
  const sign = dir === "asc" ? sql`>` : sql`<`;
  return sql`(${stretch.by}, ${id}) ${sign} (${mark.value}::${sql.raw(stretch.by.getSQLType())}, ${mark.id}::uuid)`;
}
