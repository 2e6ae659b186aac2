import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { listChoices, savedViews } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { ChooseList } from "./input";
import { personOf } from "./person-of";

/** What the list of cases shows this person, and the view that it opens with. @throws AppError invalid on `viewId` */
export const chooseList = command({
  needs: "case.read",
  input: ChooseList,
  async run(ctx, { columns, viewId }) {
    const memberId = personOf(ctx);
    if (viewId) {
      const seen = and(eq(savedViews.orgId, ctx.orgId), eq(savedViews.id, viewId), isNull(savedViews.removedAt));
      const [view] = await ctx.db.select({ id: savedViews.id }).from(savedViews).where(seen);
      const message = t("Choose one of the views above the list.");
      if (!view) throw new AppError("invalid", message, { viewId: message });
    }
    const chosen = { ...(columns === undefined ? {} : { columns }), ...(viewId === undefined ? {} : { viewId }) };
    await ctx.db
      .insert(listChoices)
      .values({ memberId, orgId: ctx.orgId, ...chosen })
      .onConflictDoUpdate({ target: listChoices.memberId, set: chosen });
    return { value: undefined, audit: { action: "list.chosen", subjectId: memberId, detail: {} } };
  },
});
