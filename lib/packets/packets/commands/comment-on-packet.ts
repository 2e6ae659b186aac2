import { t } from "@/lib/platform/language/translate";
import "server-only";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { findPacket } from "../access";
import { CommentOnPacket } from "../input";
import { notePacketEvent } from "../note-packet-event";

/** A comment on a packet for the others on the case. It is internal, and nobody can change or remove it. */
export const commentOnPacket = command({
  needs: "case.write",
  input: CommentOnPacket,
  async run(ctx, { packetId, words }) {
    const packet = await findPacket(ctx, packetId);
    if (!ctx.actor.memberId) throw new AppError("forbidden", t("A person comments."));
    await notePacketEvent(ctx, packet, "commented", words);
    await touchCase(ctx, packet.caseId);
    return {
      value: undefined,
      audit: { action: "packet.commented", subjectId: packetId, caseId: packet.caseId, detail: {} },
    };
  },
});
