import { addDays } from "@/lib/platform/time/calendar";
import { instantOnWall, wallTime } from "@/lib/platform/time/zone";

/**
 * Converts local times of a zone into instants, a hundred thousand of them: a day without a clock change has one
 * offset, computed once. A time that occurred twice is the first of the two, as in lib/platform/time/zone.ts. A skipped
 * time is read with the offset before the change, and is later by the size of the change.
 * @returns a function of `2021-12-31T23:59:58`
 */
export function wallClock(zone: string): (wall: string) => Date {
  const days = new Map<string, { before: number; after: number }>();

  function offsetsOf(day: string) {
    const known = days.get(day);
    if (known) return known;
    const found = {
      before: offsetAt(`${addDays(day, -1)}T00:00`, zone),
      after: offsetAt(`${addDays(day, 2)}T00:00`, zone),
    };
    days.set(day, found);
    return found;
  }

  return (wall) => {
    const { before, after } = offsetsOf(wall.slice(0, 10));
    const plain = Date.parse(`${wall}Z`);
    const sure = before === after ? null : instantOnWall(wall, zone);
    return sure ?? new Date(plain - before);
  };
}

/** Milliseconds that the wall of the zone is ahead of UTC at about this time in UTC. */
function offsetAt(utc: string, zone: string): number {
  const at = new Date(`${utc}:00Z`);
  return Date.parse(`${wallTime(at, zone)}:00Z`) - at.getTime();
}
