import { monthLabels, numberWords, strokeWords } from "@/lib/law/jurisdictions/common/spoken-words";
import { monthOf } from "@/lib/platform/text/month-words";
import { bantuSum, isBantuNumber, joinsBantu } from "./bantu-numbers";

/** A three-part number written as spoken. */
export type Spoken = {
  serial: number;
  month: number;
  year: number;
  start: number;
  end: number;
  /** In words and not in digits, so it is a guess. */
  isWords: boolean;
  /** Spoken with its month and without slashes, like a date: a number only after its keyword. */
  needsWord: boolean;
};

type Piece = { text: string; start: number; end: number };
type Part = { value: number; isWords: boolean; start: number; end: number };

const words = /[\p{L}-]+|\d+|[/]/gu;

/** Small words inside a number: `three hundred and four`, `drie en negentig`. */
const joins = new Set(["and", "en"]);

const numberOf = (text: string): number | null =>
  /^\d{1,7}$/.test(text) ? Number(text) : (numberWords.get(text.toLowerCase()) ?? null);

/** `drie-en-negentig`, `vyfhonderd`: one word that is several. */
function split(text: string): string[] {
  const lower = text.toLowerCase();
  if (numberWords.has(lower) || /\d/.test(lower)) return [lower];
  const all = lower.split("-").flatMap((part) => {
    const big = /^(\p{L}+)(hundred|honderd|thousand|duisend)(?:en)?(\p{L}*)$/u.exec(part);
    const [, head = "", unit = "", rest = ""] = big ?? [];
    if (numberWords.has(head)) return [head, unit, ...(rest ? split(rest) : [])];
    const [, ones = "", tens = ""] = /^(\p{L}+)en(\p{L}+tig)$/u.exec(part) ?? [];
    return numberWords.has(ones) && numberWords.has(tens) ? [ones, "en", tens] : [part];
  });
  return all.every((value) => numberWords.has(value) || joins.has(value)) ? all : [lower];
}

/** After a ten comes one of its ones; in Afrikaans the ones come first. Any other number starts a new one. */
const follows = (last: number, value: number): boolean =>
  last >= 100 || (last >= 20 && value > 0 && value < 10) || (last > 0 && last < 10 && value >= 20);

/** `ses en twintig` is one number, so that `twintig ses en twintig` is 20 and 26. */
function tensOf(all: readonly string[]): string[] {
  const made: string[] = [];
  for (const [i, word] of all.entries()) {
    const ones = numberOf(all[i - 2] ?? "") ?? 0;
    const tens = numberOf(word) ?? 0;
    const isJoined = all[i - 1] === "en" && ones > 0 && ones < 10 && tens >= 20 && tens < 100;
    if (isJoined) made.splice(-2, 2, String(ones + tens));
    else made.push(word);
  }
  return made;
}

/** `twee duisend ses en twintig`, `twenty twenty six`, `three four seven`. */
function sumOf(all: readonly string[]): number | null {
  const values = tensOf(all)
    .filter((ten) => !joins.has(ten))
    .map(numberOf);
  if (values.length === 0 || values.some((value) => value === null)) return null;
  let done = "";
  let sum = 0;
  let last: number | null = null;
  for (const value of values as number[]) {
    if (value >= 100) {
      const count = last !== null && last < 100 ? last : 1;
      sum = value === 1000 ? Math.max(1, sum) * 1000 : sum - (last === count ? count : 0) + count * 100;
    } else {
      if (last !== null && !follows(last, value)) {
        done += String(sum);
        sum = 0;
      }
      sum += value;
    }
    last = value;
  }
  const text = done + String(sum);
  return text.length <= 7 ? Number(text) : null;
}

/** Twelve words before a stroke, and after it, are the most that one number takes. */
const most = 12;

type Language = {
  split(text: string): string[];
  isNumber(text: string): boolean;
  isJoin(text: string): boolean;
  sum(texts: readonly string[]): number | null;
};

const germanic: Language = {
  split,
  isNumber: (text) => numberOf(text) !== null,
  isJoin: (text) => joins.has(text),
  sum: sumOf,
};
const bantu: Language = {
  split: (text) => [text.toLowerCase()],
  isNumber: (text) => /^\d{1,7}$/.test(text) || isBantuNumber(text),
  isJoin: joinsBantu,
  sum: bantuSum,
};

/** The number that ends just before a piece, or begins just after it. */
const partAt = (pieces: readonly Piece[], at: number, step: 1 | -1): Part | null =>
  partIn(germanic, pieces, at, step) ?? partIn(bantu, pieces, at, step);

function partIn(language: Language, pieces: readonly Piece[], at: number, step: 1 | -1): Part | null {
  const taken: Piece[] = [];
  for (let i = at + step; taken.length < most; i += step) {
    const piece = pieces[i];
    const texts = piece ? language.split(piece.text) : [];
    const isPart =
      piece &&
      texts.every(
        (line) =>
          language.isNumber(line) || (language.isJoin(line) && (texts.length > 1 || taken.length > 0 || step < 0)),
      );
    if (!isPart) break;
    // Digits are one number each.
    if (/^\d/.test(piece.text)) {
      if (taken.length === 0) taken.push(piece);
      break;
    }
    if (step > 0) taken.push(piece);
    else taken.unshift(piece);
  }
  while (taken[0] && language.isJoin(taken[0].text.toLowerCase())) taken.shift();
  while (language.isJoin(taken.at(-1)?.text.toLowerCase() ?? "")) taken.pop();
  const first = taken[0];
  const last = taken.at(-1);
  if (!first || !last) return null;
  const isWords = !/\d/.test(first.text);
  const value = isWords ? language.sum(taken.flatMap((piece) => language.split(piece.text))) : Number(first.text);
  return value === null ? null : { value, isWords, start: first.start, end: last.end };
}

const fullYear = (value: number): number | null => {
  const year = value < 100 ? 2000 + value : value;
  return year < 1980 || year > 2099 ? null : year;
};

/** `512 slash 10 slash 2026`, `drie en negentig streep tien streep twee duisend ses en twintig`. */
export function spokenIn(text: string): Spoken[] {
  if (!/\p{L}/u.test(text)) return [];
  const pieces = [...text.matchAll(words)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
  const found = withStrokes(pieces);
  const others = withMonth(pieces).filter((spoken) =>
    found.every((candidate) => spoken.end <= candidate.start || spoken.start >= candidate.end),
  );
  return [...found, ...others].toSorted((a, b) => a.start - b.start);
}

function withStrokes(pieces: readonly Piece[]): Spoken[] {
  const isStroke = (piece: Piece | undefined) =>
    piece !== undefined && (piece.text === "/" || strokeWords.has(piece.text.toLowerCase()));
  const found: Spoken[] = [];
  for (const [at, piece] of pieces.entries()) {
    if (!isStroke(piece) || piece.start < (found.at(-1)?.end ?? 0)) continue;
    const month = partAt(pieces, at, 1);
    const next = month ? pieces.findIndex((piece, i) => i > at && piece.start >= month.end) : -1;
    if (!month || next < 0 || !isStroke(pieces[next])) continue;
    const serial = partAt(pieces, at, -1);
    const year = partAt(pieces, next, 1);
    const isWords = [serial, month, year].some((part) => part?.isWords);
    const isSaid = isWords || piece.text !== "/" || pieces[next]?.text !== "/";
    if (!serial || !year || !isSaid || month.value < 1 || month.value > 12) continue;
    const full = fullYear(year.value);
    if (full === null) continue;
    const numbers = { serial: serial.value, month: month.value, year: full };
    found.push({ ...numbers, start: serial.start, end: year.end, isWords, needsWord: false });
  }
  return found;
}

/** Small words around a month: `nege en sestig van November`, `kgwedi ya borobedi`. */
const ofMonth = new Set("of in van ka ya wa ye we the die year jaar unyaka ngonyaka selemo ngwaga".split(" "));

/** `nege en sestig van November 2026`, `ikhulu namashumi amabili, inyanga yesikhombisa, 2026`. */
function withMonth(pieces: readonly Piece[]): Spoken[] {
  const isSmall = (piece: Piece | undefined) => piece !== undefined && ofMonth.has(piece.text.toLowerCase());
  const skip = (at: number, step: 1 | -1) => {
    let to = at;
    while (isSmall(pieces[to + step])) to += step;
    return to;
  };
  return pieces.flatMap((piece, at): Spoken[] => {
    const isLabel = monthLabels.has(piece.text.toLowerCase());
    const named = monthOf(piece.text.replace(/^(?:ku|ko|ka|nge|ngo|no|wa|u)-?(?=\p{Lu})/u, ""));
    if (!isLabel && named === 0) return [];
    const serial = partAt(pieces, skip(at, -1), -1);
    const month = isLabel ? partAt(pieces, skip(at, 1), 1) : { value: named, end: piece.end };
    if (!serial?.isWords || !month || month.value < 1 || month.value > 12) return [];
    const last = pieces.findLastIndex(({ end }) => end <= month.end);
    const year = partAt(pieces, skip(last, 1), 1);
    const full = year && fullYear(year.value);
    if (!year || !full) return [];
    const numbers = { serial: serial.value, month: month.value, year: full };
    return [{ ...numbers, start: serial.start, end: year.end, isWords: true, needsWord: true }];
  });
}
