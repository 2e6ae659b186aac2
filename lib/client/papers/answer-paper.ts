import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { clientPapers } from "@/db/schema";
import { leaveNews, ownPage } from "@/lib/client/pages/access";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { findOwnPaper } from "./access";
import { AnswerPaper } from "./input";
import { answeredPlace } from "./rules";

/**
 * The client signs, declines or corrects a paper, once. The log names the hash of the text that she read and its
 * language. A job records what her signature becomes: her page cannot open the case. @throws AppError not_found; invalid at `agree`, `name` or `words`; conflict if it needs no answer any more
 */
export const answerPaper = command({
  needs: "own.page",
  input: AnswerPaper,
  async run(ctx, { paperId, answer, name, strokes, words }) {
    const { id: pageId, caseId, keyId } = await ownPage(ctx);
    const { textSha256, language, kind, terms } = await findOwnPaper(ctx, paperId);
    const vault = await openVault(ctx, keyId);
    const [won] = await ctx.db
      .update(clientPapers)
      .set({
        answer,
        answered: vault.seal(answeredPlace(paperId), JSON.stringify({ name, strokes, words })),
        answeredAt: ctx.now,
      })
      .where(
        and(
          eq(clientPapers.orgId, ctx.orgId),
          eq(clientPapers.id, paperId),
          isNull(clientPapers.answer),
          isNull(clientPapers.endedAt),
        ),
      )
      .returning({ id: clientPapers.id });
    if (!won) throw new AppError("conflict", t("This paper needs no answer any more."));
    await leaveNews(ctx, pageId);
    if (answer === "signed" && terms) await enqueue(ctx, "client.paper", { paperId });
    const detail = { kind, answer, language, sha256: textSha256 };
    return { value: undefined, audit: { action: "client_paper.answered", subjectId: paperId, caseId, detail } };
  },
});
