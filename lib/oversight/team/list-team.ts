import "server-only";
import { and, asc, eq, isNull, lt, type SQL, sql } from "drizzle-orm";
import { caseFlags, caseReviews, cases, members, packets } from "@/db/schema";
import { openCases, overdueCases, visibleCases } from "@/lib/casework/cases/access";
import { lastReviews } from "@/lib/casework/reviews/last-reviews";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { listAway } from "@/lib/organisation/absences/queries";
import { packetsToDecide } from "@/lib/oversight/my-work/packets-to-decide";
import { reviewDays, stalledDays } from "@/lib/oversight/my-work/rules";
import type { TeamRow } from "@/lib/oversight/my-work/types";
import { countActs } from "./count-acts";

const day = 86_400_000;
const counted = sql<number>`count(*)::int`;

/** One row for each person who owns cases, whose acts are most overdue first. Counts are exact: a team is small. */
export const listTeam = query("team.read", async (ctx): Promise<TeamRow[]> => {
  const owned = await countCases(ctx);
  const toApprove = await countReady(ctx);
  const flags = await countFlags(ctx);
  const reviews = await countReviews(ctx);
  const acts = await countActs(ctx);
  const away = await listAway(ctx);
  const people = await ctx.db
    .select({ id: members.id, name: members.name, role: members.role, removedAt: members.removedAt })
    .from(members)
    .where(eq(members.orgId, ctx.orgId))
    .orderBy(asc(members.name));
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
    .toSorted((a, b) => b.acts.overdue - a.acts.overdue || a.name.localeCompare(b.name));
});

async function countCases(ctx: TxCtx) {
  const only = (when: SQL) => sql<number>`(count(*) filter (where ${when}))::int`;
  const before = (days: number) => new Date(ctx.now.getTime() - days * day);
  const last = lastReviews(ctx);
  const unseen = sql`coalesce(${last.at}, ${cases.openedAt}) < ${before(reviewDays).toISOString()}::timestamptz`;
  return ctx.db
    .select({
      ownerId: cases.ownerId,
      open: counted,
      overdue: only(sql`${overdueCases(ctx)}`),
      high: only(sql`${cases.risk} = 'high'`),
      stalled: only(lt(cases.lastActivityAt, before(stalledDays))),
      notReviewed: only(unseen),
      lastActivityAt: sql<Date>`max(${cases.lastActivityAt})`.mapWith(cases.lastActivityAt),
      lastReviewedAt: sql<Date | null>`max(${last.at})`.mapWith((at) => (at === null ? null : new Date(at))),
    })
    .from(cases)
    .leftJoin(last, eq(last.caseId, cases.id))
    .where(and(visibleCases(ctx), openCases()))
    .groupBy(cases.ownerId);
}

/** Packets that await the viewer, by author: the list behind `/approvals?by=`. */
async function countReady(ctx: TxCtx): Promise<Map<string, number>> {
  const rows = await ctx.db
    .select({ by: packets.draftedBy, n: counted })
    .from(packets)
    .innerJoin(cases, eq(cases.id, packets.caseId))
    .where(and(visibleCases(ctx), eq(packets.orgId, ctx.orgId), await packetsToDecide(ctx)))
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
