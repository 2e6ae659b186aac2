import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { clientPapers } from "@/db/schema";
import { leaveNews, ownPage } from "@/lib/client/pages/access";
import { command } from "@/lib/kernel/access/command";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { findOwnPaper } from "./access";
import { OnePaper } from "./input";

/**
 * The client takes back what she signed. It counts from now on; what was done before stays lawful. What was recorded of
 * it ends in this transaction, the rest by a job, and staff are told. @throws AppError not_found; conflict unless it is signed
 */
export const takeBackAnswer = command({
  needs: "own.page",
  input: OnePaper,
  async run(ctx, { paperId }) {
    const { id: pageId, caseId } = await ownPage(ctx);
    const { kind, terms } = await findOwnPaper(ctx, paperId);
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
    if (terms) await enqueue(ctx, "client.paper", { paperId });
    return {
      value: undefined,
      audit: { action: "client_paper.withdrawn", subjectId: paperId, caseId, detail: { kind } },
    };
  },
});
