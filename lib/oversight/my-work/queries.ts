import "server-only";
import { and, asc, desc, eq, gte, isNotNull, isNull, lt, notExists, or, type SQL, sql } from "drizzle-orm";
import { caseAccess, cases, handovers, members, packets, queueItems } from "@/db/schema";
import {
  accessOfCase,
  answeredFor,
  notDenied,
  notMine,
  openCases,
  ownSeats,
  visibleCases,
} from "@/lib/casework/cases/access";
import { listMyFlags } from "@/lib/casework/flags/queries";
import { listMyReviews } from "@/lib/casework/reviews/queries";
import { listOffersToMe } from "@/lib/casework/transfers/queries";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { may } from "@/lib/kernel/access/roles";
import { listAway } from "@/lib/organisation/absences/queries";
import { isId } from "@/lib/platform/ids";
import { itemsOfToday, lateItems, soonItems } from "./access";
import { countPacketsToDecide } from "./count-packets-to-decide";
import { listClientNews } from "./list-client-news";
import { listEnquiryNews } from "./list-enquiry-news";
import { listFirstContacts } from "./list-first-contacts";
import { listHeldMails } from "./list-held-mails";
import { listLinksToRelease } from "./list-links-to-release";
import { listOpenQuestions } from "./list-open-questions";
import { listUnseenRefusals } from "./list-unseen-refusals";
import { packetsToDecide } from "./packets-to-decide";
import { readQueue } from "./read-queue";
import { cap, stalledDays } from "./rules";
import type { Few, MyWork, PacketItem, WorkItem } from "./types";

const few = 6;
const day = 86_400_000;

/**
 * The open cases that this person answers for, by the rows of their access: only these have indexes for one person, and
 * a supervisor owns few cases of all that they may see. What is kept of a case beside them says the same.
 */
function myOpenCases(ctx: TxCtx): SQL | undefined {
  const seats = ownSeats(ctx, ctx.actor.memberId ?? ctx.orgId);
  const mine = or(...seats.map((seat, at) => (at === 0 ? seat : and(seat, notMine(ctx)))));
  const open = and(openCases(), isNull(caseAccess.closedAt));
  return and(eq(cases.orgId, ctx.orgId), notDenied, mine, open, answeredFor(ctx));
}

async function cappedCount(ctx: TxCtx, where: SQL | undefined): Promise<number> {
  const rows = ctx.db
    .select({ id: cases.id })
    .from(cases)
    .innerJoin(caseAccess, accessOfCase)
    .where(and(myOpenCases(ctx), where))
    .limit(cap)
    .as("capped");
  const [row] = await ctx.db.select({ n: sql<number>`count(*)::int` }).from(rows);
  return row?.n ?? 0;
}

/**
 * The landing page: what is late, what is next, and what is with others.
 * @param of the member whose queue a supervisor asks for; null, or no id, for everybody's
 */
export const readMyWork = query("case.read", async (ctx, of: string | null = null): Promise<MyWork> => {
  const quiet = (of: typeof cases | typeof caseAccess) =>
    lt(of.lastActivityAt, new Date(ctx.now.getTime() - stalledDays * day));
  const [
    away,
    queue,
    action,
    stalled,
    offers,
    flags,
    reviews,
    questions,
    refusals,
    firstContacts,
    clientNews,
    enquiries,
    mails,
    beside,
  ] = await Promise.all([
    listAway(ctx),
    readQueue(ctx, of && isId(of) ? of : null),
    fewCases(ctx, notInQueue(ctx)),
    cappedCount(ctx, and(quiet(cases), quiet(caseAccess))),
    listOffersToMe(ctx),
    listMyFlags(ctx),
    listMyReviews(ctx),
    listOpenQuestions(ctx),
    listUnseenRefusals(ctx),
    listFirstContacts(ctx),
    listClientNews(ctx),
    listEnquiryNews(ctx),
    listHeldMails(ctx),
    readPackets(ctx),
  ]);
  return {
    covering: away.filter((absence) => absence.coverId === ctx.actor.memberId),
    queue,
    action,
    stalled,
    offers,
    flags,
    reviews,
    questions,
    refusals,
    firstContacts,
    clientNews,
    enquiries,
    mails,
    ...beside,
  };
});

/** What is with others, and what others sent to this person. */
async function readPackets(
  ctx: TxCtx,
): Promise<Pick<MyWork, "releases" | "sent" | "returned" | "acknowledged" | "approvals">> {
  const decides = may(ctx.actor, "packet.decide");
  const none = { items: [], count: 0 };
  const [releases, sent, returned, acknowledged, approvals] = await Promise.all([
    decides ? listLinksToRelease(ctx) : none,
    listPacketsBy(ctx, and(eq(packets.status, "ready"), draftedByMe(ctx)), cap),
    listPacketsBy(ctx, and(eq(packets.status, "returned"), draftedByMe(ctx)), cap),
    listAcknowledged(ctx),
    decides ? fewToDecide(ctx) : none,
  ]);
  return { releases, sent, returned, acknowledged, approvals };
}

async function fewToDecide(ctx: TxCtx): Promise<Few<PacketItem>> {
  const [items, count] = await Promise.all([listPacketsBy(ctx, packetsToDecide(ctx)), countPacketsToDecide(ctx)]);
  return { items, count };
}

/** Cases of which no act is in the queue. */
function notInQueue(ctx: TxCtx): SQL {
  const mine = and(eq(queueItems.orgId, ctx.orgId), eq(queueItems.caseId, cases.id));
  const acts = and(mine, or(lateItems(ctx), itemsOfToday(ctx), soonItems(ctx)));
  return notExists(ctx.db.select({ id: queueItems.id }).from(queueItems).where(acts));
}

async function fewCases(ctx: TxCtx, where: SQL): Promise<Few<WorkItem>> {
  const items = await ctx.db
    .select({
      caseId: cases.id,
      pseudonym: cases.pseudonym,
      code: cases.code,
      nextStep: cases.nextStep,
      coveringFor: sql<
        string | null
      >`case when ${cases.ownerId} = ${ctx.actor.memberId ?? ctx.orgId}::uuid then null else ${members.name} end`,
    })
    .from(cases)
    .innerJoin(members, and(eq(members.orgId, cases.orgId), eq(members.id, cases.ownerId)))
    .innerJoin(caseAccess, accessOfCase)
    .where(and(myOpenCases(ctx), where))
    .orderBy(desc(caseAccess.lastActivityAt), asc(cases.id))
    .limit(few);
  return { items, count: items.length < few ? items.length : await cappedCount(ctx, where) };
}

function draftedByMe(ctx: TxCtx): SQL {
  return eq(packets.draftedBy, ctx.actor.memberId ?? ctx.orgId);
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
  return listPacketsBy(ctx, and(packetsToDecide(ctx), by), cap);
});

/** Links of first contact by others that wait for this person's release. */
export const readLinksToRelease = query("packet.decide", listLinksToRelease);
