import "server-only";
import { and, eq, gte, inArray, like, lt, or, type SQL, sql } from "drizzle-orm";
import { auditEntries, cases } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { auditGroups, refusals } from "@/lib/kernel/audit/rules";
import { officeZone } from "@/lib/law/office/rules";
import { addDays, type CivilDate } from "@/lib/platform/time/calendar";
import { instantOnWall } from "@/lib/platform/time/zone";
import type { AuditFilters } from "./input";

/** The entries of the organisation under the filters of the page. A number of no case that they may see finds nothing. */
export function entriesUnder(ctx: TxCtx, filters: AuditFilters): SQL | undefined {
  const { groups, memberId, caseCode, from, until, refused } = filters;
  const known = (groups ?? []).filter((group) => group in auditGroups);
  return and(
    eq(auditEntries.orgId, ctx.orgId),
    known.length > 0 ? actionIn(known.map((group) => `${group}.*`)) : undefined,
    memberId ? eq(auditEntries.memberId, memberId) : undefined,
    caseCode ? inArray(auditEntries.caseId, casesNumbered(ctx, caseCode)) : undefined,
    refused ? actionIn(refusals) : undefined,
    from ? gte(auditEntries.at, startOf(from)) : undefined,
    until ? lt(auditEntries.at, startOf(addDays(until, 1))) : undefined,
  );
}

/** Case numbers are typed with spaces, in small letters. */
function casesNumbered(ctx: TxCtx, typed: string) {
  const code = typed.toUpperCase().replace(/[\s-]+/g, "-");
  return ctx.db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.orgId, ctx.orgId), eq(cases.code, code)));
}

/** Actions, or groups of them that end in `.*`. */
export function actionIn(actions: readonly string[]): SQL | undefined {
  const exact = actions.filter((action) => !action.endsWith(".*"));
  const groups = actions.filter((action) => action.endsWith(".*"));
  return or(
    exact.length > 0 ? inArray(auditEntries.action, exact) : undefined,
    ...groups.map((group) => like(auditEntries.action, `${group.slice(0, -1)}%`)),
  );
}

const startOf = (day: CivilDate): Date | SQL =>
  instantOnWall(`${day}T00:00`, officeZone()) ?? sql`${day}::date::timestamptz`;
