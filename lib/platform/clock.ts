import type { CivilDate } from "@/lib/platform/calendar";

/** The one clock. Commands and queries read `ctx.now`; only the edge asks the system. */
export type Clock = { now: () => Date };

/** The machine's own time. Tests pass a clock that stands still instead. */
export function systemClock(): Clock {
  return { now: () => new Date() };
}

/**
 * The civil date (`YYYY-MM-DD`) that an instant has on the wall in a zone.
 * @param instant a moment in time
 * @param zone an IANA zone, for example `Africa/Johannesburg`
 */
export function civilDate(instant: Date, zone: string): CivilDate {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(instant);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** An instant read from ISO 8601 text, or null when the text names none. */
export function instantFrom(iso: string): Date | null {
  const instant = new Date(iso);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

/** The instant `hours` later. */
export function addHours(instant: Date, hours: number): Date {
  return new Date(instant.getTime() + hours * 3_600_000);
}

/**
 * The instant of a wall-clock time in a zone. A time that the zone skips (summer time begins) moves forward by the gap;
 * of one that comes twice, the earlier is meant.
 * @param local `2026-11-24T09:40`, seconds allowed
 * @returns null when the text is no such time
 */
export function instantAt(local: string, zone: string): Date | null {
  const asUtc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(local) ? instantFrom(`${local}Z`) : null;
  if (!asUtc) return null;
  const day = 86_400_000;
  const offsets = [-day, day].map((away) => offsetAt(new Date(asUtc.getTime() + away), zone));
  const candidates = offsets.map((offset) => new Date(asUtc.getTime() - offset));
  const exact = candidates.filter((instant, i) => offsetAt(instant, zone) === offsets[i]);
  const sorted = (exact.length > 0 ? exact : candidates.slice(0, 1)).toSorted((a, b) => a.getTime() - b.getTime());
  return sorted[0] ?? null;
}

/** How far a zone's wall clock is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value ?? 0);
  const wall = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return wall - Math.floor(instant.getTime() / 1000) * 1000;
}
