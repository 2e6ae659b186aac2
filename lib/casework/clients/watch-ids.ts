import "server-only";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { SearchHit } from "@/lib/kernel/jobs/names";
import { enqueue } from "@/lib/kernel/jobs/queue";

/** A search of one thing reaches few records; more are one pattern of work, and the alert says who. */
const most = 20;

/**
 * The job is asked for also when there is nothing, so that neither time nor shape of the answer says which. Ids alone are
 * kept: never what was typed.
 */
export async function watchIds(ctx: TxCtx, hidden: readonly SearchHit[], newClientId?: string): Promise<void> {
  const { memberId } = ctx.actor;
  if (!memberId) return;
  // A list brings thousands; whoever runs it reads its answers long after.
  if (ctx.batch && hidden.length === 0) return;
  await enqueue(ctx, "search.watch", {
    searcherId: memberId,
    newClientId: newClientId ?? null,
    hits: hidden.slice(0, most),
  });
}
