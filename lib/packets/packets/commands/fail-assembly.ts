import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { packets } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { lockPacket } from "../access";
import { FailAssembly } from "../input";
import { notePacketEvent } from "../note-packet-event";

/** The build failed. The reason is shown to the author; it names fields and codes, never a protected value. */
export const failAssembly = command({
  needs: "job.run",
  input: FailAssembly,
  async run(ctx, { packetId, reason }) {
    const packet = await lockPacket(ctx, packetId);
    if (packet.status !== "building") throw new AppError("conflict", t("The packet is not being built."));
    await ctx.db
      .update(packets)
      .set({ status: "failed", buildError: reason })
      .where(and(eq(packets.orgId, ctx.orgId), eq(packets.id, packetId)));
    await notePacketEvent(ctx, packet, "failed", reason);
    return {
      value: undefined,
      audit: { action: "packet.assembly_failed", subjectId: packetId, caseId: packet.caseId, detail: { reason } },
    };
  },
});
