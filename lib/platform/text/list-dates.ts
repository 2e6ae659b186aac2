import type { DateOrder } from "../sandbox/chat-types";
import type { CivilDate } from "../time/calendar";
import { readMoment, type TypedMoment } from "./typed-dates";

/** The date order of a column, if its samples show it: 13 cannot be a month. */
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

/** A cell of a list, in the order in which the list writes its dates. A month as a word is read in any. */
export function readCellMoment(text: string, order: DateOrder, today: CivilDate | null): TypedMoment | null {
  const plain = text.trim();
  // Where a list writes the year first, `26/10/13` begins with it too.
  const full = order === "ymd" ? plain.replace(yearFirstShort, "20$1-$3-$4") : plain;
  return readMoment(full, { order: order === "mdy" ? "mdy" : "dmy", today });
}
