import type { MetadataEntry } from "@/lib/platform/sandbox/types";
import { instantOnWall, wallTime } from "@/lib/platform/time/zone";
import { readNamedTime } from "./read-named-time";
import type { ClaimedTime, FileClaims, TimeDoubt } from "./types";

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
