import { t } from "@/lib/platform/language/translate";
import "server-only";
import { lockCase } from "@/lib/casework/cases/access";
import { readReading } from "@/lib/escalation/ladder/queries";
import { timetable } from "@/lib/escalation/steps/clocks/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { CaseClock } from "@/lib/law/clocks/types";
import { AppError } from "@/lib/platform/errors";

/** A running clock of a case, with the case locked. @throws AppError not_found */
export async function lockClock(ctx: TxCtx, caseId: string, key: string): Promise<{ clock: CaseClock; today: string }> {
  const row = await lockCase(ctx, caseId);
  const reading = await readReading(ctx, row);
  const clock = timetable(reading).find((caseClock) => caseClock.key === key);
  if (!clock) throw new AppError("not_found", t("There is no such deadline on this case."));
  return { clock, today: reading.moment.today };
}
