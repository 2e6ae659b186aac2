import { type DayInText, daysInText } from "@/lib/platform/text/typed-dates";
import type { CivilDate } from "@/lib/platform/time/calendar";
import type { Span } from "./hits";

/** The dates up to today that a message mentions; a date inside a number does not count. */
export function daysOfMessage(text: string, taken: readonly Span[], today: CivilDate): DayInText[] {
  return daysInText(text, { order: "dmy", today })
    .slice(0, mostDays)
    .filter(({ start, end, date }) => taken.every((span) => end <= span.start || start >= span.end) && date <= today);
}

const mostDays = 200;

type About = {
  days: readonly DayInText[];
  /** The month that the number itself contains. */
  month: { month: number; year: number } | null;
  at: Span;
  /** If the message has no other number, its announced date belongs to this one, wherever it is. */
  isAlone: boolean;
};

const given =
  /(?<!\p{L})(?:on|dated?|datum|issued|given|received|registered|registration|opened|reported|logged|filed|op|gegee|geregistreer|geopen|mhla|ngo|ngomhla|ngomhlaka|umhlaka|ka|la)\b[^.;!?\d]{0,30}$/iu;

/**
 * The date on which a message says that a number was issued. For a number that contains its month only a date of that
 * month counts; for any other the date must be announced, and in its own sentence if the message has more numbers. Two
 * matching dates give none. Police write the day first.
 */
export function issueDay(text: string, { days, month, at, isAlone }: About): CivilDate | null {
  const fitting = month
    ? days.flatMap(({ date, other }) =>
        [date, other].filter((value) => value?.startsWith(monthText(month))).slice(0, 1),
      )
    : days
        .filter((day) => isAnnounced(text, day) && (isAlone || !text.slice(...between(day, at)).match(sentenceEnd)))
        .map(({ date }) => date);
  const [day, ...more] = [...new Set(fitting)];
  return day && more.length === 0 ? day : null;
}

const isAnnounced = (text: string, { start }: Span) => given.test(text.slice(Math.max(0, start - 45), start));

/** From the last sign of the first, since the point of `12 Nov.` belongs to the day and may end the sentence too. */
const between = (span: Span, other: Span): [number, number] => [
  Math.min(span.end, other.end) - 1,
  Math.max(span.start, other.start),
];

const sentenceEnd = /[.!?;](?=\s)|\n/u;

const monthText = ({ month, year }: { month: number; year: number }) => `${year}-${String(month).padStart(2, "0")}-`;
