import "server-only";
import { command } from "@/lib/access/command";
import { OnePart } from "./input";
import { refuseStoppedExhibits } from "./refuse-stopped-exhibits";
import { findPacket, findPart } from "./scope";

/**
 * Where a file of a packet lies and under which name it leaves, for the people of its case; the log says who took
 * which. @throws AppError not_found; conflict while its case is stopped and it carries an exhibit
 */
export const downloadPacket = command({
  needs: "case.read",
  input: OnePart,
  async run(ctx, { packetId, part }) {
    const packet = await findPacket(ctx, packetId);
    const value = await findPart(ctx, packet, part);
    await refuseStoppedExhibits(ctx, packet);
    return {
      value,
      audit: { action: "packet.downloaded", subjectId: packetId, caseId: packet.caseId, detail: { part } },
    };
  },
});
