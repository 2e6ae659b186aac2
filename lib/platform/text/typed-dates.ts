import { t } from "@/lib/platform/language/translate";
import { type CivilDate, isCivilDate } from "../time/calendar";
import { formatDate } from "./format";
import { monthExpression, monthOf } from "./month-words";
import { tidy } from "./text";

/** Which of day and month comes first where a date is written in numbers only, `12/11/2026`. */
export type DayOrder = "dmy" | "mdy";

/** Of the countries that the product knows, the United States write the month first. */
export const dayOrderOf = (country: string): DayOrder => (country.toUpperCase() === "US" ? "mdy" : "dmy");

export type TypedDay = {
  date: CivilDate;
  /** What it would be with day and month changed round; null when it reads one way only. */
  other: CivilDate | null;
  /** No year was written. */
  isYearless: boolean;
  /** It can be no day in the order that was given, and was read in the other. */
  isOtherOrder: boolean;
};

export type TypedMoment = TypedDay & {
  /** `14:30`, or `14:30:05` where the second was written; null when no time was. */
  time: string | null;
};

/**
 * `today`: the date from which a date without a year is resolved: to the last such date, never a future one. Without
 * it, a date without a year is not recognised.
 */
export type Reading = { order: DayOrder; today: CivilDate | null };

const th = "(?:st|nd|rd|th|ste|de)?";
const shortYear = String.raw`'?\d{2}(?![\d:]|[h.]\d)`;
const yearFirst = String.raw`(?<y1>(?:19|20)\d{2})\s?(?<s1>[/.\- ])\s?(?<m1>\d{1,2})\s?\k<s1>\s?(?<d1>\d{1,2})`;
const numbers = String.raw`(?<a2>\d{1,2})\s?(?<s2>[/.\- ])\s?(?<b2>\d{1,2})\s?\k<s2>\s?(?<y2>(?:19|20)\d{2}|${shortYear})`;
const dayWord = String.raw`(?<d3>\d{1,2})${th}(?:\s(?:of|van|ka))?[\s/.\-]{0,2}${monthExpression("m3")}(?:[\s/.,\-]{0,2}(?<y3>(?:19|20)\d{2}|${shortYear}))?`;
const wordDay = String.raw`${monthExpression("m4")}[\s\-]?(?<d4>\d{1,2})${th}(?![:h\d])(?:[\s,]{1,2}(?<y4>(?:19|20)\d{2}))?`;
const day = `(?:${yearFirst}|${numbers}|${dayWord}|${wordDay})`;
const bounds = [String.raw`(?<![a-z\u00c0-\u024f\d/]|\d[.\-])`, String.raw`(?![a-z\u00c0-\u024f\d]|[/\-.]\d)`] as const;
const clock = String.raw`(?<hour>\d{1,2})(?:\s?[:h.]\s?(?<minute>\d{2}))?(?::(?<second>\d{2})(?:\.\d+)?)?\s?(?:(?<half>[ap])\.?\s?m\.?|(?<hours>h(?:rs|ours)?))?`;
const join = String.raw`(?:\s*[T,]\s*|\s+)(?:(?:at|om|ngo|ka|@)\s*)?`;

const inText = new RegExp(`${bounds[0]}${day}${bounds[1]}`, "gi");
const wholeDay = new RegExp(`^${day}$`, "i");
const dayThenClock = new RegExp(`^${day}${join}${clock}$`, "i");
const clockThenDay = new RegExp(`^${clock}(?:\\s*,\\s*|\\s+)(?:(?:on|op)\\s+)?${day}$`, "i");

function civil(year: number, month: number, dayOfMonth: number): CivilDate | null {
  const date = `${year}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
  return isCivilDate(date) ? date : null;
}

type Groups = Partial<Record<string, string>>;

function yearOf(text: string | undefined): number | null {
  if (!text) return null;
  const digits = text.replace("'", "");
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

function dayOf(groups: Groups, { order, today }: Reading): TypedDay | null {
  const { y1, m1, d1, a2, b2, y2, d3, m3, y3, d4, m4, y4 } = groups;
  const certain = (date: CivilDate | null): TypedDay | null =>
    date ? { date, other: null, isYearless: false, isOtherOrder: false } : null;
  if (y1) return certain(civil(Number(y1), Number(m1), Number(d1)));
  if (a2) return fromNumbers([Number(a2), Number(b2), yearOf(y2) ?? 0], order);
  const [month, dayOfMonth, year] = m3
    ? [monthOf(m3), Number(d3), yearOf(y3)]
    : [monthOf(m4 ?? ""), Number(d4), yearOf(y4)];
  if (year !== null) return certain(civil(year, month, dayOfMonth));
  if (today === null) return null;
  const thisYear = Number(today.slice(0, 4));
  const now = civil(thisYear, month, dayOfMonth);
  const last = certain(now && now <= today ? now : civil(thisYear - 1, month, dayOfMonth));
  return last && { ...last, isYearless: true };
}

function fromNumbers([a, b, year]: readonly [number, number, number], order: DayOrder): TypedDay | null {
  const dayFirst = civil(year, b, a);
  const monthFirst = civil(year, a, b);
  const [date, other] = order === "dmy" ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  if (date) return { date, other: other === date ? null : other, isYearless: false, isOtherOrder: false };
  return other ? { date: other, other: null, isYearless: false, isOtherOrder: true } : null;
}

function timeOf({ hour, minute, second = "00", half, hours }: Groups): string | null {
  if (!hour || !(minute || half || hours)) return null;
  const h = Number(hour);
  const m = Number(minute ?? "0");
  if (m > 59 || h > 23 || Number(second) > 59 || (half && (h < 1 || h > 12))) return null;
  const at = half ? (h % 12) + (half.toLowerCase() === "p" ? 12 : 0) : h;
  return `${String(at).padStart(2, "0")}:${String(m).padStart(2, "0")}${second === "00" ? "" : `:${second}`}`;
}

/** A text that is a day, however it is typed; null when it is none. */
export function readDay(text: string, reading: Reading): TypedDay | null {
  const match = wholeDay.exec(tidy(text));
  return match?.groups ? dayOf(match.groups, reading) : null;
}

/** A text that is a day, with or without a time of day: `12 Nov 14h30`, `2026-11-12T14:30`, `2:30 pm on 12/11/2026`. */
export function readMoment(text: string, reading: Reading): TypedMoment | null {
  const plain = tidy(text);
  const alone = readDay(plain, reading);
  if (alone) return { ...alone, time: null };
  const groups = (dayThenClock.exec(plain) ?? clockThenDay.exec(plain))?.groups;
  if (!groups) return null;
  const read = dayOf(groups, reading);
  const time = timeOf(groups);
  return read && time ? { ...read, time } : null;
}

export type DayInText = TypedDay & { start: number; end: number };

/** Every date in a text, in order. The text is used unchanged, so that positions refer to it. */
export function daysInText(text: string, reading: Reading): DayInText[] {
  return [...text.matchAll(inText)].flatMap((match) => {
    const read = dayOf(match.groups ?? {}, reading);
    return read ? [{ ...read, start: match.index, end: match.index + match[0].length }] : [];
  });
}

/** `12 Nov 2026, 14:30`: shown at a field whose text was parsed. */
export function formatMoment({ date, time }: { date: CivilDate; time?: string | null }): string {
  return time ? `${formatDate(date)}, ${time}` : formatDate(date);
}

/** The question if day and month could be swapped. */
export const describeTwoDates = (text: string, { date, other }: TypedDay): string =>
  t("{text} can be {date} or {formatDate}. Type the month as a word: {date2}.", {
    text,
    date: formatDate(date),
    formatDate: formatDate(other ?? date),
    date2: formatDate(date),
  });
