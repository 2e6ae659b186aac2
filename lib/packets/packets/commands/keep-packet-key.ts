import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { packetParts, packets } from "@/db/schema";
import { createPacketKey } from "@/lib/kernel/access/case-files";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { findPacket } from "../access";
import { KeepPacketKey } from "../input";

/**
 * Gives a packet the key for its files, and its annex another; existing keys are kept, so a build may be repeated. The
 * annex's key is named only in the annex's row and goes with it. The key is created before the packet is locked, so
 * that cancelling a build never waits for it.
 * @throws AppError conflict if another run assigned one meanwhile
 */
export const keepPacketKey = command({
  needs: "job.run",
  input: KeepPacketKey,
  async run(ctx, { packetId, of }) {
    const packet = await findPacket(ctx, packetId);
    const known = of === "annex" ? await annexKey(ctx, packetId) : packet.fileKeyId;
    const value = known ?? (await createPacketKey(ctx, of));
    if (of === "packet" && !known) {
      const [won] = await ctx.db
        .update(packets)
        .set({ fileKeyId: value })
        .where(and(eq(packets.orgId, ctx.orgId), eq(packets.id, packetId), isNull(packets.fileKeyId)))
        .returning({ id: packets.id });
      if (!won) throw new AppError("conflict", t("Another run builds this packet."));
    }
    return {
      value,
      audit: { action: "packet.key_made", subjectId: packetId, caseId: packet.caseId, detail: { of } },
    };
  },
});

async function annexKey(ctx: TxCtx, packetId: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ keyId: packetParts.keyId })
    .from(packetParts)
    .where(and(eq(packetParts.orgId, ctx.orgId), eq(packetParts.packetId, packetId), eq(packetParts.part, "annex")));
  return row?.keyId ?? null;
}
