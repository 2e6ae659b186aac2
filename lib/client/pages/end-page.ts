import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { clientPages } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { findPage, notePageEvent } from "./access";
import { OnePage } from "./input";

/**
 * Ends a client's page at once, in every browser in which it is open. What is on it stays with the case. Also on a
 * closed or restricted case: ending is never too late. @throws AppError not_found; conflict if it has ended
 */
export const endPage = command({
  needs: "case.write",
  input: OnePage,
  async run(ctx, { pageId }) {
    const page = await findPage(ctx, pageId);
    const mine = and(eq(clientPages.orgId, ctx.orgId), eq(clientPages.id, pageId), isNull(clientPages.endedAt));
    const [won] = await ctx.db
      .update(clientPages)
      .set({ endedAt: ctx.now, endedBy: ctx.actor.memberId })
      .where(mine)
      .returning({ id: clientPages.id });
    if (!won) throw new AppError("conflict", t("This page has ended already."));
    await notePageEvent(ctx, page, "ended");
    return {
      value: undefined,
      audit: { action: "client_page.ended", subjectId: pageId, caseId: page.caseId, detail: {} },
    };
  },
});
