import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { handovers } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { findReadableHandover } from "../access";
import { AcknowledgeHandover } from "../input";
import { noteEvent } from "../note-event";

/** The officer acknowledges receipt, which does not imply agreement. @throws AppError conflict if repeated */
export const acknowledgeHandover = command({
  needs: "handover.answer",
  input: AcknowledgeHandover,
  async run(ctx, { handoverId, note }) {
    const { handover } = await findReadableHandover(ctx, handoverId);
    const [won] = await ctx.db
      .update(handovers)
      .set({ acknowledgedAt: ctx.now, acknowledgedNote: note || null, openedAt: handover.openedAt ?? ctx.now })
      .where(and(eq(handovers.orgId, ctx.orgId), eq(handovers.id, handoverId), isNull(handovers.acknowledgedAt)))
      .returning({ id: handovers.id });
    if (!won) throw new AppError("conflict", t("You acknowledged this packet already."));
    await noteEvent(ctx, handover, "acknowledged", note || null);
    await enqueue(ctx, "ladder.advance", { caseId: handover.caseId });
    await enqueue(ctx, "handover.paper", { packetId: handover.packetId, handoverId, paper: "receipt" });
    return {
      value: undefined,
      audit: { action: "handover.acknowledged", subjectId: handoverId, caseId: handover.caseId, detail: {} },
    };
  },
});
