import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { packetParts } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { lockPacket } from "../access";
import { copyWanted } from "../copy-wanted";
import { OnePacket } from "../input";
import { stampedCopies } from "../types";

/**
 * A version counts again when its replacement was withdrawn: its copy, or the placeholder, is removed, and the signed
 * file is handed out as before. The nightly clean-up removes the file of the copy.
 * @throws AppError conflict if there is nothing to remove
 */
export const letCopyGo = command({
  needs: "job.run",
  input: OnePacket,
  async run(ctx, { packetId }) {
    const packet = await lockPacket(ctx, packetId);
    if (await copyWanted(ctx, packet)) throw new AppError("conflict", t("This version does not count."));
    const copy = and(eq(packetParts.packetId, packetId), eq(packetParts.part, stampedCopies.superseded));
    const [gone] = await ctx.db
      .delete(packetParts)
      .where(and(eq(packetParts.orgId, ctx.orgId), copy))
      .returning({ sha256: packetParts.sha256 });
    if (!gone) throw new AppError("conflict", t("There is no copy to take away."));
    return {
      value: { id: packetId },
      audit: { action: "packet.counts_again", subjectId: packetId, caseId: packet.caseId, detail: {} },
    };
  },
});
