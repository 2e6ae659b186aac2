import { t } from "@/lib/platform/language/translate";
import "server-only";
import { eq } from "drizzle-orm";
import { chatImports, chatMessages } from "@/db/schema";
import { noteCustody } from "@/lib/evidence/custody/note-custody";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { lockImport } from "../access";
import { FinishImport } from "../input";
import { writeProblem } from "../rules";
import type { ImportState } from "../types";

/**
 * Records how a reading ended, in the row and in the ledger of the exhibit. @throws AppError conflict if it ended
 * before
 */
export const finishImport = command({
  needs: "job.run",
  input: FinishImport,
  async run(ctx, { importId, format, problem, detail, found, unreadable, unreadableAt }) {
    const row = await lockImport(ctx, importId);
    if (row.state !== "reading") throw new AppError("conflict", t("This export is not being read."));
    const messages = await ctx.db.$count(chatMessages, eq(chatMessages.importId, row.id));
    const state = stateOf(problem, found);
    const message =
      problem === null && unreadable > 0
        ? writeProblem("lines", unreadableAt.join(","))
        : writeProblem(problem, detail);
    const counts = { messages, duplicates: found - messages, unreadable };
    await ctx.db
      .update(chatImports)
      .set({ ...counts, state, format: format ?? row.format, problem: message, finishedAt: ctx.now })
      .where(eq(chatImports.id, row.id));
    if (messages > 0) {
      const purpose = "Messages copied out of the export into the case; the file itself stays as it came";
      await noteCustody(ctx, await findExhibit(ctx, row.exhibitId), { action: "copied", purpose });
    }
    return {
      value: { state, ...counts },
      audit: { action: "chat.reading_ended", subjectId: row.id, caseId: row.caseId, detail: { state, ...counts } },
    };
  },
});

function stateOf(problem: string | null, found: number): ImportState {
  if (problem === "day_or_month_first") return "needs_answer";
  return problem !== null && found === 0 ? "failed" : "ready";
}
