import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNotNull, lte } from "drizzle-orm";
import { packets } from "@/db/schema";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { lockPacket } from "../access";
import { WithdrawPacket } from "../input";
import { notePacketEvent } from "../note-packet-event";
import { canWithdraw, deliverable } from "../rules";

/**
 * Withdraws a packet. What was handed over stays listed for the officer, marked as withdrawn, and can no longer be
 * opened. `withdrawnAt` is stored for an approved version: the number check then shows since when, and a copy with the
 * notice on every page is made. An older version that it replaced counts again, or is replaced by another.
 */
export const withdrawPacket = command({
  needs: "case.write",
  input: WithdrawPacket,
  async run(ctx, { packetId, reason }) {
    const packet = await lockPacket(ctx, packetId);
    if (!canWithdraw(packet.status)) throw new AppError("conflict", t("This packet cannot be withdrawn now."));
    const wasApproved = deliverable.includes(packet.status);
    await ctx.db
      .update(packets)
      .set({ status: "withdrawn", decisionNote: reason, withdrawnAt: wasApproved ? ctx.now : null })
      .where(and(eq(packets.orgId, ctx.orgId), eq(packets.id, packetId)));
    await notePacketEvent(ctx, packet, "withdrawn", reason);
    if (wasApproved) await enqueueStamps(ctx, packet);
    await touchCase(ctx, packet.caseId);
    return {
      value: { id: packetId },
      audit: { action: "packet.withdrawn", subjectId: packetId, caseId: packet.caseId, detail: { reason } },
    };
  },
});

/** For this version and those before it. */
async function enqueueStamps(ctx: TxCtx, { caseId, number, version }: typeof packets.$inferSelect): Promise<void> {
  const same = and(eq(packets.caseId, caseId), eq(packets.number, number), lte(packets.version, version));
  const rows = await ctx.db
    .select({ packetId: packets.id })
    .from(packets)
    .where(and(eq(packets.orgId, ctx.orgId), same, isNotNull(packets.fileId)));
  for (const row of rows) await enqueue(ctx, "packet.stamp", row);
}
