import "server-only";
import { and, eq } from "drizzle-orm";
import { takedowns } from "@/db/schema";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { lockItem } from "../access";
import { DropTakedown } from "../input";

/** Takes an item off the list that was added by mistake. @throws AppError conflict when something was recorded about it */
export const dropTakedown = command({
  needs: "case.write",
  input: DropTakedown,
  async run(ctx, { takedownId }) {
    const { row, entries } = await lockItem(ctx, takedownId);
    if (entries.length > 0) {
      throw new AppError("conflict", t("Something is recorded about this item. Undo that first."));
    }
    await ctx.db
      .update(takedowns)
      .set({ droppedAt: ctx.now })
      .where(and(eq(takedowns.orgId, ctx.orgId), eq(takedowns.id, takedownId)));
    await touchCase(ctx, row.id);
    return {
      value: { caseId: row.id },
      audit: { action: "takedown.dropped", subjectId: takedownId, caseId: row.id, detail: {} },
    };
  },
});
