import "server-only";
import { and, eq } from "drizzle-orm";
import { packets } from "@/db/schema";
import { requirePermission } from "@/lib/access/command";
import { type Ctx, inScope } from "@/lib/access/ctx";
import type { BuildStage } from "./labels";

/**
 * Says how far the building is, and asks in the same look whether somebody wants it stopped, in a transaction of its own, so that the page can show it. It is no fact of the case
 * and nobody decides on it, so the log does not hold it: the log has the beginning and the end.
 */
export async function noteProgress(
  ctx: Ctx,
  { packetId, stage, done = 0, total = 0 }: { packetId: string; stage: BuildStage; done?: number; total?: number },
): Promise<{ isCancelAsked: boolean }> {
  requirePermission(ctx, "job.run");
  return inScope(ctx, "read write", async ({ db, orgId }) => {
    const [row] = await db
      .update(packets)
      .set({ buildStage: stage, buildDone: done, buildTotal: total })
      .where(and(eq(packets.orgId, orgId), eq(packets.id, packetId), eq(packets.status, "building")))
      .returning({ cancelAskedAt: packets.cancelAskedAt });
    return { isCancelAsked: Boolean(row?.cancelAskedAt) };
  });
}
