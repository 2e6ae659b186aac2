import { t } from "@/lib/platform/language/translate";
import "server-only";
import { eq } from "drizzle-orm";
import { chatImports } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { AppError } from "@/lib/platform/errors";
import { findImport, lockImport } from "../access";
import { AnswerImport } from "../input";

/**
 * Says how the dates of an export are written, and starts reading it with that. @throws AppError conflict if not asked
 */
export const answerImport = command({
  needs: "case.write",
  input: AnswerImport,
  async run(ctx, { importId, dateOrder }) {
    const { caseId } = await findImport(ctx, importId);
    await lockCase(ctx, caseId);
    const row = await lockImport(ctx, importId);
    if (row.state !== "needs_answer") throw new AppError("conflict", t("This reading does not wait for an answer."));
    await ctx.db
      .update(chatImports)
      .set({ state: "reading", problem: null, dateOrder, startedAt: ctx.now })
      .where(eq(chatImports.id, row.id));
    await enqueue(ctx, "chat.read", { importId: row.id });
    return {
      value: { id: row.id },
      audit: { action: "chat.order_answered", subjectId: row.id, caseId, detail: { dateOrder } },
    };
  },
});
