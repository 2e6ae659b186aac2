import "server-only";
import { command } from "@/lib/access/command";
import { refuseRestricted } from "@/lib/cases/scope";
import { OnePart } from "./input";
import { readStanding } from "./read-standing";
import { refuseStoppedExhibits } from "./refuse-stopped-exhibits";
import { findPacket, findPart } from "./scope";

/**
 * Where a file of a packet lies and under which name it leaves, for the people of its case; the log says who took
 * which. @throws AppError not_found; conflict while its case is restricted, or stopped and it carries an exhibit
 */
export const downloadPacket = command({
  needs: "case.read",
  input: OnePart,
  async run(ctx, { packetId, part }) {
    const packet = await findPacket(ctx, packetId);
    const place = await findPart(ctx, packet, part);
    const value =
      part === "served" ? { ...place, name: withStanding(place.name, await readStanding(ctx, packet)) } : place;
    await refuseRestricted(ctx, packet.caseId);
    await refuseStoppedExhibits(ctx, packet);
    return {
      value,
      audit: { action: "packet.downloaded", subjectId: packetId, caseId: packet.caseId, detail: { part } },
    };
  },
});

/** What was served keeps its bytes and its hash, so the name says that it no longer counts. */
function withStanding(name: string, state: string | null): string {
  return state ? name.replace(/\.pdf$/, `-${state.toUpperCase()}.pdf`) : name;
}
