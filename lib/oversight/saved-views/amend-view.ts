import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { savedViews } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { lockView, refuseSameName, refuseSharing } from "./access";
import { AmendView } from "./input";

/**
 * Renames a view, or shares it. Only whose view it is stops sharing it, because it becomes theirs alone.
 * @throws AppError not_found, forbidden, conflict on `name` or when nothing changes
 */
export const amendView = command({
  needs: "case.read",
  input: AmendView,
  async run(ctx, { viewId, name, shared }) {
    const row = await lockView(ctx, viewId);
    refuseSharing(ctx, shared);
    if (row.name === name && row.shared === shared) throw new AppError("conflict", t("Nothing was changed."));
    if (!shared && row.memberId !== ctx.actor.memberId) {
      const message = t("Only the person who saved it can stop sharing it.");
      throw new AppError("forbidden", message, { shared: message });
    }
    await refuseSameName(ctx, row.memberId, name, viewId);
    await ctx.db
      .update(savedViews)
      .set({ name, shared })
      .where(and(eq(savedViews.orgId, ctx.orgId), eq(savedViews.id, viewId)));
    return { value: { id: viewId }, audit: { action: "view.amended", subjectId: viewId, detail: { shared } } };
  },
});
