import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { transcripts } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { newestOf } from "./access";
import { WithdrawTranscript } from "./input";

/** Takes the transcript of a recording back: the next packet prints none. @throws AppError not_found; conflict */
export const withdrawTranscript = command({
  needs: "case.write",
  input: WithdrawTranscript,
  async run(ctx, { transcriptId }) {
    const { memberId } = ctx.actor;
    if (!memberId) throw new AppError("forbidden", t("Only a person takes a transcript back."));
    const theirs = and(eq(transcripts.orgId, ctx.orgId), eq(transcripts.id, transcriptId));
    const [row] = await ctx.db
      .select({ exhibitId: transcripts.exhibitId })
      .from(transcripts)
      .where(and(theirs, isNull(transcripts.withdraws)));
    if (!row) throw new AppError("not_found", t("No such transcript."));
    const { id: exhibitId, caseId } = await findExhibit(ctx, row.exhibitId);
    await lockCase(ctx, caseId);
    const newest = await newestOf(ctx, exhibitId);
    if (newest?.id !== transcriptId)
      throw new AppError("conflict", t("This version counts no longer. Open the page again."));
    const version = newest.version + 1;
    await ctx.db.insert(transcripts).values({
      id: newId(),
      orgId: ctx.orgId,
      caseId,
      exhibitId,
      version,
      withdraws: transcriptId,
      madeBy: memberId,
      madeAt: ctx.now,
    });
    await touchCase(ctx, caseId);
    return {
      value: { exhibitId },
      audit: { action: "exhibit.transcript_withdrawn", subjectId: exhibitId, caseId, detail: { version } },
    };
  },
});
