import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { cases, packets, queueItems } from "@/db/schema";
import { visibleCases } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { may } from "@/lib/kernel/access/roles";
import { listAccessToDecide } from "@/lib/organisation/access-changes/queries";
import { casesOfQueue, itemsOfToday, lateItems, notSnoozed, soonItems, waitingItems } from "./access";
import { listLinksToRelease } from "./list-links-to-release";
import { packetsToDecide } from "./packets-to-decide";
import type { NavCounts } from "./types";

/** Nothing is counted further: `99+`. */
export const cap = 100;

/** The lists of the queue, each by one condition: the list, its number and the side bar use the same. */
export const queueLists = {
  overdue: (ctx: TxCtx) => and(lateItems(ctx), notSnoozed(ctx)),
  today: (ctx: TxCtx) => and(itemsOfToday(ctx), notSnoozed(ctx)),
  soon: (ctx: TxCtx) => and(soonItems(ctx), notSnoozed(ctx)),
  waiting: waitingItems,
} as const satisfies Record<string, (ctx: TxCtx) => SQL | undefined>;

export type QueueList = keyof typeof queueLists;

/** How many acts one of the lists holds; of a supervisor the team's, or those of one member. */
export async function countList(ctx: TxCtx, list: QueueList, of: string | null = null): Promise<number> {
  const rows = ctx.db
    .select({ id: queueItems.id })
    .from(queueItems)
    .innerJoin(cases, and(eq(cases.orgId, queueItems.orgId), eq(cases.id, queueItems.caseId)))
    .where(and(eq(queueItems.orgId, ctx.orgId), casesOfQueue(ctx, of), queueLists[list](ctx)))
    .limit(cap)
    .as("capped");
  const [row] = await ctx.db.select({ n: sql<number>`count(*)::int` }).from(rows);
  return row?.n ?? 0;
}

/** Packets that wait for this person's decision, of all authors. */
export async function countPacketsToDecide(ctx: TxCtx): Promise<number> {
  const rows = ctx.db
    .select({ id: packets.id })
    .from(packets)
    .innerJoin(cases, eq(cases.id, packets.caseId))
    .where(and(visibleCases(ctx), eq(packets.orgId, ctx.orgId), await packetsToDecide(ctx)))
    .limit(cap)
    .as("capped");
  const [row] = await ctx.db.select({ n: sql<number>`count(*)::int` }).from(rows);
  return row?.n ?? 0;
}

/** All that the Approvals page lists: people who get access, packets, and links to release. */
export async function countApprovals(ctx: TxCtx): Promise<number> {
  const { role } = ctx.actor;
  const access = may(role, "access.decide") ? (await listAccessToDecide(ctx)).length : 0;
  if (!may(role, "packet.decide")) return access;
  return access + (await countPacketsToDecide(ctx)) + (await listLinksToRelease(ctx)).count;
}

/** The numbers in the side bar: My work opens on the first, Approvals lists the second. */
export const readNavCounts = query(
  "case.read",
  async (ctx): Promise<NavCounts> => ({
    overdue: await countList(ctx, "overdue"),
    approvals: await countApprovals(ctx),
  }),
);
