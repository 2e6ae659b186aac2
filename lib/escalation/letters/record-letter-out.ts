import "server-only";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { refreshLists } from "@/lib/escalation/ladder/access";
import { playbookOf } from "@/lib/escalation/ladder/queries";
import { logReply } from "@/lib/escalation/replies/log-reply";
import { command } from "@/lib/kernel/access/command";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { civilDate } from "@/lib/platform/time/clock";
import { requireNumber, requireScan } from "./access";
import { RecordLetterOut } from "./input";
import { contactOf } from "./labels";
import { readStepValue, refuseComing } from "./rules";
import { writeLetter } from "./write-letter";

/**
 * Records a letter that we sent outside this product, with its proof of sending if there is one. Follow-ups of its step
 * count from it. @throws AppError invalid by field
 */
export const recordLetterOut = command({
  needs: "case.write",
  input: RecordLetterOut,
  async run(ctx, input) {
    const row = await lockCase(ctx, input.caseId);
    const { zone } = playbookOf(row, await readLaw(ctx)).home;
    refuseComing("sentOn", input.sentOn, civilDate(ctx.now, zone));
    await requireScan(ctx, row.id, input.exhibitId);
    await requireNumber(ctx, row.id, input.referenceId);
    const { stepKey, part } = readStepValue(input.step);
    const { id, number, code } = await writeLetter(ctx, row, {
      direction: "out",
      day: input.sentOn,
      channel: input.channel,
      party: input.to,
      summary: input.summary,
      writtenOn: input.writtenOn,
      ourReference: input.ourReference,
      theirReference: input.theirReference,
      stepKey,
      part,
      referenceId: input.referenceId,
      exhibitId: input.exhibitId,
      proofKind: input.proofKind,
      proof: input.proof,
    });
    if (stepKey) {
      const note = `${code}: ${input.summary.slice(0, 900)}`;
      const to = { channel: contactOf[input.channel], withWhom: input.to.slice(0, 160) };
      try {
        await logReply(ctx, { caseId: row.id, stepKey, part, on: input.sentOn, ...to, note });
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        throw new AppError("invalid", error.message, { step: error.message });
      }
    }
    await touchCase(ctx, row.id);
    await refreshLists(ctx, row.id);
    const detail = { direction: "out", number, answers: "nothing" };
    return { value: { id, code }, audit: { action: "letter.recorded", subjectId: id, caseId: row.id, detail } };
  },
});
