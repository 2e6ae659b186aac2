import "server-only";
import { and, asc, desc, eq, gte, isNotNull, isNull, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { cases, handovers, members, packets } from "@/db/schema";
import {
  answeredFor,
  laterCases,
  nearCases,
  openCases,
  overdueCases,
  pressingCases,
  visibleCases,
} from "@/lib/casework/cases/access";
import { isPastDue } from "@/lib/casework/cases/rules";
import { listMyFlags } from "@/lib/casework/flags/queries";
import { listMyReviews } from "@/lib/casework/reviews/queries";
import { listOffersToMe } from "@/lib/casework/transfers/queries";
import { deadlineCases } from "@/lib/escalation/reminders/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { may } from "@/lib/kernel/access/roles";
import { todayAtHome } from "@/lib/law/office/rules";
import { listAway } from "@/lib/organisation/absences/queries";
import { listAccessToDecide } from "@/lib/organisation/access-changes/queries";
import { mayDecideOwn } from "@/lib/organisation/grants/access";
import { isId } from "@/lib/platform/ids";
import { listFirstContacts } from "./list-first-contacts";
import { listLinksToRelease } from "./list-links-to-release";
import { listOpenQuestions } from "./list-open-questions";
import { listUnseenRefusals } from "./list-unseen-refusals";
import { listWaiting } from "./list-waiting";
import { stalledDays } from "./rules";
import type { Few, MyWork, NavCounts, PacketItem, WorkItem } from "./types";

const few = 6;
const cap = 100;
const day = 86_400_000;

/** Open cases that this person owns, or covers while a colleague is away: what `owner=me` lists. */
function myOpenCases(ctx: TxCtx): SQL | undefined {
  return and(visibleCases(ctx), openCases(), answeredFor(ctx));
}

async function cappedCount(ctx: TxCtx, where: SQL | undefined): Promise<number> {
  const rows = ctx.db.select({ id: cases.id }).from(cases).where(where).limit(cap).as("capped");
  const [row] = await ctx.db.select({ n: sql<number>`count(*)::int` }).from(rows);
  return row?.n ?? 0;
}

/** The counts in the navigation. */
export const readNavCounts = query("case.read", async (ctx): Promise<NavCounts> => {
  const { overdue, deadlines } = await countPressing(ctx);
  const toApprove = may(ctx.actor.role, "packet.decide") ? await countApprovals(ctx) : 0;
  const access = may(ctx.actor.role, "access.decide") ? (await listAccessToDecide(ctx)).length : 0;
  return { overdue, deadlines, approvals: toApprove + access };
});

/** Cases of My work that are overdue, and those of the Deadlines page that are overdue or due in the next days. */
async function countPressing(ctx: TxCtx): Promise<{ overdue: number; deadlines: number }> {
  const overdue = await cappedCount(ctx, and(myOpenCases(ctx), overdueCases(ctx)));
  const deadlines = await cappedCount(ctx, and(deadlineCases(ctx, { whose: "mine" }), pressingCases(ctx)));
  return { overdue, deadlines };
}

/** The landing page: what is late, what is next, and what is with others. */
export const readMyWork = query("case.read", async (ctx): Promise<MyWork> => {
  const mine = myOpenCases(ctx);
  const late = and(mine, overdueCases(ctx));
  const near = and(mine, nearCases(ctx));
  const quiet = or(isNull(cases.nextDueOn), laterCases(ctx));
  const still = and(mine, lt(cases.lastActivityAt, new Date(ctx.now.getTime() - stalledDays * day)));
  const decides = may(ctx.actor.role, "packet.decide");
  const away = (await listAway(ctx)).filter((absence) => absence.coverId === ctx.actor.memberId);
  return {
    covering: away,
    overdue: await fewCases(ctx, late, [asc(cases.nextDueOn), asc(cases.id)]),
    soon: await fewCases(ctx, near, [asc(cases.nextDueOn), asc(cases.id)]),
    action: await fewCases(ctx, and(mine, quiet), [desc(cases.lastActivityAt), asc(cases.id)]),
    stalled: await fewCases(ctx, still, [asc(cases.lastActivityAt), asc(cases.id)]),
    offers: await listOffersToMe(ctx),
    flags: await listMyFlags(ctx),
    reviews: await listMyReviews(ctx),
    waiting: await listWaiting(ctx, mine),
    questions: await listOpenQuestions(ctx),
    refusals: await listUnseenRefusals(ctx),
    firstContacts: await listFirstContacts(ctx),
    releases: decides ? await listLinksToRelease(ctx) : { items: [], count: 0 },
    sent: await listPacketsBy(ctx, and(eq(packets.status, "ready"), draftedByMe(ctx)), cap),
    returned: await listPacketsBy(ctx, and(eq(packets.status, "returned"), draftedByMe(ctx))),
    acknowledged: await listAcknowledged(ctx),
    approvals: decides
      ? { items: await listPacketsBy(ctx, await toDecide(ctx)), count: await countApprovals(ctx) }
      : { items: [], count: 0 },
  };
});

async function fewCases(ctx: TxCtx, where: SQL | undefined, order: SQL[]): Promise<Few<WorkItem>> {
  const rows = await ctx.db
    .select({
      caseId: cases.id,
      pseudonym: cases.pseudonym,
      code: cases.code,
      pair: cases.pair,
      nextStep: cases.nextStep,
      dueOn: cases.nextDueOn,
      dueAt: cases.nextDueAt,
      dueLabel: cases.nextDueLabel,
      coveringFor: sql<
        string | null
      >`case when ${cases.ownerId} = ${ctx.actor.memberId ?? ctx.orgId}::uuid then null else ${members.name} end`,
    })
    .from(cases)
    .innerJoin(members, and(eq(members.orgId, cases.orgId), eq(members.id, cases.ownerId)))
    .where(where)
    .orderBy(...order)
    .limit(few);
  const items = rows.map(({ pair, dueAt, ...row }) => {
    const today = todayAtHome(pair, ctx.now);
    return { ...row, today, late: isPastDue({ nextDueOn: row.dueOn, nextDueAt: dueAt }, today, ctx.now) };
  });
  return { items, count: items.length < few ? items.length : await cappedCount(ctx, where) };
}

function draftedByMe(ctx: TxCtx): SQL {
  return eq(packets.draftedBy, ctx.actor.memberId ?? ctx.orgId);
}

/** Ready, and drafted by somebody else, unless this person was given the permission to decide on their own. */
async function toDecide(ctx: TxCtx): Promise<SQL | undefined> {
  const ready = eq(packets.status, "ready");
  return (await mayDecideOwn(ctx)) ? ready : and(ready, ne(packets.draftedBy, ctx.actor.memberId ?? ctx.orgId));
}

async function countApprovals(ctx: TxCtx): Promise<number> {
  const rows = ctx.db
    .select({ id: packets.id })
    .from(packets)
    .where(and(eq(packets.orgId, ctx.orgId), await toDecide(ctx)))
    .limit(cap)
    .as("capped");
  const [row] = await ctx.db.select({ n: sql<number>`count(*)::int` }).from(rows);
  return row?.n ?? 0;
}

const packetItem = {
  id: packets.id,
  caseId: packets.caseId,
  pseudonym: cases.pseudonym,
  code: packets.code,
  kind: packets.kind,
  version: packets.version,
  receiver: packets.receiver,
  by: members.name,
  at: packets.draftedAt,
};

async function listPacketsBy(ctx: TxCtx, where: SQL | undefined, limit = few): Promise<PacketItem[]> {
  return ctx.db
    .select({
      ...packetItem,
      at: sql<Date>`coalesce(${packets.builtAt}, ${packets.draftedAt})`.mapWith(packets.draftedAt),
    })
    .from(packets)
    .innerJoin(cases, eq(cases.id, packets.caseId))
    .innerJoin(members, eq(members.id, packets.draftedBy))
    .where(and(visibleCases(ctx), eq(packets.orgId, ctx.orgId), where))
    .orderBy(asc(packets.id))
    .limit(limit);
}

async function listAcknowledged(ctx: TxCtx): Promise<(PacketItem & { liaison: string })[]> {
  const rows = await ctx.db
    .select({ ...packetItem, at: handovers.acknowledgedAt, liaison: members.name })
    .from(handovers)
    .innerJoin(packets, eq(packets.id, handovers.packetId))
    .innerJoin(cases, eq(cases.id, handovers.caseId))
    .innerJoin(members, eq(members.id, handovers.liaisonId))
    .where(
      and(
        visibleCases(ctx),
        eq(handovers.deliveredBy, ctx.actor.memberId ?? ctx.orgId),
        isNotNull(handovers.acknowledgedAt),
        gte(handovers.acknowledgedAt, new Date(ctx.now.getTime() - 14 * day)),
      ),
    )
    .orderBy(desc(handovers.acknowledgedAt))
    .limit(few);
  return rows.flatMap(({ at, ...row }) => (at ? [{ ...row, at }] : []));
}

/** Every packet that waits for this supervisor, or only those that one member drafted. The longest wait first, at most 100. */
export const listApprovals = query("packet.decide", async (ctx, draftedBy?: string): Promise<PacketItem[]> => {
  const by = draftedBy && isId(draftedBy) ? eq(packets.draftedBy, draftedBy) : undefined;
  return listPacketsBy(ctx, and(await toDecide(ctx), by), cap);
});
