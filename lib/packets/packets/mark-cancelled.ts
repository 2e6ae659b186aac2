import "server-only";
import { and, eq } from "drizzle-orm";
import { packetEvents, packets } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";

/** The build ended because somebody cancelled it. Stage and exhibit are kept, so that the page can show where. */
export async function markCancelled(ctx: TxCtx, { id, caseId }: { id: string; caseId: string }): Promise<void> {
  const { orgId, now, actor } = ctx;
  await ctx.db
    .update(packets)
    .set({ status: "cancelled", buildError: null })
    .where(and(eq(packets.orgId, orgId), eq(packets.id, id)));
  await ctx.db.insert(packetEvents).values({
    id: newId(),
    orgId,
    caseId,
    packetId: id,
    event: "cancelled",
    at: now,
    by: actor.memberId,
  });
}
