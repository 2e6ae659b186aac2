import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, desc, eq, gt, gte, inArray, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { type PgSelect, union } from "drizzle-orm/pg-core";
import { among } from "@/db/among";
import { absences, caseAccess, caseRestrictions, cases, conflictsOfInterest } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { restricted } from "@/lib/kernel/access/database-errors";
import { limitsOf } from "@/lib/kernel/access/role-rules";
import { newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import { officeToday, todayAtHome } from "@/lib/law/office/rules";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { addDays, type CivilDate } from "@/lib/platform/time/calendar";

/**
 * A caseworker sees the cases they work on, the open cases of a colleague they cover for today, and for some hours a
 * case with approved emergency access; a supervisor sees every case. Nobody sees a client from whom a conflict of
 * interest keeps them. The database enforces the same independently.
 */
export function visibleCases(ctx: TxCtx): SQL | undefined {
  return readableCases(ctx, undefined);
}

/** As visibleCases, without those under emergency access, which are read-only. */
function workedCases(ctx: TxCtx): SQL | undefined {
  const { ownOnly, openOnly } = limitsOf(ctx.actor.lacks);
  const within = and(
    eq(caseAccess.works, true),
    ownOnly ? eq(caseAccess.owns, true) : undefined,
    openOnly ? isNull(caseAccess.closedAt) : undefined,
  );
  return readableCases(ctx, within);
}

/** Why a case that this person reads is not theirs to change; null when they do not read it either. */
async function whyNotWorked(ctx: TxCtx, caseId: string): Promise<AppError | null> {
  const { ownOnly, openOnly } = limitsOf(ctx.actor.lacks);
  if (!ownOnly && !openOnly) return null;
  const [read] = await ctx.db
    .select({ closedAt: cases.closedAt })
    .from(cases)
    .where(and(visibleCases(ctx), eq(cases.id, caseId)));
  if (!read) return null;
  return new AppError(
    "forbidden",
    openOnly && read.closedAt
      ? t("Your role changes open cases only. You may read this one.")
      : t("Your role changes its own cases only. You may read this one."),
  );
}

/** `offset 0`: asked of each case that something else found, and never of all that the person may read. */
function readableCases(ctx: TxCtx, only: SQL | undefined): SQL | undefined {
  const ours = and(eq(cases.orgId, ctx.orgId), notDenied);
  const seats = seatsOf(ctx);
  if (!seats) return ours;
  const seat = and(eq(caseAccess.caseId, cases.id), or(...seats), only);
  return and(ours, sql`exists (select from app.case_access where ${seat} offset 0)`);
}

/**
 * For a list or count of cases themselves, which a caseworker's starts from their access: the condition, never more than
 * visibleCases, and for whoever needs it the join by which it holds.
 */
export function fromVisible(ctx: TxCtx): { from: SQL; where: SQL | undefined } {
  const ours = and(eq(cases.orgId, ctx.orgId), notDenied);
  const seats = seatsOf(ctx);
  if (!seats) return { from: sql`app.cases`, where: ours };
  return {
    from: sql`app.cases join app.case_access on ${accessOfCase}`,
    where: and(ours, or(...seats.map((seat, at) => (at === 0 ? seat : and(seat, notMine(ctx)))))),
  };
}

/** How `caseAccess` is joined to `cases`. */
export const accessOfCase = and(eq(cases.orgId, caseAccess.orgId), eq(cases.id, caseAccess.caseId));

/** Joins a caseworker's access to a query of cases that is being built, for the condition of fromVisible. */
export function joinAccess<Query extends PgSelect>(ctx: TxCtx, query: Query): Query {
  if (seatsOf(ctx)) query.innerJoin(caseAccess, accessOfCase);
  return query;
}

/** A case of an absent colleague on which the person works anyway comes with their own. */
export const notMine = (ctx: TxCtx): SQL => sql`not exists (select from app.case_access m
  where m.case_id = ${caseAccess.caseId} and m.member_id = ${ctx.actor.memberId}::uuid
    and m.until > ${ctx.now.toISOString()}::timestamptz)`;

/**
 * Whether a caseworker reads so many cases that walking all rows of the organisation, the newest first, meets theirs
 * soon; whoever reads fewer is answered from their cases.
 */
export async function readsMany(ctx: TxCtx): Promise<boolean> {
  const [own] = seatsOf(ctx) ?? [];
  if (!own) return true;
  const rows = ctx.db.select({ id: caseAccess.caseId }).from(caseAccess).where(own).limit(many).as("capped");
  const [row] = await ctx.db.select({ n: sql<number>`count(*)::int` }).from(rows);
  return (row?.n ?? 0) >= many;
}

const many = 1000;

/**
 * The rows of `caseAccess` that let a caseworker read a case: their own, and the open cases of each colleague they cover
 * for, one condition for each; null for a role that reads every case.
 */
export function seatsOf(ctx: TxCtx): [SQL | undefined, ...(SQL | undefined)[]] | null {
  const { memberId, role } = ctx.actor;
  return role === "caseworker" && memberId ? ownSeats(ctx, memberId) : null;
}

/**
 * Joins to a query of cases that is being built the open cases of a caseworker in which something happened last, a
 * thousand of their own and of each colleague they cover for: what a message or a number may concern, read in the same time
 * for everybody. Nothing is joined for a role that reads every case.
 */
export function joinLatest<Query extends PgSelect>(ctx: TxCtx, query: Query): Query {
  const [own, ...covered] = (seatsOf(ctx) ?? []).map((seat) =>
    ctx.db
      .select({ caseId: caseAccess.caseId })
      .from(caseAccess)
      .where(and(seat, isNull(caseAccess.closedAt)))
      .orderBy(desc(caseAccess.lastActivityAt))
      .limit(many),
  );
  const [other, ...others] = covered;
  const latest = own && other ? union(own, other, ...others).as("latest") : own?.as("latest");
  if (latest) query.innerJoin(latest, eq(latest.caseId, cases.id));
  return query;
}

/** The same rows of anybody: of a supervisor, the cases on which they work themselves. */
export function ownSeats(ctx: TxCtx, memberId: string): [SQL | undefined, ...(SQL | undefined)[]] {
  const row = (who: string) => and(eq(caseAccess.orgId, ctx.orgId), eq(caseAccess.memberId, who));
  return [
    and(row(memberId), gt(caseAccess.until, ctx.now)),
    ...ctx.covers.map((owner) => and(row(owner), eq(caseAccess.owns, true), isNull(caseAccess.closedAt))),
  ];
}

/**
 * A conflict of interest overrides every role; a member cannot read the rows that concern them, so a function answers.
 */
export const notDenied = sql`${cases.clientId} <> all ((select ctx.denied_clients())::uuid[])`;

/** For jobs, which have no acting member: excludes cases that the member must not see. */
export const notDeniedTo = (memberId: string): SQL => sql`${cases.id} not in (select ctx.denied_to(${memberId}::uuid))`;

/** Open cases of absent colleagues whom this person covers. Ends automatically with the absence. */
export function coveredCases(ctx: TxCtx, memberId = ctx.actor.memberId): SQL | undefined {
  if (memberId === ctx.actor.memberId) return and(openCases(), among(cases.ownerId, ctx.covers));
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

/** Open cases, as used by every list and count. */
export const openCases = (): SQL => isNull(cases.closedAt);

/** Due today or within this many days counts as near. */
const nearDays = 7;

/**
 * Cases with an overdue date, and those with a limit in hours that ran out today. Every list, count and report that
 * says "overdue" uses this; isPastDue does the same for one case. The date comes first, for the index.
 */
export const overdueCases = (ctx: TxCtx): SQL | undefined => {
  const today = dayAtHome(ctx, 0);
  return and(until(ctx, 0), lte(cases.nextDueOn, today), or(lt(cases.nextDueOn, today), lt(cases.nextDueAt, ctx.now)));
};

/** Cases whose next date is today, its hour not over, or in the following days. */
export const nearCases = (ctx: TxCtx): SQL | undefined =>
  and(
    since(ctx, 0),
    until(ctx, nearDays),
    gte(cases.nextDueOn, dayAtHome(ctx, 0)),
    lt(cases.nextDueOn, dayAtHome(ctx, nearDays + 1)),
    or(isNull(cases.nextDueAt), gte(cases.nextDueAt, ctx.now)),
  );

/** Cases whose next date is further away. */
export const laterCases = (ctx: TxCtx): SQL | undefined =>
  and(since(ctx, nearDays + 1), gte(cases.nextDueOn, dayAtHome(ctx, nearDays + 1)));

/**
 * The same bounds with two days more, by the date of the office: no country's own date is further from it, and an index can
 * use a plain date at every hour of the day.
 */
const since = ({ now }: TxCtx, days: number): SQL => gte(cases.nextDueOn, addDays(officeToday(now), days - 2));
const until = ({ now }: TxCtx, days: number): SQL => lte(cases.nextDueOn, addDays(officeToday(now), days + 2));

/**
 * A number of days from today in each case's home country, as its own pages count. If it is the same date everywhere, a
 * plain date, which can use an index.
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

/** Cases that this person is responsible for today: their own, and those that they cover. */
export function answeredFor(ctx: TxCtx): SQL | undefined {
  const owned = eq(cases.ownerId, ctx.actor.memberId ?? ctx.orgId);
  return ctx.covers.length > 0 ? or(owned, coveredCases(ctx)) : owned;
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
  throw new AppError("not_found", t("No such case."));
}

/**
 * As findCase, and locks the case until this transaction ends: every command on a case begins with it.
 * @throws AppError not_found; conflict for a closed or restricted case, which can be read but not changed
 */
export async function lockCase(ctx: TxCtx, caseId: string) {
  const row = await lockOpenCase(ctx, caseId);
  await refuseRestricted(ctx, caseId);
  return row;
}

/** The same for the few acts that a restriction permits, see decision 0015. Postgres permits no others. */
export async function lockOpenCase(ctx: TxCtx, caseId: string) {
  const row = await lockAnyCase(ctx, caseId);
  refuseClosed(row);
  return row;
}

/**
 * Before long-running work: checks whether lockCase would let this person change the case. @throws AppError as lockCase
 * does
 */
export async function requireChangeable(ctx: TxCtx, caseId: string): Promise<void> {
  const [row] = await ctx.db
    .select({ closedAt: cases.closedAt })
    .from(cases)
    .where(and(workedCases(ctx), eq(cases.id, caseId)));
  if (!row) throw (await whyNotWorked(ctx, caseId)) ?? new AppError("not_found", t("No such case."));
  refuseClosed(row);
  await refuseRestricted(ctx, caseId);
}

function refuseClosed({ closedAt }: { closedAt: Date | null }): void {
  if (closedAt) throw new AppError("conflict", t("This case is closed. Reopen it first."));
}

/** Whether one of these cases is restricted. */
export async function isRestricted(ctx: TxCtx, ...caseIds: readonly string[]): Promise<boolean> {
  const live = and(eq(caseRestrictions.orgId, ctx.orgId), isNull(caseRestrictions.liftedAt));
  return (await ctx.db.$count(caseRestrictions, and(live, among(caseRestrictions.caseId, [...caseIds])))) > 0;
}

/**
 * For whatever changes a case or discloses something of it. Jobs may maintain existing data. @throws AppError conflict
 */
export async function refuseRestricted(ctx: TxCtx, ...caseIds: readonly string[]): Promise<void> {
  if (ctx.actor.role === "service") return;
  if (await isRestricted(ctx, ...caseIds)) throw new AppError("conflict", restricted);
}

/** For jobs that process cases: only those without a restriction. */
export const notRestricted: SQL = sql`not exists (select 1 from app.case_restrictions r
  where r.org_id = ${cases.orgId} and r.case_id = ${cases.id} and r.lifted_at is null)`;

/** The same for what may also happen to a closed case: reopening it, and late jobs. */
export async function lockAnyCase(ctx: TxCtx, caseId: string) {
  if (isId(caseId)) {
    const [row] = await ctx.db
      .select()
      .from(cases)
      .where(and(workedCases(ctx), eq(cases.id, caseId)))
      .for("update");
    if (row) return row;
    const why = await whyNotWorked(ctx, caseId);
    if (why) throw why;
  }
  throw new AppError("not_found", t("No such case."));
}

/**
 * Postgres enforces the same by a trigger. @throws AppError invalid at `field` for a member who must not see the client
 */
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
  const message = t("This person must not see this client. Choose somebody else.");
  throw new AppError("invalid", message, { [field]: message });
}
