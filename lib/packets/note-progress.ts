import "server-only";
import { and, eq } from "drizzle-orm";
import { packets } from "@/db/schema";
import { requirePermission } from "@/lib/access/command";
import { type Ctx, inScope } from "@/lib/access/ctx";
import type { BuildStage } from "./labels";

/**
 * Says how far the building is, in a transaction of its own, so that the page can show it. It is no fact of the case
 * and nobody decides on it, so the log does not hold it: the log has the beginning and the end.
 */
export async function noteProgress(
  ctx: Ctx,
  { packetId, stage, done = 0, total = 0 }: { packetId: string; stage: BuildStage; done?: number; total?: number },
): Promise<void> {
  requirePermission(ctx, "job.run");
  await inScope(ctx, "read write", async ({ db, orgId }) => {
    await db
      .update(packets)
      .set({ buildStage: stage, buildDone: done, buildTotal: total })
      .where(and(eq(packets.orgId, orgId), eq(packets.id, packetId), eq(packets.status, "building")));
  });
}
