import "server-only";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { refreshLists } from "@/lib/escalation/ladder/access";
import { playbookOf } from "@/lib/escalation/ladder/queries";
import { logReply } from "@/lib/escalation/replies/log-reply";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { civilDate } from "@/lib/platform/time/clock";
import { requireNumber, requireScan } from "./access";
import { RecordLetterIn } from "./input";
import { contactOf } from "./labels";
import { readStepValue, refuseComing } from "./rules";
import { writeLetter } from "./write-letter";

type Came = (typeof RecordLetterIn)["_output"];

/**
 * Records a letter that came in. It is also logged at the step that it is about; an answer ends what waited for it, in
 * the same transaction.
 * @throws AppError invalid by field; conflict with the rules' own reason, for a step that takes no such answer
 */
export const recordLetterIn = command({
  needs: "case.write",
  input: RecordLetterIn,
  async run(ctx, input) {
    const row = await lockCase(ctx, input.caseId);
    const { zone } = playbookOf(row, await readLaw(ctx)).home;
    refuseComing("receivedOn", input.receivedOn, civilDate(ctx.now, zone));
    refuseComing("writtenOn", input.writtenOn, input.receivedOn);
    await requireScan(ctx, row.id, input.exhibitId);
    await requireNumber(ctx, row.id, input.referenceId);
    const { stepKey, part } = readStepValue(input.step);
    const letter = await writeLetter(ctx, row, {
      direction: "in",
      day: input.receivedOn,
      channel: input.channel,
      party: input.from,
      summary: input.summary,
      writtenOn: input.writtenOn,
      ourReference: input.ourReference,
      theirReference: input.theirReference,
      stepKey,
      part,
      referenceId: input.referenceId,
      exhibitId: input.exhibitId,
      answers: input.answers,
    });
    const ended = stepKey ? await logAtStep(ctx, input, { stepKey, part, code: letter.code }) : [];
    await touchCase(ctx, row.id);
    await refreshLists(ctx, row.id);
    const { id, number, code } = letter;
    return {
      value: { id, code, ended },
      audit: {
        action: "letter.recorded",
        subjectId: id,
        caseId: row.id,
        detail: { direction: "in", number, answers: input.answers },
      },
    };
  },
});

type At = { stepKey: string; part: string | undefined; code: string };

/** A letter is longer than what the history of a step takes: the register has all of it. */
const longestInHistory = 900;

async function logAtStep(ctx: TxCtx, input: Came, { stepKey, part, code }: At): Promise<string[]> {
  const { caseId, receivedOn, channel, from, summary, answers, outcome, dueOn } = input;
  try {
    const { ended } = await logReply(ctx, {
      caseId,
      stepKey,
      part,
      on: receivedOn,
      channel: contactOf[channel],
      withWhom: from.slice(0, 160),
      note: `${code}: ${summary.slice(0, longestInHistory)}`,
      answers,
      outcome: outcome ?? undefined,
      dueOn,
    });
    return ended;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { outcome: atOutcome, dueOn: atDate } = error.fields;
    throw new AppError(error.code === "not_found" ? "invalid" : error.code, error.message, {
      ...(atOutcome ? { outcome: atOutcome } : {}),
      ...(atDate ? { dueOn: atDate } : {}),
      ...(atOutcome || atDate ? {} : { step: error.message }),
    });
  }
}
