import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { cases, queueItems } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { casesOfQueue, queueLists, waitingItems } from "@/lib/oversight/my-work/access";
import type { TeamRow } from "@/lib/oversight/my-work/types";
import { cappedIn } from "./capped-in";

/** The lists of the queue by who owns the cases, each along the index of its owner. */
export async function countActs(ctx: TxCtx): Promise<Map<string, TeamRow["acts"]>> {
  const joined = and(eq(cases.orgId, queueItems.orgId), eq(cases.id, queueItems.caseId));
  const own = and(eq(queueItems.orgId, ctx.orgId), sql`${queueItems.ownerId} = m.id`, casesOfQueue(ctx, null));
  const n = (...lists: (SQL | undefined)[]): SQL =>
    cappedIn(sql`app.queue_items join app.cases on ${joined}`, ...lists.map((list) => and(own, list)));
  const overdue = queueLists.overdue(ctx);
  const today = queueLists.today(ctx);
  const soon = queueLists.soon(ctx);
  const rows = await ctx.db.execute<{ id: string } & TeamRow["acts"]>(sql`
    select m.id, ${n(overdue)} as overdue, ${n(today)} as today, ${n(soon)} as soon,
      ${n(...waitingItems(ctx))} as waiting
    from app.members m where m.org_id = ${ctx.orgId}::uuid and m.role <> 'liaison'`);
  return new Map([...rows].map(({ id, ...acts }) => [id, acts]));
}
