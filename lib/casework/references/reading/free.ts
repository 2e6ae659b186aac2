import type { Law } from "@/lib/law/jurisdictions/rules";
import type { ReferenceKind } from "@/lib/law/jurisdictions/types";
import { quoted, squeeze, tidy } from "@/lib/platform/text/text";
import { refusals } from "../labels";
import type { ParseOptions, ReadReference, Warning } from "../types";
import { isPair, isSerial, longestCanonical, plainOf } from "./hits";
import { issuerKey } from "./issuer";
import { otherKindIn } from "./serial";

const between = String.raw`(?:[\s-]+(?:submission|complaint|report|reference|ref|case|enquiry|application|confirmation|tracking|notice|order|number|nommer|no|nr|id|code)\b\.?){0,4}(?:\s*\(id\))?\s*(?:is|was|=|:|#|-)?\s*(?:is\s*)?[("#[]*\s*`;
const groups = String.raw`[0-9A-F]{4}(?:[ -][0-9A-F]{4}){2,}(?![\p{L}\p{N}])|\d{3}(?: \d{3}){2,}(?!\d)`;
const token = String.raw`(?=[\p{L}\p{N}/.&_-]*\d)[\p{L}\p{N}][\p{L}\p{N}/.&_-]{2,}[\p{L}\p{N}](?![@\p{L}\p{N}])`;
const spacedPair = String.raw`[A-Z]{0,4}\s?\d{1,7}\s?/\s?(?:19|20)\d{2}(?![\d/])`;
const money = /^R\d+(?:[.,]\d+)?$/i;
const day = /^(?:\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d{2}|(?:19|20)\d{2}[/.-]\d{1,2}[/.-]\d{1,2})$/;
const clock = /^\d{1,2}[:h]\d{2}$/;

export type FreeHit = { word: string; raw: string; start: number; end: number; labelStart: number };

const patterns = new WeakMap<readonly ReferenceKind[], RegExp | null>();

/** One expression for the words of all kinds, the longest word first, made once. */
function pattern(kinds: readonly ReferenceKind[]): RegExp | null {
  const known = patterns.get(kinds);
  if (known !== undefined) return known;
  const words = [...new Set(kinds.filter((kind) => !isSerial(kind)).flatMap((kind) => kind.words))];
  const any = words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => quoted(word).replaceAll(" ", String.raw`\s+`))
    .join("|");
  const made = any
    ? new RegExp(`(?<![\\p{L}\\p{N}@./])(${any})${between}(${groups}|${spacedPair}|${token})`, "giu")
    : null;
  patterns.set(kinds, made);
  return made;
}

/** Numbers after a keyword that announces them. Dates, times and sums of money are excluded. */
export function freeHits(plain: string, kinds: readonly ReferenceKind[]): FreeHit[] {
  const expression = pattern(kinds);
  if (!expression) return [];
  return [...plain.matchAll(expression)].flatMap((match) => {
    const [all, word = "", number = ""] = match;
    const announced = /(?:no|nr|number|nommer|ref|reference|id|enquiry)\b/i.test(
      all.slice(word.length, -number.length),
    );
    const isDay = day.test(number) && !(announced || /\b(?:enquiry|no|number)$/i.test(word));
    if (money.test(number) || isDay || clock.test(number) || /^(19|20)\d\d$/.test(number)) return [];
    const start = match.index + all.length - number.length;
    const raw = number.replace(/[.&_-]+$/, "");
    return [
      { word: word.toLowerCase().replace(/\s+/g, " "), raw, start, end: start + raw.length, labelStart: match.index },
    ];
  });
}

const perKind = new WeakMap<ReferenceKind, readonly ReferenceKind[]>();

function alone(kind: ReferenceKind): readonly ReferenceKind[] {
  const known = perKind.get(kind) ?? [kind];
  perKind.set(kind, known);
  return known;
}

const pairForm = /(?<![\p{L}\d/])([A-Z]{1,4})?(\s?)(\d{1,7})\s?\/\s?((?:19|20)\d{2})(?![\d/])/giu;

/** `shown` has the space behind the letters that somebody typed; the number is the same without it. */
type Pair = { text: string; shown: string; serial: number; year: number };

/** `A123/2026`, `JHB 4471/2026`, `1187/2026`: letters or none, a number, a year. */
function pairIn(plain: string): Pair[] {
  const found = [...plain.matchAll(pairForm)].map(([, letters = "", gap = "", serial = "", year = ""]) => {
    const court = /^(?:no|nr|num|is)$/i.test(letters) ? "" : letters.toUpperCase();
    const rest = `${Number(serial)}/${year}`;
    return {
      text: court + rest,
      shown: court && gap ? `${court} ${rest}` : court + rest,
      serial: Number(serial),
      year: Number(year),
    };
  });
  return found.filter((pair, i) => found.findIndex((other) => other.text === pair.text) === i);
}

function oddPair(pair: Pair | undefined, kind: ReferenceKind, today: string): Warning[] {
  const say = (code: Warning["code"], text: string): Warning[] => [{ code, field: "raw", text }];
  if (!pair) return isPair(kind) && kind.parser.strict ? say("unusual", refusals.unusual(kind)) : [];
  if (pair.serial === 0) return say("zero", refusals.zero);
  if (pair.year < 1980) return say("too_old", refusals.tooOld(pair.year));
  return pair.year > Number(today.slice(0, 4)) ? say("future", refusals.futureYear(pair.year)) : [];
}

const holdsSecret = /(?<![\p{L}])(?:pin|otp|password|passcode|wagwoord)\b\W{0,3}(?:\w+\W{1,3})?\d{3,}/iu;

/** The number itself in what was typed: a message around it and the word before it fall away. */
export function numberIn(kind: ReferenceKind, raw: string): { display: string; bare: string; several: boolean } {
  const display = tidy(raw);
  const hits = freeHits(plainOf(raw), alone(kind));
  const distinct = [...new Set(hits.map((hit) => squeeze(hit.raw)))];
  const [only] = hits;
  if (!only || distinct.length > 1) return { display, bare: display, several: distinct.length > 1 };
  const plain = plainOf(raw);
  const around = plain.slice(0, only.labelStart) + plain.slice(only.end);
  return { display: /[\p{L}\p{N}]/u.test(around) ? only.raw : display, bare: only.raw, several: false };
}

/** Parses a number whose format is not documented, or known only as serial and year: it is stored as typed. */
export function readFree(kind: ReferenceKind, raw: string, options: ParseOptions, law: Law): ReadReference {
  const max = kind.parser.shape === "station_serial" ? 64 : kind.parser.maxLength;
  const { display, bare, several } = numberIn(kind, raw);
  const pairs = isPair(kind) ? pairIn(plainOf(bare === display ? raw : bare)) : [];
  const [pair] = pairs.length === 1 ? pairs : [];
  const warnings: Warning[] = [];
  const say = (code: Warning["code"], text: string) => warnings.push({ code, field: "raw", text });
  if (several || pairs.length > 1) say("several", refusals.several(kind));
  else if (isPair(kind)) warnings.push(...oddPair(pair, kind, options.today));
  if (display.length > max) say("too_long", refusals.tooLong(max));
  if (holdsSecret.test(display)) say("secret", refusals.secret);
  const other = otherKindIn(kind.key, display, law);
  if (other) warnings.push(other);
  const shown = pair ? pair.shown : display;
  const number = pair ? pair.text : (bare === display ? display : bare).toUpperCase().replace(/\s/g, "");
  const issuer = kind.issuerCounts ? issuerKey(options.issuer ?? null, law) : null;
  return {
    kind: kind.key,
    // The surrounding text may contain more than the number: a PIN, a name. Only the number is stored.
    raw: display === tidy(raw) ? raw.trim() : display,
    canonical: (issuer ? `${issuer}:${number}` : number).slice(0, longestCanonical),
    display: shown,
    station: null,
    keys: freeKeys(kind, [shown, display, bare]),
    warnings,
  };
}

function freeKeys(kind: ReferenceKind, texts: readonly string[]): string[] {
  const keys = texts.flatMap((text) => {
    const whole = squeeze(text).slice(0, 200);
    const word = kind.words.map(squeeze).find((start) => whole.startsWith(start) && whole.length - start.length >= 4);
    return word ? [whole, whole.slice(word.length)] : [whole];
  });
  return [...new Set(keys)].filter(Boolean);
}
