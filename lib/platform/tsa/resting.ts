import "server-only";
import { addHours } from "@/lib/platform/clock";

/** An authority that gave nothing is left alone for a minute, so that a dead one does not hold up the other's stamps. */
const restHours = 1 / 60;

const until = new Map<string, Date>();

export function letRest(authority: string, now: Date): void {
  until.set(authority, addHours(now, restHours));
}

export function isResting(authority: string, now: Date): boolean {
  const end = until.get(authority);
  return end !== undefined && now < end;
}
