import { t } from "@/lib/platform/language/translate";
import "server-only";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { refreshLists } from "@/lib/escalation/ladder/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { lockClock } from "./access";
import { ResumeClock } from "./input";
import { noteClockChange } from "./note-clock-change";

/**
 * Resumes a clock; its date moves by the number of days it was paused.
 * @throws AppError conflict if it is running
 */
export const resumeClock = command({
  needs: "case.write",
  input: ResumeClock,
  async run(ctx, { caseId, clockKey, reason }) {
    const { clock, today } = await lockClock(ctx, caseId, clockKey);
    if (clock.state !== "paused") throw new AppError("conflict", t("This deadline is already running."));
    await noteClockChange(ctx, { caseId, clockKey, change: "resumed", on: today, reason });
    await touchCase(ctx, caseId);
    await refreshLists(ctx, caseId);
    return {
      value: { on: today },
      audit: { action: "clock.resumed", subjectId: caseId, caseId, detail: { clock: clockKey } },
    };
  },
});
