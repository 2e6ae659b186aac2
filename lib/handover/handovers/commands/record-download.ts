import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { handovers } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { findPart } from "../access";
import { RecordDownload } from "../input";
import { describePart } from "../labels";
import { noteEvent } from "../note-event";

/** The officer downloaded one of the files. The first time is stored; each later time is one more line in its log. */
export const recordDownload = command({
  needs: "handover.read",
  input: RecordDownload,
  async run(ctx, { handoverId, part }) {
    const { handover } = await findPart(ctx, handoverId, part);
    await ctx.db
      .update(handovers)
      .set({ downloadedAt: ctx.now })
      .where(and(eq(handovers.orgId, ctx.orgId), eq(handovers.id, handoverId), isNull(handovers.downloadedAt)));
    await noteEvent(ctx, handover, "downloaded", part === "served" ? null : describePart(part));
    return {
      value: undefined,
      audit: { action: "handover.downloaded", subjectId: handoverId, caseId: handover.caseId, detail: { part } },
    };
  },
});
