import type { Language } from "./types";

/** As they are called in English: printed in packets, so never translated. */
export const languageNames: Record<Language, string> = {
  af: "Afrikaans",
  nr: "isiNdebele",
  nso: "Sepedi",
  st: "Sesotho",
  ss: "siSwati",
  ts: "Xitsonga",
  tn: "Setswana",
  ve: "Tshivenda",
  xh: "isiXhosa",
  zu: "isiZulu",
  es: "Spanish",
  fr: "French",
  pt: "Portuguese",
  sn: "Shona",
  sw: "Swahili",
  other: "another language",
};

export const translationPlace = (row: string, column: "original" | "words" | "translator" | "standing") => ({
  table: "translations",
  column,
  row,
});

/** More translations than this of one exhibit are refused. */
export const mostTranslations = 400;

/** `3` or `3 to 8` as two numbers; null if it is neither. */
export function rangeIn(text: string): { from: number; to: number } | null {
  const found = /^(\d{1,7})(?:\s*(?:-|–|to)\s*(\d{1,7}))?$/.exec(text.trim());
  if (!found) return null;
  const from = Number(found[1]);
  const to = Number(found[2] ?? found[1]);
  return from >= 1 && from <= to ? { from, to } : null;
}

/** `message 3`, `lines 3 to 8` */
export const placeWords = ({ of, from, to }: { of: string; from: number; to: number }): string =>
  from === to ? `${of} ${from}` : `${of}s ${from} to ${to}`;

/** What stands where a word was covered: `[covered: a child]`, `[covered]`, `[client’s name]`. */
const marks = /\[(?:covered(?:: [^[\]]*)?|client[’']s [a-z -]+)\]/g;

/** How many passages of a text are covered. */
export const marksIn = (text: string): number => text.match(marks)?.length ?? 0;
