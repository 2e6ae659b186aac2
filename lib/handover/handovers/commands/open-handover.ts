import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { handovers } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { findPart, findReadableHandover } from "../access";
import { OpenHandover } from "../input";
import { describePart } from "../labels";
import { noteEvent } from "../note-event";
import type { OfficerPart } from "../types";

/** The officer opened the packet. The first time is stored; each later time is one more line in its log. */
export const openHandover = command({
  needs: "handover.read",
  input: OpenHandover,
  async run(ctx, { handoverId, how, part }) {
    const isFile = how === "file";
    const { handover } = isFile ? await findPart(ctx, handoverId, part) : await findReadableHandover(ctx, handoverId);
    await ctx.db
      .update(handovers)
      .set({ openedAt: ctx.now })
      .where(and(eq(handovers.orgId, ctx.orgId), eq(handovers.id, handoverId), isNull(handovers.openedAt)));
    await noteEvent(ctx, handover, "opened", isFile ? wordsFor(part) : null);
    return {
      value: undefined,
      audit: { action: "handover.opened", subjectId: handoverId, caseId: handover.caseId, detail: {} },
    };
  },
});

function wordsFor(part: OfficerPart): string {
  return part === "served" ? "Read in the browser" : `${describePart(part)}, read in the browser`;
}
