import type { DocumentTemplate } from "@/lib/law/jurisdictions/document-types";
import { formatDate, formatInstant, zoneName } from "@/lib/platform/text/format";
import { type CivilDate, isCivilDate } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";

/** How a paper writes days and times. */
export type Times = {
  date: (day: CivilDate) => string;
  instant: (instant: Date, zone: string) => string;
  /** By two clocks: the first one first, the other in brackets. */
  both: (instant: Date, first: string, other: string) => string;
};

const months = "January February March April May June July August September October November December".split(" ");

/**
 * As its receiver writes them: `25 September 2026 at 21:14 SAST` in South Africa, `September 25, 2026, at 3:14 p.m. EDT`
 * in the United States.
 */
export function timesOf({ jurisdiction }: Pick<DocumentTemplate, "jurisdiction">): Times {
  if (jurisdiction === "ZA") return timesBy(dayMonthYear, clock24);
  if (jurisdiction === "US") return timesBy(monthDayYear, clock12);
  return { date: formatDate, instant: formatInstant, both: bothBy(formatInstant, clock24) };
}

type Clock = (instant: Date, zone: string) => string;

function timesBy(date: Times["date"], clock: Clock): Times {
  const comma = date === monthDayYear ? "," : "";
  const instant: Clock = (at, zone) => `${date(civilDate(at, zone))}${comma} at ${clock(at, zone)}`;
  return { date, instant, both: bothBy(instant, clock) };
}

/** On another day by the other clock, its date is said too. */
function bothBy(instant: Clock, clock: Clock): Times["both"] {
  return (at, first, other) => {
    const said = instant(at, first);
    if (clock(at, first) === clock(at, other)) return said;
    const sameDay = civilDate(at, first) === civilDate(at, other);
    return `${said} (${sameDay ? clock(at, other) : instant(at, other)})`;
  };
}

function dayMonthYear(day: CivilDate): string {
  if (!isCivilDate(day)) return day;
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${months[Number(month) - 1]} ${year}`;
}

function monthDayYear(day: CivilDate): string {
  if (!isCivilDate(day)) return day;
  const [year, month, date] = day.split("-").map(Number);
  return `${months[Number(month) - 1]} ${date}, ${year}`;
}

/** `21:14 SAST` */
const clock24: Clock = (at, zone) => formatInstant(at, zone).replace(/^.*, /, "");

/** `3:14 p.m. EDT`; UTC stays as records write it. */
const clock12: Clock = (at, zone) => {
  const [time = "", ...name] = clock24(at, zone).split(" ");
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  if (zoneName(at, zone) === "UTC") return `${time} UTC`;
  return `${hour % 12 || 12}:${String(minute).padStart(2, "0")} ${hour < 12 ? "a.m." : "p.m."} ${name.join(" ")}`;
};
