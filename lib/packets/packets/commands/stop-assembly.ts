import { t } from "@/lib/platform/language/translate";
import "server-only";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { lockPacket } from "../access";
import { OnePacket } from "../input";
import { markCancelled } from "../mark-cancelled";

/** Ends a build that somebody cancelled. @throws AppError conflict if nobody did */
export const stopAssembly = command({
  needs: "job.run",
  input: OnePacket,
  async run(ctx, { packetId }) {
    const packet = await lockPacket(ctx, packetId);
    if (packet.status !== "building" || packet.cancelAskedAt === null) {
      throw new AppError("conflict", t("Nobody asked to stop the building of this packet."));
    }
    await markCancelled(ctx, packet);
    return {
      value: { id: packetId },
      audit: { action: "packet.assembly_cancelled", subjectId: packetId, caseId: packet.caseId, detail: {} },
    };
  },
});
