import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { savedViews } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { lockView, refuseSameName } from "./access";
import { RemoveView } from "./input";

/** Takes a view away, or with `undo` brings it back. @throws AppError not_found, forbidden, conflict when it is so already */
export const removeView = command({
  needs: "case.read",
  input: RemoveView,
  async run(ctx, { viewId, undo }) {
    const row = await lockView(ctx, viewId);
    if ((row.removedAt === null) === undo) {
      throw new AppError("conflict", undo ? t("The view is there already.") : t("The view was removed already."));
    }
    if (undo) await refuseSameName(ctx, row.memberId, row.name, viewId);
    await ctx.db
      .update(savedViews)
      .set({ removedAt: undo ? null : ctx.now })
      .where(and(eq(savedViews.orgId, ctx.orgId), eq(savedViews.id, viewId)));
    const action = undo ? "view.restored" : "view.removed";
    return { value: { id: viewId }, audit: { action, subjectId: viewId, detail: {} } };
  },
});
