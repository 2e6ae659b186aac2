import { t } from "@/lib/platform/language/translate";
import type { MetadataEntry } from "@/lib/platform/sandbox/types";
import { isCivilDate } from "@/lib/platform/time/calendar";
import { instantOnWall, wallTime } from "@/lib/platform/time/zone";
import type { ClaimedTime, FileClaims, TakenOver, TimeDoubt } from "./types";

/** In the order in which they are believed: when it was taken, when it was digitised, when it was created. */
const timeFields: readonly (readonly [group: MetadataEntry["group"], name: RegExp, offset: string | null])[] = [
  ["EXIF", /^Taken at$/, "Offset of taking"],
  ["EXIF", /^Digitised at$/, "Offset of digitising"],
  ["XMP", /(^|:)DateTimeOriginal$/, null],
  ["XMP", /(^|:)CreateDate$/, null],
  ["XMP", /(^|:)DateCreated$/, null],
  ["Text", /^Creation Time$/i, null],
];

/** Where in a file a place can be said. */
const placeNames = /gps|latitude|longitude|location|\bcity\b|sub-?location|province|state$|country/i;

export const isPlace = ({ group, name }: MetadataEntry): boolean => group === "GPS" || placeNames.test(name);

/** What the metadata and the name of a file say of itself. What was read inside comes before the name. */
export function claimsOf(metadata: readonly MetadataEntry[], originalName: string): FileClaims {
  const { time, oddTime } = insideTime(metadata);
  const value = (name: string) => metadata.find((entry) => entry.group === "EXIF" && entry.name === name)?.value;
  return {
    time: time ?? readNamedTime(originalName),
    oddTime,
    device: deviceOf(value("Make"), value("Model")),
    software: value("Software")?.slice(0, 120) ?? null,
    hasPlace: metadata.some(isPlace),
  };
}

function insideTime(metadata: readonly MetadataEntry[]): Pick<FileClaims, "time" | "oddTime"> {
  let oddTime: string | null = null;
  for (const [group, name, offsetName] of timeFields) {
    const raw = metadata.find((entry) => entry.group === group && name.test(entry.name))?.value;
    if (!raw) continue;
    const said = metadata.find((entry) => entry.group === group && entry.name === offsetName)?.value ?? null;
    const time = readTime(raw, said);
    if (time) return { time, oddTime };
    oddTime ??= raw;
  }
  return { time: null, oddTime };
}

const written = /^(\d{4})[:-](\d{2})[:-](\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

function readTime(raw: string, said: string | null): ClaimedTime | null {
  const read = written.exec(raw.trim());
  if (!read) return null;
  const [, year, month, day, hour, minute, second = "00", own] = read;
  const wall = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  if (instantOnWall(wall, "UTC") === null) return null;
  return { from: "inside", wall, offset: offsetOf(own ?? said), raw };
}

function offsetOf(said: string | null): string | null {
  const text = said?.trim() ?? "";
  if (text === "Z") return "+00:00";
  const read = /^([+-])(\d{2}):?(\d{2})$/.exec(text);
  return read && Number(read[2]) <= 14 ? `${read[1]}${read[2]}:${read[3]}` : null;
}

/** `Samsung SM-A556B`; the make is not said twice. */
function deviceOf(make: string | undefined, model: string | undefined): string | null {
  const isSaidTwice = make && model?.toLowerCase().startsWith(make.toLowerCase());
  const words = [isSaidTwice ? undefined : make, model].filter(Boolean).join(" ");
  return words.slice(0, 120) || null;
}

/** No phone with a camera or a screenshot is older; a clock that was never set says 1970 or 1980. */
const firstYear = 2000;

/**
 * A claimed time as a form takes it: on the wall of `zone`, in which it is read where the file names none. A doubt where
 * it is not offered: a day without an hour, a clock that was never set, a time after the file arrived.
 */
export function offeredTime(
  time: ClaimedTime,
  zone: string,
  receivedAt: Date,
): { wall: string } | { doubt: TimeDoubt } {
  if (!time.wall.includes("T")) return { doubt: "no_hour" };
  const instant = time.offset ? new Date(`${time.wall}${time.offset}`) : instantOnWall(time.wall, zone);
  if (!instant || instant > receivedAt) return { doubt: "later" };
  if (Number(time.wall.slice(0, 4)) < firstYear) return { doubt: "too_old" };
  return { wall: time.offset ? `${wallTime(instant, zone)}:${time.wall.slice(17)}` : time.wall };
}

/**
 * `Screenshot_20260412-101530.png`, `Screenshot 2026-04-12 at 10.15.30 AM.png`, `IMG-20260412-WA0003.jpg`,
 * `PXL_20260412_081530123.jpg`, `signal-2026-04-12-10-15-30-123.jpg`, `photo_2026-04-12_10-15-30.jpg`.
 */
const named =
  /(?<!\d)(20\d{2})([-_.]?)(\d{2})\2(\d{2})(?:(?: at |[-_ T.])(\d{1,2})([-_.:]?)(\d{2})(?:\6(\d{2})(?:[-_.]?\d{3})?)?(?:[\s\u202f]*([AP]M))?)?(?!\d)/i;

/** The day in such a name, where what follows is no time. */
const namedDay = /(?<!\d)(20\d{2})([-_.]?)(\d{2})\2(\d{2})(?!\d)/;

/** The time that programs write into the name of a file; null if there is none. */
function readNamedTime(originalName: string): ClaimedTime | null {
  const [raw, year, , month, day, hours, , minute, second = "00", half] = named.exec(originalName) ?? [];
  const date = `${year}-${month}-${day}`;
  if (raw && isCivilDate(date) && hours && minute) {
    const hour = hourOf(Number(hours), half?.toUpperCase());
    if (hour < 24 && Number(minute) < 60 && Number(second) < 60) {
      const wall = `${date}T${String(hour).padStart(2, "0")}:${minute}:${second}`;
      // Google's camera writes the time of Greenwich into its names.
      return { from: "name", wall, offset: /^PXL_/i.test(originalName) ? "+00:00" : null, raw };
    }
  }
  const [only, y, , m, d] = namedDay.exec(originalName) ?? [];
  const wall = `${y}-${m}-${d}`;
  return only && isCivilDate(wall) ? { from: "name", wall, offset: null, raw: only } : null;
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === "PM") return hour < 12 ? hour + 12 : hour;
  return half === "AM" && hour === 12 ? 0 : hour;
}

type Recorded = {
  capturedAt: Date | null;
  capturedZone: string | null;
  timeSource: string | null;
  device: string | null;
  tool: string | null;
  receivedAt: Date;
};

/**
 * What would be taken over from a file: only what nobody recorded. A time is on the wall of `zone`, in which it is read
 * where the file names none.
 */
export function takenOver(recorded: Recorded, claims: FileClaims, zone: string): TakenOver {
  const details: Record<string, string> = {};
  const sentences: string[] = [];
  const offered = claims.time && !recorded.capturedAt ? offeredTime(claims.time, zone, recorded.receivedAt) : null;
  if (claims.time && offered && "wall" in offered) {
    details.capturedAt = offered.wall;
    details.capturedZone = zone;
    if (!recorded.timeSource) details.timeSource = claims.time.from === "name" ? "file_name" : "file_metadata";
    sentences.push(ledgerSentences[claims.time.from][claims.time.offset ? "withZone" : "withoutZone"]);
  }
  if (claims.device && !recorded.device) {
    details.device = claims.device;
    sentences.push(ledgerSentences.device);
  }
  if (claims.software && !recorded.tool) {
    details.tool = claims.software;
    sentences.push(ledgerSentences.tool);
  }
  return { details, sentences };
}

const ledgerSentences = {
  inside: {
    withZone: t("Time of capture taken over from inside the file: the file says it, with its zone"),
    withoutZone: t("Time of capture taken over from inside the file: the file says it, and names no zone"),
  },
  name: {
    withZone: t("Time of capture taken over from the name of the file: the file says it, with its zone"),
    withoutZone: t("Time of capture taken over from the name of the file: the file says it, and names no zone"),
  },
  device: t("Device taken over from inside the file: the file says it"),
  tool: t("Program taken over from inside the file: the file says it"),
};
