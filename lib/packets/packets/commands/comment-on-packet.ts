import "server-only";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { findPacket } from "../access";
import { CommentOnPacket } from "../input";
import { notePacketEvent } from "../note-packet-event";

/** A word about a packet to the others of the case. It stays inside, and nobody changes or removes it. */
export const commentOnPacket = command({
  needs: "case.write",
  input: CommentOnPacket,
  async run(ctx, { packetId, words }) {
    const packet = await findPacket(ctx, packetId);
    if (!ctx.actor.memberId) throw new AppError("forbidden", "A person comments.");
    await notePacketEvent(ctx, packet, "commented", words);
    await touchCase(ctx, packet.caseId);
    return {
      value: undefined,
      audit: { action: "packet.commented", subjectId: packetId, caseId: packet.caseId, detail: {} },
    };
  },
});
