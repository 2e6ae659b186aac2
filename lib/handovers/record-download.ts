import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { handovers } from "@/db/schema";
import { command } from "@/lib/access/command";
import { OneHandover } from "./input";
import { noteEvent } from "./note-event";
import { findHandoverToHandOut } from "./scope";

/** The officer took a copy of the file. The first time is kept; each later time is one more line in its log. */
export const recordDownload = command({
  needs: "handover.read",
  input: OneHandover,
  async run(ctx, { handoverId }) {
    const { handover } = await findHandoverToHandOut(ctx, handoverId);
    await ctx.db
      .update(handovers)
      .set({ downloadedAt: ctx.now })
      .where(and(eq(handovers.orgId, ctx.orgId), eq(handovers.id, handoverId), isNull(handovers.downloadedAt)));
    await noteEvent(ctx, handover, "downloaded");
    return {
      value: undefined,
      audit: { action: "handover.downloaded", subjectId: handoverId, caseId: handover.caseId, detail: {} },
    };
  },
});
