import type { CivilDate } from "@/lib/platform/time/calendar";

/** A flag needs attention now: its date has come, or it has none. */
export function isDue(flag: { lookOn: CivilDate | null; resolvedAt: Date | null }, today: CivilDate): boolean {
  return flag.resolvedAt === null && (flag.lookOn === null || flag.lookOn <= today);
}
