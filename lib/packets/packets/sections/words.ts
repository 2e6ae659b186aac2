import { printable } from "@/lib/platform/pdf/unprintable";
import { formatDate, zoneName } from "@/lib/platform/text/format";
import { formatterOf, partOf } from "@/lib/platform/time/formatter";

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
export function countOf(count: number, value: string, many = `${value}s`): string {
  return `${numbers[count] ?? count} ${count === 1 ? value : many}`;
}

/** Matches a number of accounts in somebody's text: the second group. */
export const accountsPattern = new RegExp(`\\b(from|by) (\\d+|${numbers.slice(1).join("|")}) accounts?\\b`, "i");

/** The value of such a number; null for other words. */
export function parseCount(word: string): number | null {
  const at = numbers.indexOf(word.toLowerCase());
  return /^\d+$/.test(word) ? Number(word) : at < 0 ? null : at;
}

export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
  if (parts.length <= 1) return parts[0] ?? "";
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** Codes with consecutive runs combined: `I-1 to I-4`, `E-06`. Kinds keep the order of first appearance. */
export function spans(codes: readonly string[]): string[] {
  return byKind(codes).flatMap(kindSpans);
}

/** The same as one text for a table cell: `I-1 to I-4; E-02, E-06`. */
export function spanText(codes: readonly string[]): string {
  return byKind(codes)
    .map((kind) =>
      kindSpans(kind)
        .map((code) => code.replaceAll(" ", "\u00A0"))
        .join(", "),
    )
    .join("; ");
}

function byKind(codes: readonly string[]): string[][] {
  const kinds = new Map<string, Set<string>>();
  for (const code of codes) {
    const kind = kinds.get(prefixOf(code)) ?? new Set<string>();
    kinds.set(prefixOf(code), kind.add(code));
  }
  return [...kinds.values()].map((kind) => [...kind].sort((a, b) => numberOf(a) - numberOf(b)));
}

/** Three or more in a row become a span; two neighbours stay apart. */
function kindSpans(sorted: readonly string[]): string[] {
  const out: string[] = [];
  let run: string[] = [];
  const end = () => {
    if (run.length >= 3) out.push(`${run[0]} to ${run.at(-1)}`);
    else out.push(...run);
    run = [];
  };
  for (const code of sorted) {
    const last = run.at(-1);
    if (last && numberOf(code) !== numberOf(last) + 1) end();
    run.push(code);
  }
  end();
  return out;
}

function prefixOf(code: string): string {
  return code.replace(/\d+$/, "");
}

function numberOf(code: string): number {
  return Number(/\d+$/.exec(code)?.[0] ?? Number.NaN);
}

/** An instant in local time: `2 Sep 2026 at 18:14 SAST`. */
export function at(instant: string, zone: string): string {
  return onWall(instant, zone).replace(", ", " at ");
}

/** `24 Nov 2026, 11:40 SAST`. */
export function onWall(instant: string, zone: string): string {
  const time = clockParts(instant, zone);
  return `${dayOf(instant, zone)}, ${time.hour}:${time.minute} ${zoneName(new Date(instant), zone)}`;
}

const seconds = { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" } as const;
const days = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
const shortOffset = { timeZoneName: "shortOffset" } as const;

function clockParts(instant: string, zone: string): { hour: string; minute: string; second: string } {
  const parts = formatterOf(seconds, zone).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((formatter) => formatter.type === type)?.value ?? "";
  return { hour: part("hour"), minute: part("minute"), second: part("second") };
}

/** The civil date of an instant in a zone, `2026-11-15`. */
export function civilDate(instant: string, zone: string): string {
  const parts = formatterOf(days, zone).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((formatter) => formatter.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** `2 Sep 2026`, in the given zone. */
export function dayOf(instant: string, zone: string): string {
  return formatDate(civilDate(instant, zone));
}

/** `2 Sep  18:14:09`, optionally with the zone's name, for a column of times. */
export function clockOf(instant: string, zone: string, named: boolean): string {
  const { hour, minute, second } = clockParts(instant, zone);
  const day = dayOf(instant, zone)
    .replace(/ \d{4}$/, "")
    .replace(" ", "\u00A0");
  return [day, `${hour}:${minute}:${second}`, ...(named ? [zoneName(new Date(instant), zone)] : [])].join("\u00A0");
}

/** UTC without the fractions that were not recorded: `2026-09-02T16:14:09Z`. */
export function utc(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

/** UTC offset of a zone at an instant: `UTC+2`, `UTC−5`. */
export function offsetOf(instant: string, zone: string): string {
  const name = partOf(formatterOf(shortOffset, zone), new Date(instant), "timeZoneName");
  return (name ?? "UTC").replace("GMT", "UTC").replace("-", "−");
}

/** Days from one date to another, both in UTC, as a calendar counts them. */
function daysApart(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000);
}

/** Days from an instant to the building of the packet, as the calendar at home counts them. */
export function daysAtHome({ zones, packet }: Built, instant: string): number {
  return daysApart(civilDate(instant, zones.home), civilDate(packet.builtAt, zones.home));
}

type Built = { zones: { home: string }; packet: { builtAt: string } };

/** Lowercases the first letter, to use a stand-alone text within a sentence. */
export function within(text: string): string {
  return /^[A-Z][a-z]|^A /.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** A hash in groups of eight, for reading only. */
export function grouped(hash: string): string {
  return (hash.match(/.{1,8}/g) ?? []).join(" ");
}

export function shortHash(hash: string | null | undefined): string {
  return hash ? hash.slice(0, 12) : "not recorded";
}

export { formatDate };

/** Ends a sentence with one full stop, whatever it ends with. */
export function stop(text: string): string {
  return /[.?!”]$/.test(text) ? text : `${text}.`;
}

const FIRST_STRONG = "\u2068";
const POP = "\u2069";

/**
 * Another person's words with directional isolation: Arabic or Hebrew in a quotation reorders nothing outside it. The
 * two isolate characters are invisible and not in copied text; such characters in the words themselves are printed as
 * their codes.
 */
export function isolated(text: string): string {
  return `${FIRST_STRONG}${printable(text)}${POP}`;
}

/** Text cut at a word if it is longer than this many characters, with an ellipsis. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const space = cut.lastIndexOf(" ");
  const whole = (space > most / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/, "");
  const open = whole.split(FIRST_STRONG).length - whole.split(POP).length;
  return `${whole}${POP.repeat(Math.max(0, open))} […]`;
}
