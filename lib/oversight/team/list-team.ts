import { compareText } from "@/lib/platform/language/formats";
import "server-only";
import { and, asc, eq, isNull, lte, not, sql } from "drizzle-orm";
import { caseAccess, caseFlags, caseReviews, cases, members, packets } from "@/db/schema";
import { openCases, overdueCases, visibleCases } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { officeToday } from "@/lib/law/office/rules";
import { listAway } from "@/lib/organisation/absences/queries";
import { packetsToDecide } from "@/lib/oversight/my-work/packets-to-decide";
import { reviewDays, stalledDays } from "@/lib/oversight/my-work/rules";
import type { TeamRow } from "@/lib/oversight/my-work/types";
import { addDays } from "@/lib/platform/time/calendar";
import { cappedIn } from "./capped-in";
import { countActs } from "./count-acts";
import { teamCap } from "./rules";

const day = 86_400_000;
const counted = sql<number>`count(*)::int`;

/** One row for each person who owns cases, whose acts are most overdue first. Counts stop at 101. */
export const listTeam = query("team.read", async (ctx): Promise<TeamRow[]> => {
  const [owned, toApprove, flags, reviews, acts, away, people] = await Promise.all([
    countCases(ctx),
    countReady(ctx),
    countFlags(ctx),
    countReviews(ctx),
    countActs(ctx),
    listAway(ctx),
    ctx.db
      .select({ id: members.id, name: members.name, role: members.role, removedAt: members.removedAt })
      .from(members)
      .where(eq(members.orgId, ctx.orgId))
      .orderBy(asc(members.name)),
  ]);
  const none = {
    open: 0,
    overdue: 0,
    high: 0,
    stalled: 0,
    notReviewed: 0,
    lastActivityAt: null,
    lastReviewedAt: null,
  };
  return people
    .map((person) => ({ person, row: owned.find((tally) => tally.ownerId === person.id) }))
    .filter(({ person, row }) => row || (person.role === "caseworker" && !person.removedAt))
    .map(({ person: { id, name }, row }) => ({
      ...none,
      ...row,
      id,
      name,
      acts: acts.get(id) ?? { overdue: 0, today: 0, soon: 0, waiting: 0 },
      toApprove: toApprove.get(id) ?? 0,
      flags: flags.get(id) ?? 0,
      reviews: reviews.get(id) ?? 0,
      away: away.find((absence) => absence.memberId === id) ?? null,
      covers: away.filter((absence) => absence.coverId === id).map((absence) => absence.name),
    }))
    .toSorted((a, b) => b.acts.overdue - a.acts.overdue || compareText(a.name, b.name));
});

type Tally = Pick<
  TeamRow,
  "open" | "overdue" | "high" | "stalled" | "notReviewed" | "lastActivityAt" | "lastReviewedAt"
>;

/** Open cases by their owner, each count along an index of what is kept beside the owner's access. */
async function countCases(ctx: TxCtx): Promise<(Tally & { ownerId: string })[]> {
  const before = (days: number) => sql`${new Date(ctx.now.getTime() - days * day).toISOString()}::timestamptz`;
  const joined = and(eq(cases.orgId, caseAccess.orgId), eq(cases.id, caseAccess.caseId));
  const from = sql`app.case_access`;
  const kept = and(eq(caseAccess.orgId, ctx.orgId), sql`${caseAccess.memberId} = m.id`, isNull(caseAccess.closedAt));
  const notDenied = sql`${caseAccess.caseId} <> all ((select ctx.denied_cases())::uuid[])`;
  const own = and(kept, eq(caseAccess.owns, true), notDenied);
  const late = and(lte(caseAccess.nextDueOn, addDays(officeToday(ctx.now), 1)), visibleCases(ctx), overdueCases(ctx));
  const reviewed = sql`exists (select from app.case_reviews r where r.org_id = ${caseAccess.orgId}
    and r.case_id = ${caseAccess.caseId} and r.written_at >= ${before(reviewDays)} offset 0)`;
  // Whoever owns many cases is soon met among the newest notes of all; of a few, each is looked at.
  const latest = sql`(select r.written_at from app.case_reviews r
    join app.cases c on c.org_id = r.org_id and c.id = r.case_id
    where r.org_id = ${ctx.orgId}::uuid and c.owner_id = m.id and c.closed_at is null
    order by r.written_at desc limit 1)`;
  const ofOwn = sql`(select max(r.written_at) from app.case_access join app.case_reviews r
    on r.org_id = ${caseAccess.orgId} and r.case_id = ${caseAccess.caseId} where ${own})`;
  const unseen = and(sql`${caseAccess.openedAt} < ${before(reviewDays)}`, not(reviewed));
  const rows = await ctx.db.execute<Record<keyof Tally | "id", unknown>>(sql`
    select m.id, owned.open, ${cappedIn(sql`${from} join app.cases on ${joined}`, and(own, late))} as overdue,
      ${cappedIn(from, and(own, eq(caseAccess.risk, "high")))} as high,
      ${cappedIn(from, and(own, sql`${caseAccess.lastActivityAt} < ${before(stalledDays)}`))} as stalled,
      ${cappedIn(from, and(own, unseen))} as "notReviewed",
      (select ${caseAccess.lastActivityAt} from ${from} where ${own}
        order by ${caseAccess.lastActivityAt} desc limit 1) as "lastActivityAt",
      case when owned.open > ${teamCap} then ${latest} else ${ofOwn} end as "lastReviewedAt"
    from app.members m cross join lateral (select ${cappedIn(from, own)} as open) owned where m.org_id = ${ctx.orgId}::uuid and m.role <> 'liaison'`);
  const at = (value: unknown) => (value === null ? null : new Date(value as string));
  return [...rows]
    .map((row) => ({
      ownerId: row.id as string,
      open: row.open as number,
      overdue: row.overdue as number,
      high: row.high as number,
      stalled: row.stalled as number,
      notReviewed: row.notReviewed as number,
      lastActivityAt: at(row.lastActivityAt),
      lastReviewedAt: at(row.lastReviewedAt),
    }))
    .filter(({ open }) => open > 0);
}

/** Packets that await the viewer, by author: the list behind `/approvals?by=`. */
async function countReady(ctx: TxCtx): Promise<Map<string, number>> {
  const rows = await ctx.db
    .select({ by: packets.draftedBy, n: counted })
    .from(packets)
    .innerJoin(cases, eq(cases.id, packets.caseId))
    .where(and(visibleCases(ctx), eq(packets.orgId, ctx.orgId), packetsToDecide(ctx)))
    .groupBy(packets.draftedBy);
  return new Map(rows.map(({ by, n }) => [by, n]));
}

async function countFlags(ctx: TxCtx): Promise<Map<string, number>> {
  const rows = await ctx.db
    .select({ ownerId: cases.ownerId, n: counted })
    .from(caseFlags)
    .innerJoin(cases, and(eq(cases.orgId, caseFlags.orgId), eq(cases.id, caseFlags.caseId)))
    .where(and(visibleCases(ctx), openCases(), isNull(caseFlags.resolvedAt)))
    .groupBy(cases.ownerId);
  return new Map(rows.map(({ ownerId, n }) => [ownerId, n]));
}

async function countReviews(ctx: TxCtx): Promise<Map<string, number>> {
  const rows = await ctx.db
    .select({ ownerId: cases.ownerId, n: counted })
    .from(caseReviews)
    .innerJoin(cases, and(eq(cases.orgId, caseReviews.orgId), eq(cases.id, caseReviews.caseId)))
    .where(and(visibleCases(ctx), openCases(), isNull(caseReviews.closedAt)))
    .groupBy(cases.ownerId);
  return new Map(rows.map(({ ownerId, n }) => [ownerId, n]));
}
