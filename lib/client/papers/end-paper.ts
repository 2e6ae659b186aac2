import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { clientPapers } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { findOfferedPaper } from "./access";
import { OnePaper } from "./input";

/** Stops asking the client for an answer to a paper. @throws AppError not_found; conflict once she answered */
export const endPaper = command({
  needs: "case.write",
  input: OnePaper,
  async run(ctx, { paperId }) {
    const { caseId } = await findOfferedPaper(ctx, paperId);
    const open = and(isNull(clientPapers.answer), isNull(clientPapers.endedAt));
    const [won] = await ctx.db
      .update(clientPapers)
      .set({ endedAt: ctx.now, endedBy: ctx.actor.memberId })
      .where(and(eq(clientPapers.orgId, ctx.orgId), eq(clientPapers.id, paperId), open))
      .returning({ id: clientPapers.id });
    if (!won)
      throw new AppError("conflict", t("The client answered already, or it is no longer asked for. Reload to see it."));
    return { value: undefined, audit: { action: "client_paper.ended", subjectId: paperId, caseId, detail: {} } };
  },
});
