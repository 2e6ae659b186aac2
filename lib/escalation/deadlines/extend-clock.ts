import "server-only";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { lockClock } from "./access";
import { ExtendClock } from "./input";
import { noteClockChange } from "./note-clock-change";
import { requireExtension } from "./rules";

/**
 * Gives a clock a later day, with the reason and, where the law sets the day, by whom it was granted. The clock keeps
 * saying which day was the law's own.
 * @throws AppError conflict while it stands still
 */
export const extendClock = command({
  needs: "case.write",
  input: ExtendClock,
  async run(ctx, { caseId, clockKey, until, grantedBy, reason }) {
    const { clock, today } = await lockClock(ctx, caseId, clockKey);
    if (clock.state === "paused") throw new AppError("conflict", "Let this clock run again first.");
    if (clock.warning) throw new AppError("conflict", clock.warning);
    requireExtension(clock, { until, grantedBy }, today);
    const message = grantedBy ? `Granted by ${grantedBy}. ${reason}` : reason;
    await noteClockChange(ctx, { caseId, clockKey, change: "extended", on: today, until, reason: message });
    await touchCase(ctx, caseId);
    return {
      value: { until },
      audit: { action: "clock.extended", subjectId: caseId, caseId, detail: { clock: clockKey, until } },
    };
  },
});
