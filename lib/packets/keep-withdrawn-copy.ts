import "server-only";
import { and, eq } from "drizzle-orm";
import { packetParts } from "@/db/schema";
import { command } from "@/lib/access/command";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { KeepWithdrawnCopy } from "./input";
import { lockPacket } from "./scope";

/**
 * Keeps the copy of a withdrawn version beside its parts. What was served stays as it is, for whoever checks its hash.
 * @throws AppError conflict when the version was not withdrawn after approval, or has its copy
 */
export const keepWithdrawnCopy = command({
  needs: "job.run",
  input: KeepWithdrawnCopy,
  async run(ctx, { packetId, part }) {
    const packet = await lockPacket(ctx, packetId);
    if (packet.withdrawnAt === null) throw new AppError("conflict", "This version was not withdrawn after approval.");
    const kept = await ctx.db
      .select({ id: packetParts.id })
      .from(packetParts)
      .where(
        and(eq(packetParts.orgId, ctx.orgId), eq(packetParts.packetId, packetId), eq(packetParts.part, part.part)),
      );
    if (kept.length > 0) throw new AppError("conflict", "The withdrawn copy is made already.");
    const place = { orgId: ctx.orgId, caseId: packet.caseId, packetId, madeAt: ctx.now };
    await ctx.db.insert(packetParts).values({ ...place, ...part, id: newId() });
    const detail = { sha256: part.sha256, pages: part.pages };
    return {
      value: { id: packetId },
      audit: { action: "packet.stamped", subjectId: packetId, caseId: packet.caseId, detail },
    };
  },
});
