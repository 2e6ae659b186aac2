import "server-only";
import { clockChanges } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { readReading } from "@/lib/escalation/ladder/queries";
import { timetable } from "@/lib/escalation/steps/clocks/rules";
import type { Scoped } from "@/lib/kernel/access/ctx";
import type { CaseClock } from "@/lib/law/clocks/types";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";

/** A clock that runs on a case, nobody else changing the case. @throws AppError not_found */
export async function lockClock(
  ctx: Scoped,
  caseId: string,
  key: string,
): Promise<{ clock: CaseClock; today: string }> {
  const row = await lockCase(ctx, caseId);
  const reading = await readReading(ctx, row);
  const clock = timetable(reading).find((one) => one.key === key);
  if (!clock) throw new AppError("not_found", "No such clock runs on this case.");
  return { clock, today: reading.moment.today };
}

type Change = { caseId: string; clockKey: string; on: string; reason: string } & (
  | { change: "paused" | "resumed"; until?: undefined }
  | { change: "extended"; until: string }
);

/** Adds to what people changed about clocks, which only grows. */
export async function noteClockChange(ctx: Scoped, change: Change): Promise<void> {
  const { memberId } = ctx.actor;
  if (!memberId) throw new AppError("forbidden", "A person changes a clock.");
  await ctx.db
    .insert(clockChanges)
    .values({ id: newId(), orgId: ctx.orgId, recordedBy: memberId, recordedAt: ctx.now, until: null, ...change });
}
