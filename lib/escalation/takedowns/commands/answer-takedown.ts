import "server-only";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { lockItem, requireProof, writeEntry } from "../access";
import { AnswerTakedown } from "../input";
import { refuseOddDay, refuseUnfitting } from "../rules";

/**
 * Records what a platform answered to a report, or that an appeal was sent after its answer.
 * @throws AppError conflict for an answer that does not fit what is recorded; invalid on `on` and `appealBy`
 */
export const answerTakedown = command({
  needs: "case.write",
  input: AnswerTakedown,
  async run(ctx, { takedownId, answer, on, appealBy, proofExhibitId, note }) {
    const locked = await lockItem(ctx, takedownId);
    const { row, today, standing } = locked;
    refuseUnfitting(standing, answer);
    const day = on ?? today;
    refuseOddDay(day, today);
    if (standing.reportedOn && day < standing.reportedOn) {
      const message = t("This is before the report. Check the day.");
      throw new AppError("invalid", message, { on: message });
    }
    if (appealBy && appealBy < day) {
      const message = t("The last day of an appeal is not before the answer.");
      throw new AppError("invalid", message, { appealBy: message });
    }
    await requireProof(ctx, row.id, proofExhibitId);
    const dated = { happenedOn: day, appealBy: answer === "refused" ? appealBy : null };
    await writeEntry(ctx, locked, { takedownId, event: answer, ...dated, proofExhibitId, note });
    await touchCase(ctx, row.id);
    return {
      value: { caseId: row.id },
      audit: { action: "takedown.answered", subjectId: takedownId, caseId: row.id, detail: { answer, on: day } },
    };
  },
});
