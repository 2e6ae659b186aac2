import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { cases, queueItems } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { casesOfQueue, queueLists } from "@/lib/oversight/my-work/access";
import type { TeamRow } from "@/lib/oversight/my-work/types";

/** The lists of the queue by who owns the cases. Exact: a team is small. */
export async function countActs(ctx: TxCtx): Promise<Map<string, TeamRow["acts"]>> {
  const only = (when: SQL | undefined) => sql<number>`(count(*) filter (where ${when}))::int`;
  const rows = await ctx.db
    .select({
      ownerId: cases.ownerId,
      overdue: only(queueLists.overdue(ctx)),
      today: only(queueLists.today(ctx)),
      soon: only(queueLists.soon(ctx)),
      waiting: only(queueLists.waiting(ctx)),
    })
    .from(queueItems)
    .innerJoin(cases, and(eq(cases.orgId, queueItems.orgId), eq(cases.id, queueItems.caseId)))
    .where(and(eq(queueItems.orgId, ctx.orgId), casesOfQueue(ctx, null)))
    .groupBy(cases.ownerId);
  return new Map(rows.map(({ ownerId, ...acts }) => [ownerId, acts]));
}
