import "server-only";
import { and, eq } from "drizzle-orm";
import { packetParts, packets } from "@/db/schema";
import { createPacketKey } from "@/lib/access/case-files";
import { command } from "@/lib/access/command";
import type { Scoped } from "@/lib/access/ctx";
import { KeepPacketKey } from "./input";
import { lockPacket } from "./scope";

/**
 * Gives a packet the key that its files are sealed under, and its annex another; one that has it keeps it, so a build
 * may be repeated. The annex's key goes with the annex: it is named by its row alone.
 */
export const keepPacketKey = command({
  needs: "job.run",
  input: KeepPacketKey,
  async run(ctx, { packetId, of }) {
    const packet = await lockPacket(ctx, packetId);
    const known = of === "annex" ? await annexKey(ctx, packetId) : packet.fileKeyId;
    const value = known ?? (await createPacketKey(ctx, of));
    if (of === "packet" && !known) {
      await ctx.db
        .update(packets)
        .set({ fileKeyId: value })
        .where(and(eq(packets.orgId, ctx.orgId), eq(packets.id, packetId)));
    }
    return {
      value,
      audit: { action: "packet.key_made", subjectId: packetId, caseId: packet.caseId, detail: { of } },
    };
  },
});

async function annexKey(ctx: Scoped, packetId: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ keyId: packetParts.keyId })
    .from(packetParts)
    .where(and(eq(packetParts.orgId, ctx.orgId), eq(packetParts.packetId, packetId), eq(packetParts.part, "annex")));
  return row?.keyId ?? null;
}
