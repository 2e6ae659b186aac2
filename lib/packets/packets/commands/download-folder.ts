import "server-only";
import { refuseRestricted } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { findPacket } from "../access";
import { findGiven } from "../find-given";
import { OnePacket } from "../input";
import { refuseStoppedExhibits } from "../refuse-stopped-exhibits";
import { fileName } from "../rules";

/**
 * Records that a member on the case downloads everything that travels as one folder, and returns its name.
 * @throws AppError not_found before it is built; conflict while its case is restricted, or stopped and the packet has
 * an exhibit
 */
export const downloadFolder = command({
  needs: "paper.read",
  input: OnePacket,
  async run(ctx, { packetId }) {
    const packet = await findPacket(ctx, packetId);
    await findGiven(ctx, packet, "served");
    await refuseRestricted(ctx, packet.caseId);
    await refuseStoppedExhibits(ctx, packet);
    return {
      value: { name: fileName(packet).replace(/\.pdf$/, "") },
      audit: { action: "packet.downloaded", subjectId: packetId, caseId: packet.caseId, detail: { part: "folder" } },
    };
  },
});
