import { t } from "@/lib/platform/language/translate";
import "server-only";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { refreshLists } from "@/lib/escalation/ladder/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { lockClock } from "./access";
import { PauseClock } from "./input";
import { noteClockChange } from "./note-clock-change";

/** Pauses a clock from today, with the reason. @throws AppError conflict if it is already paused */
export const pauseClock = command({
  needs: "case.write",
  input: PauseClock,
  async run(ctx, { caseId, clockKey, reason }) {
    const { clock, today } = await lockClock(ctx, caseId, clockKey);
    if (clock.state === "paused") throw new AppError("conflict", t("This deadline is already paused."));
    if (clock.warning) throw new AppError("conflict", clock.warning);
    await noteClockChange(ctx, { caseId, clockKey, change: "paused", on: today, reason });
    await touchCase(ctx, caseId);
    await refreshLists(ctx, caseId);
    return {
      value: { on: today },
      audit: { action: "clock.paused", subjectId: caseId, caseId, detail: { clock: clockKey } },
    };
  },
});
