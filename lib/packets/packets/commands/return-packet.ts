import "server-only";
import { and, eq } from "drizzle-orm";
import { packets } from "@/db/schema";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { mayDecideOwn } from "@/lib/organisation/grants/access";
import { AppError } from "@/lib/platform/errors";
import { lockPacket } from "../access";
import { ReturnPacket } from "../input";
import { notePacketEvent } from "../note-packet-event";
import { whyNotDecide } from "../rules";

/** A second person returns a packet with the required changes. The author drafts a new version from it. */
export const returnPacket = command({
  needs: "packet.decide",
  input: ReturnPacket,
  async run(ctx, { packetId, reason }) {
    const packet = await lockPacket(ctx, packetId);
    const asked = { status: packet.status, draftedById: packet.draftedBy };
    const refused = whyNotDecide(asked, ctx.actor.memberId, await mayDecideOwn(ctx));
    if (refused) throw new AppError("conflict", refused);
    await ctx.db
      .update(packets)
      .set({ status: "returned", decidedBy: ctx.actor.memberId, decidedAt: ctx.now, decisionNote: reason })
      .where(and(eq(packets.orgId, ctx.orgId), eq(packets.id, packetId)));
    await notePacketEvent(ctx, packet, "returned", reason);
    await touchCase(ctx, packet.caseId);
    return {
      value: { id: packetId },
      audit: { action: "packet.returned", subjectId: packetId, caseId: packet.caseId, detail: { reason } },
    };
  },
});
