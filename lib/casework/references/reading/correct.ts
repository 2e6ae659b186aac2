import { monthExpression, monthOf } from "@/lib/platform/text/month-words";
import { quoted } from "@/lib/platform/text/text";
import { numberLabels } from "./number-labels";

/**
 * Three-part numbers not written the way a station writes them: letters that a camera or a hand took for digits, the
 * month as a word, a gap or a missing slash. The result is a guess, and is shown as one.
 */
export type Corrected = {
  serial: number;
  month: number;
  year: number;
  start: number;
  end: number;
  word: string | null;
  /** The keyword is correct, whatever happened to the number. */
  isWord: boolean;
};

const alike: Readonly<Record<string, string>> = {
  o: "0",
  q: "0",
  d: "0",
  l: "1",
  i: "1",
  "|": "1",
  "!": "1",
  z: "2",
  s: "5",
  $: "5",
  b: "8",
  g: "9",
};

/** `2O26` as 2026; null when a sign is like no digit. */
function digitsOf(text: string): number | null {
  const signs = [...text.replace(/[\s']/g, "").toLowerCase()];
  const digits = signs.map((sign) => (/\d/.test(sign) ? sign : (alike[sign] ?? " "))).join("");
  return /^\d+$/.test(digits) ? Number(digits) : null;
}

const sign = String.raw`[\dOQDILZSBG|!$]`;
const stroke = String.raw`\s?(?:/{1,2}|\.{1,2}|-{1,2}|[\\,_|:;])\s?`;
const slash = String.raw`\s?/\s?`;
const fullYear = `[2Z][0OQD]${sign}{2}`;
const strict = { month: "(?<month>0?[1-9]|1[0-2])", year: String.raw`(?<year>20\d{2})` };
/** Letters of the languages that are read; the whole of Unicode would make each expression slow to begin with. */
const sort = String.raw`a-z\d\u00c0-\u024f`;
const end = String.raw`(?![${sort}]|[/.\-]\d)`;

/** The words CAS, MAS and OB with common typing and scanning errors. */
const casLike = String.raw`(?!case\b)[C(][A4@][S5$8Z]E?|CSA|ACS|K[A4][S5$]|C[A4]A?SS?|C\s?A\s?S|M[A4][S5$]`;
const obLike = "0B|O8|08";
const labels = String.raw`(?:(?:${numberLabels})\b\.?\s?){0,3}`;
const between = String.raw`\s*[(:#=\-]?\s?${labels}[:#=(\-]{0,2}\s?`;

type Way = { parts: string; after: "word" | "word or nothing" | "word and name" | "police" };

const ways: readonly Way[] = [
  // CA5 347/l1/2O26
  {
    parts: `(?<serial>${sign}{1,6})${stroke}(?<month>${sign}{1,2})${stroke}(?<year>${fullYear}|(?!20\\s\\d\\d)${sign}{2})`,
    after: "word",
  },
  // 347/l1/2O26
  {
    parts: String.raw`(?<serial>${sign}{1,6})[/.\-](?<month>${sign}{1,2})[/.\-](?<year>${fullYear})`,
    after: "word or nothing",
  },
  // CA5 347 l1 2O26
  { parts: String.raw`(?<serial>${sign}{1,6})\s(?<month>${sign}{1,2})\s(?<year>${fullYear})`, after: "word" },
  // 347 Nov 2026, 347/November/26
  {
    parts: String.raw`(?<serial>\d{1,6})(?:${stroke}|\s*(?:(?:of|van|ka|for|vir)\s)?)${monthExpression("named")}(?:${stroke}|\s*)(?<year>(?:19|20)\d{2}|'?\d{2})`,
    after: "word",
  },
  // 347/November/2026
  {
    parts: `(?<serial>\\d{1,6})/${monthExpression("named")}/(?<year>20\\d{2})`,
    after: "word or nothing",
  },
  // case no Sandpoort 347 of November 2026
  {
    parts: `(?<serial>\\d{2,6})(?:${slash}|\\s(?:of|van|ka|ya|wa)\\s)${monthExpression("named")}(?:${slash}|\\s)(?<year>20\\d{2})`,
    after: "word and name",
  },
  // CAS 347/112026, CAS 347112026: a stroke is missing
  { parts: String.raw`(?<serial>\d{1,5})${stroke}(?<month>0[1-9]|1[0-2])\s?${strict.year}`, after: "word" },
  { parts: String.raw`(?<serial>\d{1,4})(?<month>0[1-9]|1[0-2])\s?/\s?${strict.year}`, after: "word" },
  // CAS 3 47/11/2026, CAS 347/1 1/2026, CAS 347/11/20 26: a gap
  { parts: String.raw`(?<serial>\d{1,3}\s\d{1,4})${slash}${strict.month}${slash}${strict.year}`, after: "word" },
  { parts: String.raw`(?<serial>\d{1,6})${slash}(?<month>1\s[0-2])${slash}${strict.year}`, after: "word" },
  { parts: String.raw`(?<serial>\d{1,6})${slash}${strict.month}${slash}(?<year>20\s\d{2}|2\s0\d{2})`, after: "word" },
  // 347l11l2026: a stroke was taken for a letter
  { parts: String.raw`(?<serial>\d{1,5})[lI]${strict.month}[lI]${strict.year}`, after: "word or nothing" },
  // SAPS ref 4871/347/11/26: the number follows another one
  {
    parts: String.raw`\d{1,7}/(?<serial>\d{1,5})/${strict.month}/(?<year>20\d{2}|\d{2})`,
    after: "police",
  },
];

const police = String.raw`(?<![${sort}])(?:saps|sapd|police|polisie|cas|mas)\b[^\d/]{0,40}`;

function expressionOf({ parts, after }: Way, words: readonly string[]): RegExp {
  if (after === "police") return new RegExp(`${police}(?<number>${parts})${end}`, "gi");
  const message =
    words.length > 0 ? `|(?<said>${words.map((word) => quoted(word).replaceAll(" ", String.raw`\s?`)).join("|")})` : "";
  const word = `(?<![${sort}])(?:(?:ngu|ngo|yi|li|le|ye|i|u|ke)-?)?(?:(?<cas>${casLike})|(?<ob>${obLike})${message})${between}`;
  if (after === "word and name") return new RegExp(`${word}[^\\d;!?]{1,40}?(?<![\\d/])(?<number>${parts})${end}`, "gi");
  const bare = String.raw`(?<![${sort}/.\-|+#@:])`;
  return new RegExp(`(?:${word}${after === "word" ? "" : `|${bare}`})${parts}${end}`, "gi");
}

const made = new WeakMap<readonly string[], RegExp[]>();

function expressionsOf(words: readonly string[]): RegExp[] {
  const known = made.get(words);
  if (known) return known;
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  const all = ways.map((way) => expressionOf(way, longestFirst));
  made.set(words, all);
  return all;
}

/** What could be read with a guess, in the order of the ways: the earlier one is the surer. */
export function correctionsIn(text: string, words: readonly string[]): Corrected[] {
  return expressionsOf(words).flatMap((expression) =>
    [...text.matchAll(expression)].flatMap((match) => {
      const read = partsOf(match.groups ?? {}, match[0]);
      if (!read) return [];
      const { number, cas, ob, said: message } = match.groups ?? {};
      const finish = match.index + match[0].length;
      const start = number ? finish - number.length : match.index + match[0].indexOf(cas ?? ob ?? message ?? "");
      return [{ ...read, start, end: finish }];
    }),
  );
}

type Groups = Partial<Record<string, string>>;

function partsOf(groups: Groups, all: string): Omit<Corrected, "start" | "end"> | null {
  const { serial = "", month = "", named, year = "", cas, ob, said: message, number } = groups;
  const word = cas
    ? cas.toUpperCase().startsWith("M")
      ? "MAS"
      : "CAS"
    : ob
      ? "OB"
      : (message ?? (number ? "CAS" : null));
  const s = digitsOf(serial);
  const m = named ? monthOf(named) : digitsOf(month);
  const y = digitsOf(year);
  if (s === null || m === null || y === null) return null;
  const digits = (text: string) => text.replace(/\D/g, "").length;
  // A part without a digit is a word, and a bare number must be nearly well-formed.
  const isNumber = digits(serial) >= 1 && digits(year) >= Math.max(1, year.length - 2);
  if (!isNumber || m < 1 || m > 12 || (!word && (digits(all) < 6 || /^[\d/.-]+$/.test(all)))) return null;
  const full = y < 100 ? 2000 + y : y;
  const isShort = word !== null && /^(?:CAS|MAS|CR|OB)$/i.test(word);
  // "Our case 12 Nov 2026" is a day.
  if (named && s <= 31 && (number || !isShort)) return null;
  return full >= 1980 && full <= 2099 ? { serial: s, month: m, year: full, word, isWord: message !== undefined } : null;
}
