import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { handovers } from "@/db/schema";
import { command } from "@/lib/access/command";
import { OpenHandover } from "./input";
import { noteEvent } from "./note-event";
import { findHandoverToHandOut, findReadableHandover } from "./scope";

/** The officer opened the packet. The first time is kept; each later time is one more line in its log. */
export const openHandover = command({
  needs: "handover.read",
  input: OpenHandover,
  async run(ctx, { handoverId, how }) {
    const find = how === "file" ? findHandoverToHandOut : findReadableHandover;
    const { handover } = await find(ctx, handoverId);
    await ctx.db
      .update(handovers)
      .set({ openedAt: ctx.now })
      .where(and(eq(handovers.orgId, ctx.orgId), eq(handovers.id, handoverId), isNull(handovers.openedAt)));
    await noteEvent(ctx, handover, "opened", how === "file" ? "Read in the browser" : null);
    return {
      value: undefined,
      audit: { action: "handover.opened", subjectId: handoverId, caseId: handover.caseId, detail: {} },
    };
  },
});
