import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { clientPapers } from "@/db/schema";
import { leaveNews, ownPage } from "@/lib/client/pages/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { findOwnPaper } from "./access";
import { OnePaper } from "./input";

/**
 * The client takes back what she signed. It counts from now on; what was done before stays lawful. Staff are told, and
 * record what follows. @throws AppError not_found; conflict unless it is signed
 */
export const takeBackAnswer = command({
  needs: "own.page",
  input: OnePaper,
  async run(ctx, { paperId }) {
    const { id: pageId, caseId } = await ownPage(ctx);
    const { kind } = await findOwnPaper(ctx, paperId);
    const [won] = await ctx.db
      .update(clientPapers)
      .set({ withdrawnAt: ctx.now })
      .where(
        and(
          eq(clientPapers.orgId, ctx.orgId),
          eq(clientPapers.id, paperId),
          eq(clientPapers.answer, "signed"),
          isNull(clientPapers.withdrawnAt),
        ),
      )
      .returning({ id: clientPapers.id });
    if (!won) throw new AppError("conflict", t("There is nothing to take back."));
    await leaveNews(ctx, pageId);
    return {
      value: undefined,
      audit: { action: "client_paper.withdrawn", subjectId: paperId, caseId, detail: { kind } },
    };
  },
});
