import { t } from "@/lib/platform/language/translate";
import "server-only";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { lockRequest, requireCome } from "../access";
import { NoteAnswer } from "../input";
import { stopClock } from "../stop-clock";

/**
 * Records that a person gave the answer, and how. The product sends nothing; a refusal stays a refusal.
 * @throws AppError not_found; invalid at `on`; conflict before it was decided, or if it was already answered
 */
export const noteAnswer = command({
  needs: "rights.write",
  input: NoteAnswer,
  async run(ctx, { requestId, on, way }) {
    const { row, write } = await lockRequest(ctx, requestId);
    if (row.answeredOn) throw new AppError("conflict", t("This request was answered already."));
    if (row.state !== "decided" && row.state !== "refused") throw new AppError("conflict", t("Decide about it first."));
    requireCome(ctx, "on", on);
    if (on < row.receivedOn) {
      const wrong = t("The answer cannot be dated before the request.");
      throw new AppError("invalid", wrong, { on: wrong });
    }
    const state = row.state === "refused" ? ("refused" as const) : ("answered" as const);
    await write({ state, answeredOn: on, answeredBy: ctx.actor.memberId }, { way });
    await stopClock(ctx, row, "Answered");
    const caseId = row.caseId ?? undefined;
    return {
      value: { id: requestId },
      audit: { action: "rights.answered", subjectId: requestId, caseId, detail: { on } },
    };
  },
});
