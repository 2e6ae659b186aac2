import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { packets } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { lockPacket } from "../access";
import { OnePacket } from "../input";
import { markCancelled } from "../mark-cancelled";

/**
 * Cancels the build of a packet. While it waits for the worker it ends at once; otherwise the job sees it at its next
 * step, ends with stopAssembly and stores nothing. Idempotent. @throws AppError conflict if it is not being built
 */
export const cancelAssembly = command({
  needs: "packet.build",
  input: OnePacket,
  async run(ctx, { packetId }) {
    const packet = await lockPacket(ctx, packetId);
    const { caseId, buildStage } = packet;
    if (packet.status !== "building") throw new AppError("conflict", t("This packet is not being built now."));
    await ctx.db
      .update(packets)
      .set({ cancelAskedAt: packet.cancelAskedAt ?? ctx.now })
      .where(and(eq(packets.orgId, ctx.orgId), eq(packets.id, packetId)));
    const asked = { action: "packet.assembly_cancel_asked", subjectId: packetId, caseId, detail: {} } as const;
    if (buildStage !== "queued") return { value: { id: packetId }, audit: asked };
    await markCancelled(ctx, packet);
    const ended = { ...asked, action: "packet.assembly_cancelled" } as const;
    return { value: { id: packetId }, audit: [asked, ended] as const };
  },
});
