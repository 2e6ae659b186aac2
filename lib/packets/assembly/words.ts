import { formatDate, formatInstant, zoneName } from "@/lib/platform/format";

const numbers = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

/** `five accounts`, `one account`, `31 accounts`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${numbers[count] ?? count} ${count === 1 ? one : many}`;
}

export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
  if (parts.length <= 1) return parts[0] ?? "";
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** Codes with runs drawn together: `I-1 to I-4`, `E-06`. Two neighbours stay apart. */
export function spans(codes: readonly string[]): string[] {
  const sorted = [...new Set(codes)].sort(
    (a, b) => prefixOf(a).localeCompare(prefixOf(b), "en") || numberOf(a) - numberOf(b),
  );
  const out: string[] = [];
  let run: string[] = [];
  const end = () => {
    if (run.length >= 3) out.push(`${run[0]} to ${run.at(-1)}`);
    else out.push(...run);
    run = [];
  };
  for (const code of sorted) {
    const last = run.at(-1);
    if (last && (prefixOf(last) !== prefixOf(code) || numberOf(code) !== numberOf(last) + 1)) end();
    run.push(code);
  }
  end();
  return out;
}

/** The same as one text for a table cell: `I-1 to I-4, E-06`. */
export function spanText(codes: readonly string[]): string {
  return spans(codes)
    .map((code) => code.replaceAll(" ", "\u00A0"))
    .join(", ");
}

function prefixOf(code: string): string {
  return code.replace(/\d+$/, "");
}

function numberOf(code: string): number {
  return Number(/\d+$/.exec(code)?.[0] ?? Number.NaN);
}

/** An instant on the wall: `2 Sep 2026 at 18:14 SAST`. */
export function at(instant: string, zone: string): string {
  return formatInstant(new Date(instant), zone).replace(", ", " at ");
}

/** `24 Nov 2026, 11:40 SAST`. */
export function onWall(instant: string, zone: string): string {
  return formatInstant(new Date(instant), zone);
}

/** The civil date of an instant in a zone, `2026-11-15`. */
export function civilDate(instant: string, zone: string): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** `2 Sep 2026`, as seen on the wall of a zone. */
export function dayOf(instant: string, zone: string): string {
  return formatDate(civilDate(instant, zone));
}

/** `2 Sep  18:14:09`, with the zone's name when asked, for a column of times. */
export function clockOf(instant: string, zone: string, named: boolean): string {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  const day = dayOf(instant, zone).replace(/ \d{4}$/, "");
  const time = `${part("hour")}:${part("minute")}:${part("second")}`;
  return [day, time, ...(named ? [zoneName(new Date(instant), zone)] : [])].join("\u00A0");
}

/** UTC without the fractions that nobody recorded: `2026-09-02T16:14:09Z`. */
export function utc(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

/** UTC offset of a zone at an instant: `UTC+2`, `UTC−5`. */
export function offsetOf(instant: string, zone: string): string {
  const name = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "shortOffset" })
    .formatToParts(new Date(instant))
    .find((part) => part.type === "timeZoneName")?.value;
  return (name ?? "UTC").replace("GMT", "UTC").replace("-", "−");
}

/** Whole days from one instant to another. */
export function daysApart(from: string, to: string): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** A hash in groups of eight, for reading only. */
export function grouped(hash: string): string {
  return (hash.match(/.{1,8}/g) ?? []).join(" ");
}

export function shortHash(hash: string | null | undefined): string {
  return hash ? hash.slice(0, 12) : "not recorded";
}

export { formatDate };
