import { numberWords, strokeWords } from "@/lib/jurisdictions/common/spoken-words";

/** A number of three parts as it is said aloud. `isWords`: in words and not in digits, so it is a guess. */
export type Spoken = { serial: number; month: number; year: number; start: number; end: number; isWords: boolean };

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
  const all = lower.split("-").flatMap((one) => {
    const big = /^(\p{L}+)(hundred|honderd|thousand|duisend)(?:en)?(\p{L}*)$/u.exec(one);
    const [, head = "", unit = "", rest = ""] = big ?? [];
    if (numberWords.has(head)) return [head, unit, ...(rest ? [rest] : [])];
    const [, ones = "", tens = ""] = /^(\p{L}+)en(\p{L}+tig)$/u.exec(one) ?? [];
    return numberWords.has(ones) && numberWords.has(tens) ? [ones, tens] : [one];
  });
  return all.every((one) => numberWords.has(one) || joins.has(one)) ? all : [lower];
}

/** After a ten comes one of its ones; in Afrikaans the ones come first. Any other number begins anew. */
const follows = (last: number, value: number): boolean =>
  last >= 100 || (last >= 20 && value > 0 && value < 10) || (last > 0 && last < 10 && value >= 20);

/** `twee duisend ses en twintig`, `twenty twenty six`, `three four seven`. */
function sumOf(all: readonly string[]): number | null {
  const values = all.filter((one) => !joins.has(one)).map(numberOf);
  if (values.length === 0 || values.some((one) => one === null)) return null;
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

/** The number that ends just before a piece, or begins just after it. */
function partAt(pieces: readonly Piece[], at: number, step: 1 | -1): Part | null {
  const taken: Piece[] = [];
  for (let i = at + step; taken.length < most; i += step) {
    const piece = pieces[i];
    const texts = piece ? split(piece.text) : [];
    const isPart =
      piece &&
      texts.every((one) => numberOf(one) !== null || (joins.has(one) && (texts.length > 1 || taken.length > 0)));
    if (!isPart) break;
    // Digits are one number each.
    if (/^\d/.test(piece.text)) {
      if (taken.length === 0) taken.push(piece);
      break;
    }
    if (step > 0) taken.push(piece);
    else taken.unshift(piece);
  }
  while (joins.has(taken[0]?.text.toLowerCase() ?? "")) taken.shift();
  while (joins.has(taken.at(-1)?.text.toLowerCase() ?? "")) taken.pop();
  const [first, last] = [taken[0], taken.at(-1)];
  if (!first || !last) return null;
  const isWords = !/\d/.test(first.text);
  const value = isWords ? sumOf(taken.flatMap((one) => split(one.text))) : Number(first.text);
  return value === null ? null : { value, isWords, start: first.start, end: last.end };
}

/** `512 slash 10 slash 2026`, `drie en negentig streep tien streep twee duisend ses en twintig`. */
export function spokenIn(text: string): Spoken[] {
  if (!/\p{L}/u.test(text)) return [];
  const pieces = [...text.matchAll(words)].map(({ 0: one, index }) => ({
    text: one,
    start: index,
    end: index + one.length,
  }));
  const isStroke = (piece: Piece | undefined) =>
    piece !== undefined && (piece.text === "/" || strokeWords.has(piece.text.toLowerCase()));
  const found: Spoken[] = [];
  for (const [at, piece] of pieces.entries()) {
    if (!isStroke(piece) || piece.start < (found.at(-1)?.end ?? 0)) continue;
    const month = partAt(pieces, at, 1);
    const next = month ? pieces.findIndex((one, i) => i > at && one.start >= month.end) : -1;
    if (!month || next < 0 || !isStroke(pieces[next])) continue;
    const [serial, year] = [partAt(pieces, at, -1), partAt(pieces, next, 1)];
    const isWords = [serial, month, year].some((one) => one?.isWords);
    const isSaid = isWords || piece.text !== "/" || pieces[next]?.text !== "/";
    if (!serial || !year || !isSaid || month.value < 1 || month.value > 12) continue;
    const full = year.value < 100 ? 2000 + year.value : year.value;
    if (full < 1980 || full > 2099) continue;
    found.push({ serial: serial.value, month: month.value, year: full, start: serial.start, end: year.end, isWords });
  }
  return found;
}
