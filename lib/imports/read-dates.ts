import type { CivilDate } from "@/lib/platform/calendar";
import { formatDate } from "@/lib/platform/format";
import { readMoment, sayMoment, type TypedMoment } from "@/lib/platform/typed-dates";
import type { DateOrder, Said } from "./types";

/** How the dates of a column are written, as far as its samples tell: a 13 can be no month. */
export function guessDates(values: readonly string[]): DateOrder | null {
  const read = values.flatMap((text) => {
    const found = /^\s*(\d{1,4})[/.\- ](\d{1,2})[/.\- ](\d{1,4})/.exec(text);
    return found ? [[found[1] ?? "", found[2] ?? ""] as const] : [];
  });
  if (read.length === 0) return null;
  if (read.some(([first]) => first.length === 4)) return "ymd";
  if (read.some(([first]) => Number(first) > 12)) return "dmy";
  return read.some(([, second]) => Number(second) > 12) ? "mdy" : null;
}

const yearFirstShort = /^(\d{2})\s?([/.\- ])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/;

function readCellMoment(text: string, order: DateOrder, today: CivilDate | null): TypedMoment | null {
  const plain = text.trim();
  // Where a list writes the year first, `26/10/13` begins with it too.
  const full = order === "ymd" ? plain.replace(yearFirstShort, "20$1-$3-$4") : plain;
  return readMoment(full, { order: order === "mdy" ? "mdy" : "dmy", today });
}

/** `13/10/2026` as `2026-10-13`; what is no date comes back as it was, for the form's own rule to refuse. */
export function civilFrom(text: string, order: DateOrder, today: CivilDate | null = null): string {
  const read = readCellMoment(text, order, today);
  return read ? read.date : text;
}

/** `13/10/2026 10:06` as `2026-10-13T10:06`. A day alone is noon, and `about` says that nobody wrote a time. */
export function wallFrom(
  text: string,
  order: DateOrder,
  today: CivilDate | null = null,
): { when: string; about: boolean } {
  const read = readCellMoment(text, order, today);
  if (!read) return { when: text, about: false };
  return { when: `${read.date}T${read.time ?? "12:00"}`, about: read.time === null };
}

/** `Read as 12 Nov 2026, 14:30`, for beside the field; null for what is no date or stands so already. */
export function sayRead(text: string, order: DateOrder, today: CivilDate | null): string | null {
  const read = readCellMoment(text, order, today);
  return read && text.trim() ? `Read as ${sayMoment(read)}` : null;
}

/** A date of the list whose day and month could change places, while nothing in it tells how it writes them. */
export function unclearDate(values: readonly string[]): { text: string; dmy: string; mdy: string } | null {
  if (guessDates(values) !== null) return null;
  for (const text of values) {
    const read = readMoment(text, { order: "dmy", today: null });
    if (read?.other) return { text, dmy: formatDate(read.date), mdy: formatDate(read.other) };
  }
  return null;
}

/** The year of a day is a guess where none stands; a list that says how it writes dates is not read in another way. */
export function sayOfDate(
  field: string,
  was: string,
  { order, today }: { order: DateOrder; today: CivilDate | null },
): Said[] {
  const read = readCellMoment(was, order, today);
  if (read?.isOtherOrder) {
    const [set, only] = order === "mdy" ? ["month first", "day first"] : ["day first", "month first"];
    const text = `The list is set to ${set}, and this can only be ${only}. Say with the columns how its dates are written, or mend it.`;
    return [{ kind: "error", field, was, text }];
  }
  if (!read?.isYearless) return [];
  const text = `No year stands here. It is read as ${sayMoment(read)}: mend it if it was another year.`;
  return [{ kind: "warning", field, was, text }];
}
