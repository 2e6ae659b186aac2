import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { packetParts } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { lockPacket } from "../access";
import { copyDue } from "../copy-due";
import { KeepStampedCopy } from "../input";
import { stampedCopies } from "../types";

/**
 * Stores the copy of a version that no longer counts with its parts, in its placeholder; a withdrawn version needs no
 * second one. What was served is kept, for anybody who checks its hash.
 * @throws AppError conflict if no such copy is due: the version still counts, or has one
 */
export const keepStampedCopy = command({
  needs: "job.run",
  input: KeepStampedCopy,
  async run(ctx, { packetId, part }) {
    const packet = await lockPacket(ctx, packetId);
    const due = await copyDue(ctx, packet);
    if (due?.part !== part.part || due.name !== part.name) throw new AppError("conflict", t("No such copy is due."));
    const place = { orgId: ctx.orgId, caseId: packet.caseId, packetId, madeAt: ctx.now };
    const copies = and(eq(packetParts.packetId, packetId), inArray(packetParts.part, Object.values(stampedCopies)));
    await ctx.db.delete(packetParts).where(and(eq(packetParts.orgId, ctx.orgId), copies));
    await ctx.db.insert(packetParts).values({ ...place, ...part, id: newId() });
    const detail = { sha256: part.sha256, pages: part.pages };
    return {
      value: { id: packetId },
      audit: { action: "packet.stamped", subjectId: packetId, caseId: packet.caseId, detail },
    };
  },
});
