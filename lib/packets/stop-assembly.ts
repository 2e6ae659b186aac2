import "server-only";
import { and, eq } from "drizzle-orm";
import { packets } from "@/db/schema";
import { command } from "@/lib/access/command";
import { AppError } from "@/lib/platform/errors";
import { OnePacket } from "./input";
import { lockPacket } from "./scope";

/** The building ends because somebody asked for it; nothing of it is kept. @throws AppError conflict */
export const stopAssembly = command({
  needs: "job.run",
  input: OnePacket,
  async run(ctx, { packetId }) {
    const packet = await lockPacket(ctx, packetId);
    if (packet.status !== "building" || packet.cancelAskedAt === null)
      throw new AppError("conflict", "Nobody asked to stop the building of this packet.");
    await ctx.db
      .update(packets)
      .set({ status: "cancelled", buildError: null })
      .where(and(eq(packets.orgId, ctx.orgId), eq(packets.id, packetId)));
    return {
      value: undefined,
      audit: { action: "packet.assembly_stopped", subjectId: packetId, caseId: packet.caseId, detail: {} },
    };
  },
});
