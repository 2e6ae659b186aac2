import "server-only";
import { refuseRestricted } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { findPacket } from "../access";
import { findGiven } from "../find-given";
import { OnePart } from "../input";
import { refuseStoppedExhibits } from "../refuse-stopped-exhibits";

/**
 * The location of a packet's file and its download name, for members on the case; the log records who took which.
 * @throws AppError not_found; conflict while its case is restricted, or stopped and the packet has an exhibit, and
 * while the copy of a version that no longer counts is not made yet
 */
export const downloadPacket = command({
  needs: "paper.read",
  input: OnePart,
  async run(ctx, { packetId, part }) {
    const packet = await findPacket(ctx, packetId);
    const value = await findGiven(ctx, packet, part);
    await refuseRestricted(ctx, packet.caseId);
    await refuseStoppedExhibits(ctx, packet);
    return {
      value,
      audit: { action: "packet.downloaded", subjectId: packetId, caseId: packet.caseId, detail: { part } },
    };
  },
});
