import { addDays, type CivilDate } from "./calendar";
import { instantFrom } from "./clock";
import { formatterOf, partOf } from "./formatter";

/** True for an IANA zone that this machine knows. */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z]+(?:[/_+-][A-Za-z0-9_+-]+)*$/.test(zone)) return false;
  try {
    formatterOf(offset, zone);
    return true;
  } catch {
    return false;
  }
}

const ofRegions = new Map<string, readonly string[]>();
/** There are some 250 codes; more than these are no codes of countries. */
const mostRegions = 700;

/**
 * The zones of a country by its two-letter code, in the order of the zone database; empty when it is not known. Looked up
 * once: it takes a thousand times as long as remembering them.
 */
export function zonesOfRegion(region: string): readonly string[] {
  const known = ofRegions.get(region);
  if (known) return known;
  const locale = new Intl.Locale("und", { region }) as Intl.Locale & { getTimeZones?: () => string[] | undefined };
  const found = locale.getTimeZones?.() ?? [];
  if (ofRegions.size < mostRegions) ofRegions.set(region, found);
  return found;
}

const minutes = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
} as const;
const offset = { timeZoneName: "longOffset" } as const;

/** An instant as a `datetime-local` input holds it: `2026-11-24T11:40`, on the wall of the zone. */
export function wallTime(instant: Date, zone: string): string {
  const parts = formatterOf(minutes, zone).formatToParts(instant);
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}

/**
 * The instant of a time on the wall. When the clocks go back and the time comes twice, the first of the two.
 * @param wall `2026-11-24T11:40`, with or without seconds
 * @returns null when it is no time, or when the clocks went forward over it so that it never was
 */
export function instantOnWall(wall: string, zone: string): Date | null {
  const read = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2})?$/.exec(wall);
  const [, minute = "", seconds = ":00"] = read ?? [];
  const near = read ? instantFrom(`${minute}${seconds}Z`) : null;
  if (!near || !isZone(zone)) return null;
  const day = 86_400_000;
  const around = [near.getTime() - day, near.getTime() + day].map((at) => offsetAt(at, zone));
  const found = [...new Set(around)]
    .map((apart) => instantFrom(`${minute}${seconds}${apart}`))
    .filter((instant) => instant !== null)
    .filter((instant) => wallTime(instant, zone) === minute);
  return found.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

/** `+02:00`, `Z` */
function offsetAt(at: number, zone: string): string {
  const name = partOf(formatterOf(offset, zone), at, "timeZoneName");
  return name?.replace("GMT", "").slice(0, 6) || "Z";
}

const begins = new Map<string, number>();
/** Some ten years of days in one zone, or fewer in several. */
const mostBegins = 4000;

/**
 * The instant at which a day begins in a zone; that of UTC where the zone skips its midnight. Kept, since finding it asks
 * the zone database several times, and a list of deadlines names the same few days again and again.
 */
export function startOfDay(day: CivilDate, zone: string): Date {
  const name = `${day} ${zone}`;
  const known = begins.get(name);
  if (known !== undefined) return new Date(known);
  const found = instantOnWall(`${day}T00:00`, zone) ?? new Date(`${day}T00:00:00Z`);
  if (begins.size >= mostBegins) begins.clear();
  begins.set(name, found.getTime());
  return found;
}

/** The instant at which a day ends in a zone. */
export const endOfDay = (day: CivilDate, zone: string): Date => startOfDay(addDays(day, 1), zone);
