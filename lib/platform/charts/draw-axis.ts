import { utcTicks } from "d3-time";
import type { CivilDate } from "@/lib/platform/time/calendar";
import type { Pen } from "./pen";

const day = 86_400_000;

/** A stretch of days on a line of the chart. */
export type Days = { from: CivilDate; to: CivilDate; left: number; right: number };

export const dayNumber = (on: CivilDate): number => Date.parse(`${on}T00:00:00Z`) / day;

/** Where the middle of a day is. */
export function placeOn({ from, to, left, right }: Days, on: CivilDate): number {
  const first = dayNumber(from);
  return left + ((dayNumber(on) - first + 0.5) / (dayNumber(to) - first + 1)) * (right - left);
}

/** The axis of days at the foot of a chart, with lines up to `top`; no two of its labels touch. Returns its lower end. */
export function drawAxis(
  pen: Pen,
  days: Days,
  { top, y, dateText }: { top: number; y: number; dateText: DateText },
): number {
  pen.line(days.left, y, days.right, y, "axis");
  let free = Number.NEGATIVE_INFINITY;
  for (const tick of ticksOf(days, Math.max(2, Math.floor((days.right - days.left) / (pen.room.text * 9))))) {
    const x = placeOn(days, tick);
    pen.line(x, top, x, y, "grid");
    pen.line(x, y, x, y + pen.room.text * 0.4, "axis");
    const text = dateText(tick);
    const wide = pen.widthOf(text);
    const start = Math.min(Math.max(x - wide / 2, 0), pen.room.width - wide);
    if (start < free) continue;
    pen.label(text, start, y + pen.room.text * 1.5);
    free = start + wide + pen.room.text * 0.6;
  }
  return y + pen.room.text * 2;
}

/** How a day is written. */
export type DateText = (on: CivilDate) => string;

function ticksOf({ from, to }: Days, count: number): CivilDate[] {
  return utcTicks(new Date(dayNumber(from) * day), new Date(dayNumber(to) * day), count)
    .map((tick) => tick.toISOString())
    .filter((instant) => instant.endsWith("T00:00:00.000Z"))
    .map((instant) => instant.slice(0, 10));
}
