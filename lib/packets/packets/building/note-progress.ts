import "server-only";
import { and, eq } from "drizzle-orm";
import { packets } from "@/db/schema";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import type { BuildStage } from "../labels";

/** `exhibit` is the code of the one that is worked on: `E-12`. */
type Noted = { packetId: string; stage: BuildStage; done?: number; total?: number; exhibit?: string };

/**
 * Records build progress for the page, in a separate transaction. It is not a fact of the case and nobody decides on
 * it, so it is not logged; the log has the beginning and the end.
 * @returns `stop` if somebody cancelled, or the packet is no longer waiting to be built
 */
export async function noteProgress(
  ctx: Ctx,
  { packetId, stage, done = 0, total = 0, exhibit }: Noted,
): Promise<{ stop: boolean }> {
  requirePermission(ctx, "job.run");
  return withTransaction(ctx, "read write", async ({ db, orgId }) => {
    const [row] = await db
      .update(packets)
      .set({ buildStage: exhibit ? `${stage} ${exhibit}` : stage, buildDone: done, buildTotal: total })
      .where(and(eq(packets.orgId, orgId), eq(packets.id, packetId), eq(packets.status, "building")))
      .returning({ cancelAskedAt: packets.cancelAskedAt });
    return { stop: row === undefined || row.cancelAskedAt !== null };
  });
}
