import type { CivilDate } from "@/lib/platform/time/calendar";

/** A flag asks to be looked at now: its day has come, or it has none. */
export function isDue(flag: { lookOn: CivilDate | null; resolvedAt: Date | null }, today: CivilDate): boolean {
  return flag.resolvedAt === null && (flag.lookOn === null || flag.lookOn <= today);
}
