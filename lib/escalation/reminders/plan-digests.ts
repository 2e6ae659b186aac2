import "server-only";
import { and, asc, eq, gt, inArray, isNull, lt, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { caseFlags, caseMembers, caseReviews, cases, mails, members, packets, reminders } from "@/db/schema";
import { coveredCases, notDeniedTo, overdueCases } from "@/lib/casework/cases/access";
import { readCaseClocks } from "@/lib/escalation/deadlines/queries";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { postMails } from "@/lib/kernel/mail/post-mails";
import type { CaseClock } from "@/lib/law/clocks/types";
import { listAway } from "@/lib/organisation/absences/queries";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { hasMailServer } from "@/lib/platform/mail/smtp";
import { addDays, type CivilDate } from "@/lib/platform/time/calendar";
import { addHours } from "@/lib/platform/time/clock";
import type { Receiver } from "./access";
import { digestText, reasonWords, standsWords, teamDigestText } from "./labels";
import { listReceivers } from "./list-receivers";
import { daysRemembered, digestDay, digestOccasion, isLate } from "./rules";
import type { Cover, MailLine, TeamLine, TeamNews } from "./types";

type CaseRow = typeof cases.$inferSelect;
type Digest = { lines: MailLine[]; reminderIds: string[] };

/** The most cases that one mail covers, and the most lines about the team that a supervisor gets. */
const mostCases = 300;
const mostLate = 40;

/**
 * The job that creates the daily digests of an organisation whose hour has come: one per member and day, none if there
 * is nothing to report. Each member has a separate transaction, so a failure affects nobody else.
 */
export async function planDigests(ctx: Ctx): Promise<{ made: number }> {
  requirePermission(ctx, "job.run");
  const due = await withTransaction(ctx, "read only", listDue);
  let made = 0;
  for (const { receiver, day } of due) {
    made += await withTransaction(ctx, "read write", (scoped) => makeDigest(scoped, receiver, day));
  }
  if (hasMailServer()) await withTransaction(ctx, "read write", queueForgotten);
  return { made };
}

/** Mails whose job finished while no mail server was configured. The queue itself retries failures. */
async function queueForgotten(ctx: TxCtx): Promise<void> {
  const left = and(isNull(mails.sentAt), isNull(mails.claimedAt), isNull(mails.failure));
  const when = and(lt(mails.notBefore, addHours(ctx.now, -1)), gt(mails.madeAt, addHours(ctx.now, -24)));
  const rows = await ctx.db
    .select({ id: mails.id })
    .from(mails)
    .where(and(eq(mails.orgId, ctx.orgId), left, when))
    .limit(500);
  for (const { id } of rows) await enqueue(ctx, "mail.send", { mailId: id });
}

/** Members whose digest hour has come and who have no digest of today yet. */
async function listDue(ctx: TxCtx): Promise<{ receiver: Receiver; day: CivilDate }[]> {
  const receivers = await listReceivers(ctx);
  const hours = receivers.flatMap((receiver) => {
    const day = digestDay(ctx.now, receiver.wishes);
    return day ? [{ receiver, day, occasion: digestOccasion(day, receiver.role === "supervisor") }] : [];
  });
  if (hours.length === 0) return [];
  const occasions = [...new Set(hours.map((hour) => hour.occasion))];
  const there = await ctx.db
    .select({ memberId: mails.memberId, occasion: mails.occasion })
    .from(mails)
    .where(and(eq(mails.orgId, ctx.orgId), inArray(mails.occasion, occasions)));
  const made = new Set(there.map((row) => `${row.memberId} ${row.occasion}`));
  return hours.filter(({ receiver, occasion }) => !made.has(`${receiver.id} ${occasion}`));
}

async function makeDigest(ctx: TxCtx, receiver: Receiver, day: CivilDate): Promise<number> {
  const team = receiver.role === "supervisor";
  const origin = env().APP_ORIGIN;
  const own = await ownDigest(ctx, receiver, day);
  const news = team ? await teamNews(ctx, receiver, day) : null;
  const quiet = !news?.people.some((person) => asksSupervisor(person)) && !news?.lawOverdue.length;
  if (own.lines.length === 0 && quiet) return 0;
  const text = news ? teamDigestText(news, own.lines, day, origin) : digestText(own.lines, day, origin);
  const kind = team ? "supervisor_digest" : "digest";
  const mail = { ...text, id: newId(), memberId: receiver.id, kind, occasion: digestOccasion(day, team), at: ctx.now };
  return postMails(ctx, [{ mail, reminderIds: own.reminderIds }]);
}

/** Anything other than a plain count of open cases justifies the daily mail. */
function asksSupervisor({ overdue, stalled, toApprove, flags, reviews }: TeamLine): boolean {
  return overdue + stalled + toApprove + flags + reviews > 0;
}

/** What arrived since the last digest and is still running, and what is overdue today. */
async function ownDigest(ctx: TxCtx, receiver: Receiver, day: CivilDate): Promise<Digest> {
  const waiting = await ctx.db
    .select({ id: reminders.id, caseId: reminders.caseId, clockKey: reminders.clockKey, dueOn: reminders.dueOn })
    .from(reminders)
    .where(
      and(
        eq(reminders.orgId, ctx.orgId),
        eq(reminders.memberId, receiver.id),
        isNull(reminders.mailId),
        gt(reminders.madeAt, addHours(ctx.now, -24 * daysRemembered)),
      ),
    )
    .limit(1000);
  const told = [...new Set(waiting.map((deadline) => deadline.caseId))];
  const late = and(lte(cases.nextDueOn, addDays(day, 1)), worksOn(ctx, receiver.id));
  const asked = told.length > 0 ? or(late, among(cases.id, told)) : late;
  const rows = await openCases(ctx, and(asked, notDeniedTo(receiver.id)));
  const clocks = await readCaseClocks(ctx, rows);
  const covered = await coverOf(ctx, receiver.id);
  const key = (caseId: string, clockKey: string, dueOn: CivilDate) => `${caseId} ${clockKey} ${dueOn}`;
  const fresh = new Set(waiting.map((deadline) => key(deadline.caseId, deadline.clockKey, deadline.dueOn)));
  const listed = new Set<string>();
  const lines = rows.flatMap((row) =>
    (clocks.get(row.id) ?? [])
      .filter((clock) => isLate(clock) || fresh.has(key(row.id, clock.key, clock.dueOn)))
      .filter((clock) => clock.state !== "paused")
      .map((clock) => {
        listed.add(key(row.id, clock.key, clock.dueOn));
        return { ...lineOf(row, clock, receiver, day), cover: covered.get(row.ownerId) };
      }),
  );
  const reminderIds = waiting
    .filter((deadline) => listed.has(key(deadline.caseId, deadline.clockKey, deadline.dueOn)))
    .map((deadline) => deadline.id);
  return { lines: lines.toSorted(byDay), reminderIds };
}

const byDay = (a: MailLine, b: MailLine): number => a.dueOn.localeCompare(b.dueOn) || a.code.localeCompare(b.code);

/** Why a member is notified about other members' cases: the owner by code, and the last day. */
async function coverOf(ctx: TxCtx, memberId: string): Promise<Map<string, Cover>> {
  const mine = (await listAway(ctx)).filter((away) => away.coverId === memberId);
  return new Map(mine.map(({ memberId: ownerId, code, untilOn }) => [ownerId, { code, untilOn }]));
}

function lineOf(row: CaseRow, clock: CaseClock, receiver: Receiver, day: CivilDate): MailLine {
  return {
    caseId: row.id,
    code: row.code,
    dueOn: clock.dueOn,
    overdue: clock.state === "overdue",
    stands: standsWords(clock, day),
    why: reasonWords(clock, receiver.wishes.zone),
  };
}

/** Cases that a member works on, or covers during an absence; the owner counts as working on the case. */
function worksOn(ctx: TxCtx, memberId: string): SQL | undefined {
  const shared = ctx.db
    .select({ id: caseMembers.caseId })
    .from(caseMembers)
    .where(and(eq(caseMembers.orgId, ctx.orgId), eq(caseMembers.memberId, memberId)));
  return and(or(inArray(cases.id, shared), coveredCases(ctx, memberId)), notDeniedTo(memberId));
}

async function openCases(ctx: TxCtx, where: SQL | undefined): Promise<CaseRow[]> {
  return ctx.db
    .select()
    .from(cases)
    .where(and(eq(cases.orgId, ctx.orgId), isNull(cases.closedAt), where))
    .orderBy(asc(cases.nextDueOn), asc(cases.id))
    .limit(mostCases);
}

/** The team in numbers, and the missed statutory deadlines by case number. */
async function teamNews(ctx: TxCtx, receiver: Receiver, day: CivilDate): Promise<TeamNews> {
  const quietSince = addHours(ctx.now, -24 * 30);
  const only = (when: SQL | undefined) => sql<number>`(count(${cases.id}) filter (where ${when}))::int`;
  const seen = and(isNull(cases.closedAt), notDeniedTo(receiver.id));
  const mine = and(eq(cases.orgId, members.orgId), eq(cases.ownerId, members.id), seen);
  const flagged = and(mine, eq(caseFlags.caseId, cases.id), isNull(caseFlags.resolvedAt));
  const noted = and(mine, eq(caseReviews.caseId, cases.id), isNull(caseReviews.closedAt));
  const waits = and(eq(packets.orgId, members.orgId), eq(packets.draftedBy, members.id), eq(packets.status, "ready"));
  const others = ne(packets.draftedBy, receiver.id);
  const people = await ctx.db
    .select({
      code: members.code,
      flags: sql<number>`(select count(*)::int from ${caseFlags}, ${cases} where ${flagged})`,
      reviews: sql<number>`(select count(*)::int from ${caseReviews}, ${cases} where ${noted})`,
      toApprove: sql<number>`(select count(*)::int from ${packets} where ${and(waits, others)})`,
      open: sql<number>`count(${cases.id})::int`,
      overdue: only(overdueCases(ctx)),
      stalled: only(sql`${cases.lastActivityAt} < ${quietSince.toISOString()}::timestamptz`),
    })
    .from(members)
    .leftJoin(cases, mine)
    .where(and(eq(members.orgId, ctx.orgId), isNull(members.removedAt), eq(members.role, "caseworker")))
    .groupBy(members.id, members.code, members.orgId)
    .orderBy(asc(members.code));
  const rows = await openCases(ctx, and(lte(cases.nextDueOn, addDays(day, 1)), notDeniedTo(receiver.id)));
  const clocks = await readCaseClocks(ctx, rows);
  const late = rows.flatMap((row) =>
    (clocks.get(row.id) ?? [])
      .filter((clock) => clock.kind === "L" && isLate(clock))
      .map((clock) => lineOf(row, clock, receiver, day)),
  );
  const lawOverdue = late.toSorted(byDay).slice(0, mostLate);
  return { people, lawOverdue, more: late.length - lawOverdue.length };
}
