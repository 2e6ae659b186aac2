import { messageWords } from "@/lib/jurisdictions/common/message-words";
import { findReferenceKind, houseLaw, type Law } from "@/lib/jurisdictions/rules";
import type { ReferenceKind } from "@/lib/jurisdictions/types";
import { quoted, squeeze, tidy } from "@/lib/platform/text";
import { refusals } from "./labels";
import type { FoundReference, Parsed, ParsedReference, ParseOptions, StationSerial } from "./types";

type SerialKind = ReferenceKind & { parser: { shape: "station_serial"; word: string; notA: string[] } };

const isSerial = (kind: ReferenceKind): kind is SerialKind => kind.parser.shape === "station_serial";

const label = String.raw`(?:\s*(?:numbers?|nommer|no|nr|num|ref|reference|verwysing)\b\.?)?\s*(?:is|=|:|#|-)?\s*`;
const triple = String.raw`(\d{1,7})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})(?![\d/])`;
const spaced = String.raw`(\d{1,7})[\s/.\-]+(\d{1,2})[\s/.\-]+(\d{4})(?![\d/])`;

type Hit = { serial: number; month: number; year: number; start: number; end: number; word: string | null };

function hit(match: RegExpMatchArray, word: string | null): Hit {
  const [serial, month, year] = [match[1], match[2], match[3]].map(Number) as [number, number, number];
  const start = match.index ?? 0;
  return { serial, month, year: year < 100 ? 2000 + year : year, start, end: start + match[0].length, word };
}

/** Triples after one of the words; a bare triple carries no word. */
function hitsOf(text: string, words: readonly string[]): Hit[] {
  const said = words.flatMap((word) =>
    [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${quoted(word)}${label}${spaced}`, "giu"))]
      .concat([...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${quoted(word)}${label}${triple}`, "giu"))])
      .map((match) => hit(match, word)),
  );
  const bare = [...text.matchAll(new RegExp(`(?<![\\d/.\\-])${triple}`, "g"))].map((match) => hit(match, null));
  const taken = (h: Hit) => said.some((s) => h.start < s.end && s.start < h.end);
  const once = said.filter((s, i) => said.findIndex((o) => o.end === s.end) === i);
  return [...once, ...bare.filter((b) => !taken(b))].toSorted((a, b) => a.start - b.start);
}

const isNoise = (word: string) => /\d\D\d/.test(word) || messageWords.has(word.toLowerCase().replace(/[^\p{L}]/gu, ""));
const strip = (word: string) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.']+$/gu, "").replace(/\.$/, "");

/** Up to five words that may be a station's name: in capitals, or standing alone with the number. */
function nameOf(words: string[], alone: boolean): string | null {
  const name = words.map(strip).filter(Boolean).slice(0, 5);
  const looksRight =
    name.length > 0 && name.every((w) => /^[\p{L}'-]+\d*$|^\d{1,2}$/u.test(w)) && /\p{L}{2}/u.test(name.join(""));
  if (!looksRight || !(alone || /^\p{Lu}/u.test(name[0] ?? ""))) return null;
  const plain = name.join(" ");
  return plain === plain.toUpperCase() || plain === plain.toLowerCase() ? titleCase(plain) : plain;
}

const titleCase = (text: string) => text.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());

function stationAround(text: string, found: Hit): string | null {
  const lead = text.slice(0, found.start);
  const segments = lead.split(/[.;:!?,()]+\s+(?=\S)|[,;:()]/).filter((part) => part.trim());
  const last = (segments.at(-1) ?? "").split(" ").filter(Boolean);
  while (last.length > 0 && isNoise(last.at(-1) ?? "")) last.pop();
  const run = last.slice(last.findLastIndex(isNoise) + 1).slice(-5);
  const capital = run.findIndex((word) => /^\p{Lu}/u.test(word));
  const first = nameOf(capital > 0 ? run.slice(capital) : run, last.length <= 5);
  // "Hello Thabo, CAS 1/1/2026": a comma cuts a greeting off, but not a station that stands alone before it.
  const greeting = /[.;:!?,()]\s*$/.test(lead) && last.some(isNoise);
  if (first && !greeting) return first;
  const after = text.slice(found.end).replace(/^[\s,;:()-]+/, "");
  const rest = (after.split(/[.;:!?,()]/)[0] ?? "").split(" ").filter(Boolean);
  while (rest.length > 0 && isNoise(rest[0] ?? "")) rest.shift();
  const until = rest.findIndex(isNoise);
  const name = until < 0 ? rest : rest.slice(0, until);
  return nameOf(name, name.length <= 5 && rest.length <= 5);
}

function wrongParts({ serial, month, year }: Hit, today: string): string | null {
  if (serial === 0) return refusals.zero;
  if (month < 1 || month > 12) return refusals.month(month);
  if (year < 1980) return refusals.tooOld(year);
  return `${year}-${String(month).padStart(2, "0")}` > today.slice(0, 7) ? refusals.future(month, year) : null;
}

/**
 * Reads a number such as a CAS number, however it is typed or pasted: with or without its word and station,
 * slashes, dashes, dots or spaces, a leading zero, full-width digits, an SMS around it.
 */
export function parseStationSerial(kind: ReferenceKind, raw: string, options: ParseOptions): Parsed<StationSerial> {
  if (!isSerial(kind)) throw new Error(`${kind.key} is free text`);
  const refuse = (reason: string): Parsed<StationSerial> => ({ ok: false, field: "raw", reason });
  const text = tidy(raw);
  if (!text) return refuse(refusals.empty(kind));
  const others = kind.parser.notA;
  const all = hitsOf(text, [...kind.words, ...others]);
  const own = all.filter((h) => h.word && kind.words.includes(h.word));
  const foreign = all.find((h) => h.word && others.includes(h.word));
  if (own.length === 0 && foreign?.word) return refuse(refusals.notA(kind, foreign.word));
  const loose = all.filter((h) => h.word === null);
  const alone = new RegExp(`^(.*?)(?<![\\d/])${spaced}$`, "u").exec(text);
  const candidates = own.length > 0 ? own : loose.length > 0 ? loose : alone ? [loneHit(alone)] : [];
  const distinct = candidates.filter((h, i) => candidates.findIndex((o) => same(o, h)) === i);
  const [found] = distinct;
  if (!found) return refuse(refusals.noNumber(kind));
  if (distinct.length > 1) return refuse(refusals.several(kind));
  const wrong = wrongParts(found, options.today);
  if (wrong) return refuse(wrong);
  const { serial, month, year } = found;
  const station = cleanStation(options.station ?? "", kind) ?? stationAround(text, found);
  const number = `${kind.parser.word} ${serial}/${month}/${year}`;
  return { ok: true, value: { serial, month, year, station, canonical: station ? `${station} ${number}` : number } };
}

const same = (a: Hit, b: Hit) => a.serial === b.serial && a.month === b.month && a.year === b.year;

function loneHit(match: RegExpExecArray): Hit {
  const lead = (match[1] ?? "").length;
  const [serial, month, year] = [match[2], match[3], match[4]].map(Number) as [number, number, number];
  return { serial, month, year, start: lead, end: match[0].length, word: null };
}

/** A station as it was typed into its own field: `SAPS CAPE TOWN CENTRAL police station` is `Cape Town Central`. */
function cleanStation(typed: string, kind: SerialKind): string | null {
  const words = tidy(typed).split(" ").map(strip).filter(Boolean);
  const drop = new Set(["saps", "police", "polisie", "station", "stasie", kind.parser.word.toLowerCase()]);
  const name = words.filter((w) => !drop.has(w.toLowerCase())).join(" ");
  if (!name) return null;
  return name === name.toUpperCase() || name === name.toLowerCase() ? titleCase(name) : name;
}

/** Reads any kind of number for saving. Kinds without a documented form keep what was typed. */
export function parseReference(
  kindKey: string,
  raw: string,
  options: ParseOptions,
  law: Law = houseLaw,
): Parsed<ParsedReference> {
  const kind = findReferenceKind(kindKey, law);
  if (!kind) return { ok: false, field: "raw", reason: "Choose what kind of number this is." };
  if (isSerial(kind)) {
    const parsed = parseStationSerial(kind, raw, options);
    if (!parsed.ok) return parsed;
    const { canonical, station } = parsed.value;
    if (!station) return { ok: false, field: "station", reason: refusals.station(kind) };
    const value = {
      kind: kindKey,
      raw: raw.trim(),
      canonical,
      display: canonical,
      station,
      keys: serialKeys(kind, parsed.value),
    };
    return { ok: true, value };
  }
  const max = kind.parser.shape === "free_text" ? kind.parser.maxLength : 64;
  const display = tidy(raw);
  if (!display || !squeeze(raw)) return { ok: false, field: "raw", reason: refusals.empty(kind) };
  if (display.length > max) return { ok: false, field: "raw", reason: refusals.tooLong(max) };
  const canonical = display.toUpperCase().replace(/\s/g, "");
  return {
    ok: true,
    value: { kind: kindKey, raw: raw.trim(), canonical, display, station: null, keys: freeKeys(kind, display) },
  };
}

function serialKeys(kind: SerialKind, { serial, month, year, station }: StationSerial): string[] {
  const number = `${serial}/${month}/${year}`;
  const worded = `${kind.parser.word}:${number}`;
  return [...(station ? [`${squeeze(station)}:${worded}`] : []), worded, number];
}

function freeKeys(kind: ReferenceKind, text: string): string[] {
  const whole = squeeze(text);
  const bare = kind.words.map(squeeze).find((word) => whole.startsWith(word) && whole.length - word.length >= 4);
  return [...new Set([whole, ...(bare ? [whole.slice(bare.length)] : [])])];
}

/** The one key under which a number of a kind is stored; null when it does not parse. */
export function lookupKey(kindKey: string, raw: string, law: Law = houseLaw): string | null {
  const kind = findReferenceKind(kindKey, law);
  if (!kind) return null;
  if (!isSerial(kind)) return squeeze(raw) || null;
  const parsed = parseStationSerial(kind, raw, { today: "9999-12-31" });
  return parsed.ok ? (serialKeys(kind, { ...parsed.value, station: null })[0] ?? null) : null;
}

/**
 * Every key under which the numbers in a text may be stored, most telling first: for one search box that takes
 * a number however it is typed, or a whole message. At most 120, each of 4 characters or more.
 */
export function lookupKeys(text: string, law: Law = houseLaw): string[] {
  const plain = tidy(text).slice(0, 4000);
  const keys = new Set<string>();
  const serials = law.referenceKinds.filter(isSerial);
  for (const found of hitsOf(
    plain,
    serials.flatMap((kind) => kind.words),
  )) {
    const kind = serials.find((k) => found.word && k.words.includes(found.word));
    keys.add(`${kind ? `${kind.parser.word}:` : ""}${found.serial}/${found.month}/${found.year}`);
  }
  const lone = new RegExp(`^${spaced}$`).exec(plain);
  if (lone) keys.add(lone.slice(1, 4).map(Number).join("/"));
  for (const key of freeCandidates(plain, law)) if (keys.size < 120) keys.add(key);
  return [...keys];
}

function freeCandidates(plain: string, law: Law): string[] {
  const words = plain.split(" ").filter(Boolean);
  const labels = law.referenceKinds.flatMap((kind) => kind.words.map(squeeze));
  const spans = words.flatMap((_, from) => [1, 2, 3, 4, 5, 6].map((size) => words.slice(from, from + size).join(" ")));
  const whole = squeeze(plain);
  const bare = labels.filter((word) => whole.startsWith(word)).map((word) => whole.slice(word.length));
  const parts = [plain, ...spans].map(squeeze).filter((key) => /\d/.test(key));
  return [...new Set([whole, ...bare, ...parts])].filter((key) => key.length >= 4 && key.length <= 200);
}

/** How a stored number is shown: the canonical form where there is one, else what was typed. */
export function displayReference(kindKey: string, raw: string, canonical: string, law: Law = houseLaw): string {
  const kind = findReferenceKind(kindKey, law);
  return kind && isSerial(kind) ? canonical : tidy(raw);
}

/**
 * Typed candidates in a pasted message or page. They are offered, marked when something is wrong, and never
 * saved without a look. A date is not offered as a number.
 */
export function findReferences(text: string, today: string, law: Law = houseLaw): FoundReference[] {
  const plain = tidy(text).slice(0, 20_000);
  const serials = law.referenceKinds.filter(isSerial);
  const hits = hitsOf(
    plain,
    serials.flatMap((kind) => kind.words),
  );
  const found: (FoundReference & { start: number; end: number })[] = [];
  for (const h of hits) {
    const kind = serials.find((k) => h.word && k.words.includes(h.word)) ?? serials[0];
    const called = /(saak|case|docket)\D{0,12}$/i.test(plain.slice(0, h.start));
    const looksLikeDate = !h.word && h.serial <= 31 && !called;
    if (kind && !looksLikeDate) found.push({ ...foundSerial(plain, kind, h, today), start: h.start, end: h.end });
  }
  for (const kind of law.referenceKinds.filter((k) => !isSerial(k))) {
    for (const each of foundFree(plain, kind)) {
      if (!found.some((f) => each.start < f.end && f.start < each.end)) found.push(each);
    }
  }
  return found.toSorted((a, b) => a.start - b.start).map(({ start, end, ...rest }) => rest);
}

function foundSerial(plain: string, kind: SerialKind, h: Hit, today: string): FoundReference {
  const station = stationAround(plain, h);
  const number = `${kind.parser.word} ${h.serial}/${h.month}/${h.year}`;
  const isOther = kind.parser.notA.length === 0;
  const warning =
    wrongParts(h, today) ??
    (isOther
      ? `This ${kind.parser.word} number opens no docket: ask for the case number.`
      : station
        ? null
        : "No station in the text: add it.");
  const raw = plain.slice(h.start, h.end);
  return {
    kind: kind.key,
    label: kind.label,
    raw,
    display: station ? `${station} ${number}` : number,
    station,
    warning,
  };
}

function foundFree(plain: string, kind: ReferenceKind): (FoundReference & { start: number; end: number })[] {
  return kind.words
    .toSorted((a, b) => b.length - a.length)
    .flatMap((word) => [
      ...plain.matchAll(
        new RegExp(
          `(?<![\\p{L}\\p{N}])${quoted(word)}(?:\\s+(?:submission|complaint|report|reference|ref|case|enquiry|application|number|no|nr|id)\\b\\.?)*\\s*(?:is|=|:|#)?\\s*((?=[\\p{L}\\p{N}/.&-]*\\d)[\\p{L}\\p{N}][\\p{L}\\p{N}/.&-]{2,}[\\p{L}\\p{N}])`,
          "giu",
        ),
      ),
    ])
    .map((match) => {
      const raw = match[1] ?? "";
      const start = (match.index ?? 0) + match[0].length - raw.length;
      return {
        kind: kind.key,
        label: kind.label,
        raw,
        display: raw,
        station: null,
        warning: null,
        start,
        end: start + raw.length,
      };
    })
    .filter((each, i, all) => all.findIndex((o) => o.start < each.end && each.start < o.end) === i);
}
