import type { CivilDate } from "./calendar";
import { formatterOf } from "./formatter";

/** The one clock. Commands and queries read `ctx.now`; only the edge asks the system. */
export type Clock = { now: () => Date };

/** The machine's own time. Tests pass a fixed clock instead. */
export function systemClock(): Clock {
  return { now: () => new Date() };
}

const days = { year: "numeric", month: "2-digit", day: "2-digit" } as const;

/**
 * The civil date (`YYYY-MM-DD`) that an instant has on the wall in a zone.
 * @param instant a moment in time
 * @param zone an IANA zone, for example `Africa/Johannesburg`
 */
export function civilDate(instant: Date, zone: string): CivilDate {
  const [day, month, year] = formatterOf(days, zone).format(instant).split("/");
  return `${year?.padStart(4, "0")}-${month}-${day}`;
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
