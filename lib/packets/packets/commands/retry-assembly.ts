import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { packets } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { lockPacket } from "../access";
import { OnePacket } from "../input";
import { notePacketEvent } from "../note-packet-event";

const fromTheStart = { buildStage: "queued", buildDone: 0, buildTotal: 0 };

/** Rebuilds a packet after it failed or was cancelled: from the current case, or as approved if it was approved. */
export const retryAssembly = command({
  needs: "packet.build",
  input: OnePacket,
  async run(ctx, { packetId }) {
    const packet = await lockPacket(ctx, packetId);
    if (packet.status !== "failed" && packet.status !== "cancelled") {
      throw new AppError("conflict", t("Only a packet that was not built is tried again."));
    }
    await ctx.db
      .update(packets)
      .set({ status: "building", buildError: null, cancelAskedAt: null, ...fromTheStart })
      .where(and(eq(packets.orgId, ctx.orgId), eq(packets.id, packetId)));
    await enqueue(ctx, "packet.assemble", { packetId });
    await notePacketEvent(ctx, packet, "retried");
    return {
      value: { id: packetId },
      audit: { action: "packet.assembly_retried", subjectId: packetId, caseId: packet.caseId, detail: {} },
    };
  },
});
