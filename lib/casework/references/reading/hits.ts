import type { Law } from "@/lib/law/jurisdictions/rules";
import type { ReferenceKind } from "@/lib/law/jurisdictions/types";
import { quoted, tidy } from "@/lib/platform/text/text";
import { correctionsIn } from "./correct";
import { numberLabels } from "./number-labels";
import { spokenIn } from "./spoken";

export type SerialKind = ReferenceKind & { parser: { shape: "station_serial" } };
export type PairKind = ReferenceKind & { parser: { shape: "serial_year" } };

export const isSerial = (kind: ReferenceKind): kind is SerialKind => kind.parser.shape === "station_serial";
export const isPair = (kind: ReferenceKind): kind is PairKind => kind.parser.shape === "serial_year";

/** A longer text is compared and shown by its beginning: the index of the numbers holds no more. The text is kept. */
export const longestCanonical = 300;

/** A piece of a text. */
export type Span = { start: number; end: number };

/** `word` is null for a number without a keyword; `mended`: the number was guessed from misspelled text. */
export type Hit = {
  serial: number;
  month: number;
  year: number;
  start: number;
  end: number;
  word: string | null;
  corrected: boolean;
};

const label = String.raw`(?:\s*[:#]?\s*\(?\b(?:${numberLabels})\b\)?\.?){0,3}\s*(?:=|:|#|-|_|;)?\s*[("#*]?\s*`;
/** `i-case number`, `ngu-CAS`: what isiZulu, isiXhosa and Sesotho put before a word. */
const concord = "(?:(?:ngu|ngo|yi|li|le|ye|ya|we|nge|i|u|e|ke)-?)?";
const sep = String.raw`\s*[/.\-|,_]\s*`;
const triple = String.raw`(\d{1,7})${sep}(\d{1,2})${sep}((?:19|20)\d{2}|\d{4}|(?!20\s\d{2}(?!\d))\d{2})(?!\d|[/.\-]\d)`;
const gap = String.raw`(?:[\s/.\-,_]+|\s*\|\s*)`;
const spaced = String.raw`(\d{1,7})${gap}(\d{1,2})${gap}(\d{4})(?!\d|[/.\-]\d)`;
const bareTriple = /(?<!\p{L}|[\d/.+]|(?<!\p{L})-)(\d{1,7})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})(?!\d|[/.-]\d)/gu;
const loneSpaced = new RegExp(String.raw`^(.*?)(?<![\d/])${spaced}$`, "u");

/** `Kameelpan-polisiestasie`, `CAS-nommer`: Afrikaans joins with a dash what others part. */
const compound = /(?<=\p{L})-(?=(?:polisie\p{L}{0,20}|stasie|nommer|nr|verwysing|saak\p{L}{0,10}|dossier)(?!\p{L}))/giu;
/** `..cas.no.1188/11/2026..`: full stops for spaces. */
const dotted = /\.{2,}|(?<=(?<!\p{L})(?:cas|mas))\.(?=(?:no|nr)(?!\p{L}))/giu;
/** `cas 407/11/2026rosebank`. */
const gluedName = /((?<!\d)\d{1,6}[/.-]\d{1,2}[/.-]20\d{2})(?=\p{L}{3})/gu;

/** Digits of every script as plain ones, `C.A.S.` as `CAS`; one line. */
export function plainOf(text: string): string {
  const parted = tidy(text)
    .replace(dotted, (dots) => (dots.length > 1 ? ". " : " "))
    .replace(compound, " ")
    .replace(gluedName, "$1 ");
  const spelled = parted.replace(/(?<!\p{L})S[. ]{1,2}A[. ]{1,2}P[. ]{1,2}([SD])(?!\p{L})/gu, "SAP$1");
  return spelled.replace(/(?<![\p{L}])([A-Z])\.\s?([A-Z])\.(?:\s?([A-Z])\.)?(?=[\s:#\d]|$)/giu, (all, a, b, c = "") =>
    /^(?:cas|mas|ob|vb)$/i.test(`${a}${b}${c}`) ? `${a}${b}${c}` : all,
  );
}

const patterns = new WeakMap<readonly ReferenceKind[], RegExp[]>();

/** One expression for all words of the law's counted numbers, made once. */
function worded(kinds: readonly ReferenceKind[]): RegExp[] {
  const known = patterns.get(kinds);
  if (known) return known;
  const words = serialWords(kinds).toSorted((a, b) => b.length - a.length);
  const any = words.map((word) => quoted(word).replaceAll(" ", String.raw`\s*`)).join("|");
  const made =
    any === ""
      ? []
      : [spaced, triple].map((shape) => new RegExp(`(?<![\\p{L}\\p{N}])${concord}(${any})${label}${shape}`, "giu"));
  patterns.set(kinds, made);
  return made;
}

export const serialWords = (kinds: readonly ReferenceKind[]) => kinds.filter(isSerial).flatMap((kind) => kind.words);

/** The serial kind whose keyword preceded the number. */
export function kindOfWord(word: string | null, law: Law): SerialKind | undefined {
  const plain = word?.toLowerCase().replace(/\s+/g, " ");
  return law.referenceKinds
    .filter(isSerial)
    .find((kind) => kind.words.some((candidate) => candidate.toLowerCase() === plain));
}

function hit(
  serial: string,
  month: string,
  year: string,
  at: { start: number; end: number; word: string | null },
): Hit {
  const short = Number(year);
  return {
    serial: Number(serial),
    month: Number(month),
    year: year.length <= 2 ? 2000 + short : short,
    corrected: false,
    ...at,
  };
}

/** Three-part numbers in a plain text: those after a keyword are matched first, then bare ones. */
export function hitsOf(text: string, kinds: readonly ReferenceKind[]): Hit[] {
  const spokenHits = worded(kinds).flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => {
      const [all, word = "", serial = "", month = "", year = ""] = match;
      const start = match.index + all.indexOf(word);
      return hit(serial, month, year, { start, end: match.index + all.length, word });
    }),
  );
  const once = spokenHits.filter((s, i) => spokenHits.findIndex((o) => o.end === s.end) === i);
  const taken = (h: Hit) => once.some((s) => h.start < s.end && s.start < h.end);
  const bare = [...text.matchAll(bareTriple)].map((match) => {
    const [all, serial = "", , month = "", year = ""] = match;
    const start = match.index;
    return hit(serial, month, year, { start, end: start + all.length, word: null });
  });
  const written = [...once, ...bare.filter((b) => !taken(b))];
  return withCorrections(text, kinds, [...written, ...saidAloud(text, kinds, written)]);
}

const leads = new WeakMap<readonly ReferenceKind[], RegExp>();

/** Numbers written as spoken, with the keyword before them. */
function saidAloud(text: string, kinds: readonly ReferenceKind[], written: readonly Hit[]): Hit[] {
  const spoken = spokenIn(text).filter((candidate) =>
    written.every((h) => candidate.end <= h.start || candidate.start >= h.end),
  );
  if (spoken.length === 0) return [];
  const any = serialWords(kinds)
    .toSorted((a, b) => b.length - a.length)
    .map((word) => quoted(word).replaceAll(" ", String.raw`\s*`));
  const lead = leads.get(kinds) ?? new RegExp(`(?<![\\p{L}\\p{N}])${concord}(${any.join("|")})${label}$`, "iu");
  leads.set(kinds, lead);
  return spoken.flatMap(({ isWords, needsWord, ...one }) => {
    const before = any.length > 0 ? lead.exec(text.slice(Math.max(0, one.start - 60), one.start)) : null;
    if (needsWord && !before) return [];
    const start = before ? one.start - before[0].length + before[0].indexOf(before[1] ?? "") : one.start;
    return [{ ...one, start, word: before?.[1] ?? null, corrected: isWords }];
  });
}

const wordLists = new WeakMap<readonly ReferenceKind[], string[]>();

/** A guess yields to a clean match, but a keyword before a number is stronger evidence than a bare number. */
function withCorrections(text: string, kinds: readonly ReferenceKind[], plain: readonly Hit[]): Hit[] {
  const words = wordLists.get(kinds) ?? serialWords(kinds);
  wordLists.set(kinds, words);
  const found: Hit[] = [...plain];
  for (const correction of words.length > 0 ? correctionsIn(text, words) : []) {
    const over = found.filter((h) => h.start < correction.end && correction.start < h.end);
    const gives = over.every((h) => !h.corrected && h.word === null && correction.word !== null);
    if (!gives) continue;
    for (const h of over) found.splice(found.indexOf(h), 1);
    const { isWord, ...read } = correction;
    // Only the keyword was misspelled: the number itself is correct.
    const isSame = isWord && over.some((h) => sameNumber(h, { ...read, corrected: true }));
    found.push({ ...read, corrected: !isSame });
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** A number of three parts with spaces that ends the text, such as `123 04 2026`: read only where one is expected. */
export function loneHit(text: string): Hit | null {
  const match = loneSpaced.exec(text);
  if (!match) return null;
  const [all, lead = "", serial = "", month = "", year = ""] = match;
  return hit(serial, month, year, { start: lead.length, end: all.length, word: null });
}

export const sameNumber = (a: Hit, b: Hit) => a.serial === b.serial && a.month === b.month && a.year === b.year;

/** `24/11/2026`, `24.11.26`, `2026/11/24`: a day, unless a word says that it is a number. */
export function looksLikeDate({ serial, month, year, word }: Hit): boolean {
  if (word) return false;
  const yearFirst = serial >= 1900 && serial <= 2099 && month <= 12;
  const usual = serial >= 1 && serial <= 31 && month <= 31;
  return yearFirst || (usual && year >= 1900);
}
