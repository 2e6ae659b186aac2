import "server-only";
import { command } from "@/lib/access/command";
import { AppError } from "@/lib/platform/errors";
import { OnePacket } from "./input";
import { refuseStoppedExhibits } from "./refuse-stopped-exhibits";
import { fileName } from "./rules";
import { findPacket } from "./scope";

/** Where the file of a packet lies and under which name it leaves, for the people of its case; the log says who took it. */
export const downloadPacket = command({
  needs: "case.read",
  input: OnePacket,
  async run(ctx, { packetId }) {
    const packet = await findPacket(ctx, packetId);
    if (!packet.fileId || !packet.fileKeyId) throw new AppError("not_found", "This packet has no file yet.");
    await refuseStoppedExhibits(ctx, packet);
    return {
      value: { fileId: packet.fileId, keyId: packet.fileKeyId, name: fileName(packet) },
      audit: { action: "packet.downloaded", subjectId: packetId, caseId: packet.caseId, detail: {} },
    };
  },
});
