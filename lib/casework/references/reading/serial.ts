import { findReferenceKind, type Law } from "@/lib/law/jurisdictions/rules";
import { squeeze, tidy } from "@/lib/platform/text/text";
import { refusals } from "../labels";
import type { Oddity, ParseOptions, ReadReference, StationSerial, Warning } from "../types";
import {
  type Hit,
  hitsOf,
  kindOfWord,
  loneHit,
  longestCanonical,
  looksLikeDate,
  plainOf,
  type SerialKind,
  sameNumber,
  serialWords,
} from "./hits";
import { placesOf } from "./listed-station";
import { namesOf } from "./names";
import { cleanStation, type Station, stationFor } from "./station";

/** What is impossible about serial, month and year; null if nothing is. */
export function wrongParts({ serial, month, year }: Hit, today: string): { code: Oddity; text: string } | null {
  if (serial === 0) return { code: "zero", text: refusals.zero };
  if (month < 1 || month > 12) return { code: "month", text: refusals.month(month) };
  if (year < 1980) return { code: "too_old", text: refusals.tooOld(year) };
  return `${year}-${String(month).padStart(2, "0")}` > today.slice(0, 7)
    ? { code: "future", text: refusals.future(month, year) }
    : null;
}

type Choice = { hit: Hit } | { warning: Warning };

function choose(text: string, kind: SerialKind, law: Law): Choice {
  const all = hitsOf(text, law.referenceKinds);
  const own = all.filter((h) => kindOfWord(h.word, law)?.key === kind.key);
  const foreign = all.map((h) => kindOfWord(h.word, law)).find((other) => other && other.key !== kind.key);
  if (own.length === 0 && foreign) {
    const isMistake = kind.parser.notA.includes(foreign.key);
    const message = isMistake ? refusals.notA(kind, foreign) : refusals.looksLike(kind, foreign);
    const code = isMistake ? "not_this_kind" : "looks_like_other";
    return { warning: { code, field: "raw", text: message, rather: foreign.key } };
  }
  const loose = all.filter((h) => h.word === null);
  // Where a number is expected a short one is not taken for a date, unless a longer one is next to it.
  const numbers = loose.filter((h) => !looksLikeDate(h));
  const lone = own.length + loose.length === 0 ? loneHit(text) : null;
  const candidates = own.length > 0 ? own : numbers.length > 0 ? numbers : lone ? [lone] : loose;
  const distinct = candidates.filter((h, i) => candidates.findIndex((o) => sameNumber(o, h)) === i);
  const [first] = distinct;
  if (!first) return { warning: { code: "no_number", field: "raw", text: refusals.noNumber(kind) } };
  if (distinct.length > 1) return { warning: { code: "several", field: "raw", text: refusals.several(kind) } };
  return { hit: first };
}

function partsOf(hit: Hit, kind: SerialKind, station: string | null): StationSerial {
  const { serial, month, year } = hit;
  const number = `${kind.parser.word} ${serial}/${month}/${year}`;
  return { serial, month, year, station, canonical: station ? `${station} ${number}` : number };
}

/** What was guessed to parse a number and its station, in words; nothing if it is written as a station writes it. */
export function guessesOf(text: string, hit: Hit, station: Station | null): Warning[] {
  const raw = text.slice(hit.start, hit.end);
  return [
    ...(hit.corrected
      ? [{ code: "mended" as const, field: "raw" as const, text: refusals.mended(serialText(hit), raw) }]
      : []),
    ...(station && !station.sure
      ? [{ code: "guessed_station" as const, field: "station" as const, text: refusals.guessedStation(station.name) }]
      : []),
  ];
}

export const serialText = ({ serial, month, year }: Hit | StationSerial) => `${serial}/${month}/${year}`;

/** The spellings of a serial number: with its station, with its keyword, and bare. */
export function serialKeys(kind: SerialKind, parts: StationSerial): string[] {
  const worded = `${kind.parser.word}:${serialText(parts)}`;
  return [...(parts.station ? [`${squeeze(parts.station)}:${worded}`] : []), worded, serialText(parts)];
}

/**
 * Parses a number such as a CAS number, however it is typed or pasted: with or without its keyword and station,
 * slashes, dashes, dots or spaces, a leading zero, full-width digits, an SMS around it. What cannot be parsed is stored
 * as typed, with the reason.
 */
export function readSerial(
  kind: SerialKind,
  raw: string,
  options: ParseOptions,
  law: Law,
): ReadReference & { parts: StationSerial | null } {
  const text = plainOf(raw);
  const chosen = choose(text, kind, law);
  if ("warning" in chosen) return { ...asTyped(kind, raw, chosen.warning, law), parts: null };
  const typed = cleanStation(options.station ?? "", kind);
  const names = namesOf(kind.jurisdiction, law, null);
  const read = typed ? null : stationFor(text, chosen.hit, [], placesOf(text, names));
  // A name typed next to a number in its field is taken as the station.
  const station = typed
    ? { name: typed, sure: true, isSaid: true }
    : read && { ...read, sure: read.sure || !read.isSaid };
  const parts = partsOf(chosen.hit, kind, station?.name ?? null);
  const wrong = wrongParts(chosen.hit, options.today);
  const guesses = guessesOf(text, chosen.hit, station);
  const warnings: Warning[] = wrong ? [{ ...wrong, field: "raw" }, ...guesses] : guesses;
  if (!parts.station) warnings.push({ code: "no_station", field: "station", text: refusals.station(kind) });
  return {
    kind: kind.key,
    raw: raw.trim(),
    canonical: parts.canonical,
    display: parts.canonical,
    station: parts.station,
    keys: serialKeys(kind, parts),
    warnings,
    parts,
  };
}

/** The text itself is then the number. It is found by the whole text and by the numbers in it. */
function asTyped(kind: SerialKind, raw: string, warning: Warning, law: Law): ReadReference {
  const display = tidy(raw).slice(0, longestCanonical);
  const inside = hitsOf(plainOf(raw), law.referenceKinds).map((hit) => {
    const word = kindOfWord(hit.word, law)?.parser.word;
    return word ? [`${word}:${serialText(hit)}`, serialText(hit)] : [serialText(hit)];
  });
  const keys = [...new Set([squeeze(raw).slice(0, 200), ...inside.flat()])].slice(0, 40);
  return { kind: kind.key, raw: raw.trim(), canonical: display, display, station: null, keys, warnings: [warning] };
}

/** A counted number of another kind in a text that is offered as this kind. */
export function otherKindIn(kindKey: string, raw: string, law: Law): Warning | null {
  const kind = findReferenceKind(kindKey, law);
  const text = plainOf(raw);
  const [first] = hitsOf(text, law.referenceKinds);
  const other = first && kindOfWord(first.word, law);
  const shouts = other && first.word?.toUpperCase() === other.parser.word;
  if (!kind || !other || !shouts || serialWords([kind]).length > 0) return null;
  return { code: "looks_like_other", field: "raw", text: refusals.looksLike(kind, other), rather: other.key };
}
