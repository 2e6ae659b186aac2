import type { ReferenceKind } from "@/lib/law/jurisdictions/types";
import { squeeze } from "@/lib/platform/text/text";
import { isSerial } from "./hits";

export type Nearness = "other_month" | "one_digit" | "swapped" | "other_station" | "other_issuer";

const most = 240;
const serialForm = /^(?:(.+) )?(\p{L}+) (\d+)\/(\d+)\/(\d+)$/u;

type Serial = { station: string; word: string; serial: string; month: number; year: number };

function serialOf(canonical: string): Serial | null {
  const match = serialForm.exec(canonical);
  if (!match) return null;
  const [, station = "", word = "", serial = "", month, year] = match;
  return { station: squeeze(station), word, serial, month: Number(month), year: Number(year) };
}

/** Every text that is one digit off, or has two neighbouring characters changed round. */
function oneOff(text: string): string[] {
  const out: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (!/\d/.test(text[at] ?? "")) continue;
    for (const digit of "0123456789") if (digit !== text[at]) out.push(text.slice(0, at) + digit + text.slice(at + 1));
    const next = text[at + 1];
    if (next && next !== text[at]) out.push(text.slice(0, at) + next + text[at] + text.slice(at + 2));
  }
  return out;
}

/** The keys under which a number that is nearly this one would be stored. */
export function nearKeys(kind: ReferenceKind, canonical: string, keys: readonly string[]): string[] {
  const serial = isSerial(kind) ? serialOf(canonical) : null;
  if (serial) {
    const key = (number: string) => `${serial.station}:${serial.word}:${number}`;
    const months = Array.from({ length: 12 }, (_, i) => key(`${serial.serial}/${i + 1}/${serial.year}`));
    const off = oneOff(serial.serial).filter((serialText) => !serialText.startsWith("0"));
    const near = off.map((serialText) => key(`${serialText}/${serial.month}/${serial.year}`));
    const elsewhere = `${serial.word}:${serial.serial}/${serial.month}/${serial.year}`;
    return [...new Set([elsewhere, ...(serial.station ? [...months, ...near] : [])])].slice(0, most);
  }
  const bare = keys.toSorted((a, b) => a.length - b.length)[0] ?? "";
  return [...new Set([...keys, ...(bare.length >= 6 ? oneOff(bare) : [])])].slice(0, most);
}

/** How near two numbers of one kind are; null when they are the same or simply different. */
export function nearness(kind: ReferenceKind, mine: string, other: string): Nearness | null {
  if (mine === other) return null;
  const [a, b] = isSerial(kind) ? [serialOf(mine), serialOf(other)] : [null, null];
  if (a && b) return nearSerial(a, b);
  const x = bareOf(mine);
  const y = bareOf(other);
  if (x === y) return "other_issuer";
  return x.length >= 6 ? apart(x, y) : null;
}

const bareOf = (canonical: string) => squeeze(canonical.slice(canonical.indexOf(":") + 1));

function nearSerial(a: Serial, b: Serial): Nearness | null {
  const sameCount = a.serial === b.serial && a.year === b.year;
  if (sameCount && a.month === b.month) return "other_station";
  if (a.station !== b.station || !a.station || a.year !== b.year) return null;
  if (sameCount) return "other_month";
  return a.month === b.month ? apart(a.serial, b.serial) : null;
}

function apart(a: string, b: string): "one_digit" | "swapped" | null {
  if (a.length !== b.length) return null;
  const at = [...a].flatMap((char, i) => (char === b[i] ? [] : [i]));
  const [first = -1, second = -1] = at;
  if (at.length === 1) return /\d/.test(a[first] ?? "") && /\d/.test(b[first] ?? "") ? "one_digit" : null;
  const swapped = at.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
  return swapped ? "swapped" : null;
}
