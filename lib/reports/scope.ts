import "server-only";
import { and, eq, gt, gte, ilike, inArray, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { cases } from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import { answeredFor, visibleCases } from "@/lib/cases/scope";
import { casesCounted } from "@/lib/figures/scope";
import { addDays } from "@/lib/platform/calendar";
import { isId } from "@/lib/platform/ids";
import { officeToday } from "@/lib/work/rules";
import { beginningPattern, type Mark } from "./rules";
import type { CaseFilters, CaseSort, DueFilter, SortDirection } from "./types";

/** What a list shows: never more than the person may see. */
export function casesLike(ctx: Scoped, filters: CaseFilters): SQL | undefined {
  return and(
    visibleCases(ctx),
    statusIs(filters.status),
    filters.q ? beginsWith(filters.q) : undefined,
    filters.risk?.length ? inArray(cases.risk, [...filters.risk]) : undefined,
    filters.level?.length ? inArray(cases.level, [...filters.level]) : undefined,
    filters.pair?.length ? inArray(cases.pair, [...filters.pair]) : undefined,
    filters.due?.length ? or(...filters.due.map((due) => dueIs(ctx, due))) : undefined,
    filters.owner?.length ? ownerIs(ctx, filters.owner) : undefined,
    filters.quietDays
      ? lt(cases.lastActivityAt, new Date(ctx.now.getTime() - filters.quietDays * 86_400_000))
      : undefined,
    filters.counted ? casesCounted(ctx, filters.counted, filters) : undefined,
  );
}

function statusIs(status: CaseFilters["status"]): SQL | undefined {
  const [closed, open] = [status?.includes("closed"), status?.includes("open")];
  if (closed && open) return undefined;
  return closed ? isNotNull(cases.closedAt) : isNull(cases.closedAt);
}

function beginsWith(typed: string): SQL | undefined {
  const pattern = beginningPattern(typed);
  return or(ilike(cases.pseudonym, pattern), ilike(cases.code, pattern));
}

function dueIs(ctx: Scoped, due: DueFilter): SQL | undefined {
  const today = officeToday(ctx.now);
  const week = addDays(today, 8);
  if (due === "overdue") return lt(cases.nextDueOn, today);
  if (due === "week") return and(gte(cases.nextDueOn, today), lt(cases.nextDueOn, week));
  return due === "later" ? gte(cases.nextDueOn, week) : isNull(cases.nextDueOn);
}

/** `me`: own cases, and those that the person covers while a colleague is away. */
function ownerIs(ctx: Scoped, owners: readonly string[]): SQL {
  const ids = owners.filter(isId);
  const named = ids.length > 0 ? inArray(cases.ownerId, ids) : undefined;
  return or(named, owners.includes("me") ? answeredFor(ctx) : undefined) ?? sql`false`;
}

/** One stretch of an order that an index can walk: rows with this in common, by this column and then by id. */
export type Stretch = { only?: SQL; by?: AnyPgColumn };

/** The stretches of an order, first to last going up. Going down is the exact reverse. */
export function stretchesOf(key: CaseSort): Stretch[] {
  if (key === "opened") return [{ by: cases.openedAt }];
  if (key === "activity") return [{ by: cases.lastActivityAt }];
  if (key === "pseudonym") return [{ by: cases.pseudonym }];
  if (key === "due")
    return [{ only: isNotNull(cases.nextDueOn), by: cases.nextDueOn }, { only: isNull(cases.nextDueOn) }];
  return (["standard", "elevated", "high"] as const).map((risk) => ({
    only: eq(cases.risk, risk),
    by: cases.openedAt,
  }));
}

/** Rows of a stretch that lie beyond a mark, in the direction of reading. */
export function beyond(stretch: Stretch, mark: Mark, dir: SortDirection, id: AnyPgColumn): SQL {
  const than = dir === "asc" ? gt : lt;
  if (!stretch.by || mark.value === null) return than(id, mark.id);
  const sign = dir === "asc" ? sql`>` : sql`<`;
  return sql`(${stretch.by}, ${id}) ${sign} (${mark.value}::${sql.raw(stretch.by.getSQLType())}, ${mark.id}::uuid)`;
}
