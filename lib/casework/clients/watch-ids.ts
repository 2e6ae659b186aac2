import "server-only";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { SearchHit } from "@/lib/kernel/jobs/names";
import { enqueue } from "@/lib/kernel/jobs/queue";

/** A search for one thing hits few records; more hits are a pattern, and the alert names the person. */
const most = 20;

/**
 * The job is enqueued even if there is nothing to report, so that neither timing nor shape of the response reveals
 * which. Only ids are stored, never the typed text.
 */
export async function watchIds(ctx: TxCtx, hidden: readonly SearchHit[], newClientId?: string): Promise<void> {
  const { memberId } = ctx.actor;
  if (!memberId) return;
  // An import brings thousands, and its author reads the results long afterwards.
  if (ctx.batch && hidden.length === 0) return;
  await enqueue(ctx, "search.watch", {
    searcherId: memberId,
    newClientId: newClientId ?? null,
    hits: hidden.slice(0, most),
  });
}
