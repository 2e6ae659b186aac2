import "server-only";
import { and, eq } from "drizzle-orm";
import { packets } from "@/db/schema";
import { createPacketKey } from "@/lib/access/case-files";
import { command } from "@/lib/access/command";
import { OnePacket } from "./input";
import { lockPacket } from "./scope";

/** Gives a packet the key that its file is sealed under; one that has it keeps it, so a build may be repeated. */
export const keepPacketKey = command({
  needs: "job.run",
  input: OnePacket,
  async run(ctx, { packetId }) {
    const packet = await lockPacket(ctx, packetId);
    const value = packet.fileKeyId ?? (await createPacketKey(ctx));
    await ctx.db
      .update(packets)
      .set({ fileKeyId: value })
      .where(and(eq(packets.orgId, ctx.orgId), eq(packets.id, packetId)));
    return {
      value,
      audit: { action: "packet.key_made", subjectId: packetId, caseId: packet.caseId, detail: {} },
    };
  },
});
