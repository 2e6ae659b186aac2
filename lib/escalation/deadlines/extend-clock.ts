import { t } from "@/lib/platform/language/translate";
import "server-only";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { refreshLists } from "@/lib/escalation/ladder/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { lockClock } from "./access";
import { ExtendClock } from "./input";
import { noteClockChange } from "./note-clock-change";
import { requireExtension } from "./rules";

/**
 * Gives a clock a later date, with the reason and, if the law sets the date, who granted it. The clock still shows the
 * statutory date.
 * @throws AppError conflict while it is paused
 */
export const extendClock = command({
  needs: "case.write",
  input: ExtendClock,
  async run(ctx, { caseId, clockKey, until, grantedBy, reason }) {
    const { clock, today } = await lockClock(ctx, caseId, clockKey);
    if (clock.state === "paused") throw new AppError("conflict", t("Resume this deadline first."));
    if (clock.warning) throw new AppError("conflict", clock.warning);
    requireExtension(clock, { until, grantedBy }, today);
    const message = grantedBy ? `Granted by ${grantedBy}. ${reason}` : reason;
    await noteClockChange(ctx, { caseId, clockKey, change: "extended", on: today, until, reason: message });
    await touchCase(ctx, caseId);
    await refreshLists(ctx, caseId);
    return {
      value: { until },
      audit: { action: "clock.extended", subjectId: caseId, caseId, detail: { clock: clockKey, until } },
    };
  },
});
