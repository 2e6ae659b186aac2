import "server-only";
import { and, eq, gt, gte, inArray, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { absences, caseMembers, caseRestrictions, cases, conflictsOfInterest } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { restricted } from "@/lib/kernel/access/database-errors";
import { newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import { officeToday, todayAtHome } from "@/lib/law/office/rules";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { addDays, type CivilDate } from "@/lib/platform/time/calendar";

/**
 * A caseworker sees the cases they work on, the open ones of whoever they cover for today, and for some hours what was
 * released to them; a supervisor every case. Nobody sees a client from whom they are kept. The database holds the same
 * line by itself.
 */
export function visibleCases(ctx: TxCtx): SQL | undefined {
  if (ctx.actor.role !== "caseworker" || !ctx.actor.memberId) return workedCases(ctx);
  const looked = and(eq(cases.orgId, ctx.orgId), sql`${cases.id} in (select ctx.looked_cases())`, notDenied);
  return or(workedCases(ctx), looked);
}

/** As visibleCases, without those that may only be looked at. */
function workedCases(ctx: TxCtx): SQL | undefined {
  const mine = and(eq(cases.orgId, ctx.orgId), notDenied);
  if (ctx.actor.role !== "caseworker" || !ctx.actor.memberId) return mine;
  const worked = ctx.db
    .select({ id: caseMembers.caseId })
    .from(caseMembers)
    .where(eq(caseMembers.memberId, ctx.actor.memberId));
  return and(mine, or(eq(cases.ownerId, ctx.actor.memberId), inArray(cases.id, worked), coveredCases(ctx)));
}

/** A conflict of interest beats every role; who is denied cannot read that they are, so a function answers. */
const notDenied = sql`${cases.clientId} not in (select ctx.denied_clients())`;

/** For jobs, which act for nobody: without the cases that the member must not see. */
export const notDeniedTo = (memberId: string): SQL => sql`${cases.id} not in (select ctx.denied_to(${memberId}::uuid))`;

/** Open cases of colleagues who are away now and whom this person covers. The end of the leave ends it by itself. */
export function coveredCases(ctx: TxCtx, memberId = ctx.actor.memberId): SQL | undefined {
  const away = ctx.db
    .select({ id: absences.memberId })
    .from(absences)
    .where(
      and(
        eq(absences.orgId, ctx.orgId),
        eq(absences.coverId, memberId ?? ctx.orgId),
        isNull(absences.endedAt),
        lte(absences.startsAt, ctx.now),
        gt(absences.endsAt, ctx.now),
      ),
    );
  return and(openCases(), inArray(cases.ownerId, away));
}

/** Open cases, as every list and count means them. */
export const openCases = (): SQL => isNull(cases.closedAt);

/** What is due today or on one of so many days after it is near. */
const nearDays = 7;

/**
 * Cases with a date that is over, and those of which a limit in hours ran out today. Every list, tally and figure that
 * says "overdue" asks for it here; isPastDue says the same of one case. The day comes first, for the index.
 */
export const overdueCases = (ctx: TxCtx): SQL | undefined => {
  const today = dayAtHome(ctx, 0);
  return and(lte(cases.nextDueOn, today), or(lt(cases.nextDueOn, today), lt(cases.nextDueAt, ctx.now)));
};

/** Cases whose next date is today, its hour not over, or on one of the days after it. */
export const nearCases = (ctx: TxCtx): SQL | undefined =>
  and(
    gte(cases.nextDueOn, dayAtHome(ctx, 0)),
    lt(cases.nextDueOn, dayAtHome(ctx, nearDays + 1)),
    or(isNull(cases.nextDueAt), gte(cases.nextDueAt, ctx.now)),
  );

/** Cases whose next date is further away. */
export const laterCases = (ctx: TxCtx): SQL | undefined => gte(cases.nextDueOn, dayAtHome(ctx, nearDays + 1));

/** Overdue or near. */
export const pressingCases = (ctx: TxCtx): SQL | undefined => lt(cases.nextDueOn, dayAtHome(ctx, nearDays + 1));

/**
 * So many days from today where each case is at home, as its own pages calculate. Where it is the same day everywhere it is
 * a plain day, which an index can walk to.
 */
function dayAtHome({ now }: TxCtx, days: number): SQL | CivilDate {
  const office = officeToday(now);
  const others = newestPlaybooks().flatMap(({ pair }) => {
    const day = todayAtHome(pair, now);
    return day === office ? [] : [sql`when ${pair}::text then ${addDays(day, days)}::date`];
  });
  if (others.length === 0) return addDays(office, days);
  return sql`case ${cases.pair} ${sql.join(others, sql` `)} else ${addDays(office, days)}::date end`;
}

/** Cases that this person answers for today: their own, and those that they cover. */
export function answeredFor(ctx: TxCtx): SQL | undefined {
  return or(eq(cases.ownerId, ctx.actor.memberId ?? ctx.orgId), coveredCases(ctx));
}

/** The case, when this person may see it. @throws AppError not_found otherwise, and for text that is no id */
export async function findCase(ctx: TxCtx, caseId: string) {
  if (isId(caseId)) {
    const [row] = await ctx.db
      .select()
      .from(cases)
      .where(and(visibleCases(ctx), eq(cases.id, caseId)));
    if (row) return row;
  }
  throw new AppError("not_found", "No such case.");
}

/**
 * As findCase, and nobody else changes the case until this transaction ends: every command on a case begins with it.
 * @throws AppError not_found; conflict for a closed or restricted case, which is read but not changed
 */
export async function lockCase(ctx: TxCtx, caseId: string) {
  const row = await lockOpenCase(ctx, caseId);
  await refuseRestricted(ctx, caseId);
  return row;
}

/** The same for the few acts that a restriction lets through, see decision 0015. Postgres lets no other through. */
export async function lockOpenCase(ctx: TxCtx, caseId: string) {
  const row = await lockAnyCase(ctx, caseId);
  refuseClosed(row);
  return row;
}

/** Before work that takes a while: whether lockCase would let this person change the case. @throws AppError as lockCase does */
export async function requireChangeable(ctx: TxCtx, caseId: string): Promise<void> {
  const [row] = await ctx.db
    .select({ closedAt: cases.closedAt })
    .from(cases)
    .where(and(workedCases(ctx), eq(cases.id, caseId)));
  if (!row) throw new AppError("not_found", "No such case.");
  refuseClosed(row);
  await refuseRestricted(ctx, caseId);
}

function refuseClosed({ closedAt }: { closedAt: Date | null }): void {
  if (closedAt) throw new AppError("conflict", "This case is closed. Reopen it first.");
}

/** Whether a restriction stands on one of these cases. */
export async function isRestricted(ctx: TxCtx, ...caseIds: readonly string[]): Promise<boolean> {
  const live = and(eq(caseRestrictions.orgId, ctx.orgId), isNull(caseRestrictions.liftedAt));
  return (await ctx.db.$count(caseRestrictions, and(live, among(caseRestrictions.caseId, [...caseIds])))) > 0;
}

/** For what changes a case or gives something of it out. Jobs keep up what is there. @throws AppError conflict */
export async function refuseRestricted(ctx: TxCtx, ...caseIds: readonly string[]): Promise<void> {
  if (ctx.actor.role === "service") return;
  if (await isRestricted(ctx, ...caseIds)) throw new AppError("conflict", restricted);
}

/** For jobs that take cases out: those on which no restriction stands. */
export const notRestricted: SQL = sql`not exists (select 1 from app.case_restrictions r
  where r.org_id = ${cases.orgId} and r.case_id = ${cases.id} and r.lifted_at is null)`;

/** The same for what also happens to a closed case: opening it again, and jobs that came late. */
export async function lockAnyCase(ctx: TxCtx, caseId: string) {
  if (isId(caseId)) {
    const [row] = await ctx.db
      .select()
      .from(cases)
      .where(and(workedCases(ctx), eq(cases.id, caseId)))
      .for("update");
    if (row) return row;
  }
  throw new AppError("not_found", "No such case.");
}

/** Postgres holds the same line by a trigger. @throws AppError invalid at `field` for who must not see the client */
export async function refuseConflicted(
  ctx: TxCtx,
  clientId: string,
  memberId: string,
  field = "memberId",
): Promise<void> {
  const open = and(
    eq(conflictsOfInterest.orgId, ctx.orgId),
    eq(conflictsOfInterest.clientId, clientId),
    isNull(conflictsOfInterest.liftedAt),
  );
  if ((await ctx.db.$count(conflictsOfInterest, and(open, eq(conflictsOfInterest.memberId, memberId)))) === 0) return;
  const message = "This person must not see this client. Choose somebody else.";
  throw new AppError("invalid", message, { [field]: message });
}
