import { t } from "@/lib/platform/language/translate";
import { quoted } from "@/lib/platform/text/text";
import type { Plain } from "./types";

/** Somebody who is not the client: a name, or something they are reached by. */
type Other = { value: string; word: string };

type Mask = {
  row: (row: Record<string, Plain>) => Record<string, Plain>;
  text: (text: string) => string;
  count: () => number;
};

const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** With a plus or a nought in front, or in three groups as in the US; numbers of police are written in neither way. */
const phone =
  /(?<![\p{L}\p{N}/#-])(?:(?:\+|0)\d(?:[\s().-]{0,3}\d){7,12}|\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4})(?![\p{L}\p{N}/])/gu;

/**
 * Returns a function that masks everybody but the client: each known name and its parts, and any phone number or e-mail
 * address that is not the client's own. It counts what it masked.
 */
export function maskOthers(others: readonly Other[], own: readonly string[]): Mask {
  const ownWords = new Set(own.flatMap(wordsOf).map((word) => word.toLowerCase()));
  const ownPhones = new Set(own.map(lastDigits).filter((digits) => digits.length === 9));
  const isOwn = (value: string) => own.some((item) => item.trim().toLowerCase() === value.trim().toLowerCase());
  const rules = others
    .filter(({ value }) => value.trim().length >= 3 && !isOwn(value))
    .toSorted((a, b) => b.value.length - a.value.length)
    .flatMap(({ value, word }) => [
      { pattern: whole(value), word },
      ...partsOf(value, ownWords).map((part) => ({ pattern: named(part), word })),
    ]);
  let count = 0;
  const put = (word: string) => () => {
    count += 1;
    return `[${word}]`;
  };
  const text = (given: string) => {
    const named = rules.reduce((now, { pattern, word }) => now.replace(pattern, put(word)), given);
    return named
      .replace(email, (found) => (isOwn(found) ? found : put(t("e-mail of somebody else"))()))
      .replace(phone, (found) => (ownPhones.has(lastDigits(found)) ? found : put(t("phone of somebody else"))()));
  };
  return { text, row: (row) => rowWith(row, text), count: () => count };
}

const lastDigits = (value: string) => value.replaceAll(/\D/g, "").slice(-9);
const wordsOf = (value: string) => value.match(/[\p{L}\p{N}]+/gu) ?? [];

/** In any case, with any run of spaces and commas between the words. */
function whole(value: string): RegExp {
  const words = value.split(/[\s,;]+/).filter(Boolean);
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.map(quoted).join("[\\s,;]+")}(?![\\p{L}\\p{N}])`, "giu");
}

/** A part of a name alone counts only as a name is written, with a capital; a part of the client's own name never does. */
function partsOf(value: string, ownWords: ReadonlySet<string>): string[] {
  const parts = value.split(/\s+/).filter((part) => /^\p{Lu}[\p{L}'’-]{3,}$/u.test(part));
  return parts.length > 1 ? parts.filter((part) => !ownWords.has(part.toLowerCase())) : [];
}

const named = (part: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${quoted(part)}|${quoted(part.toUpperCase())})(?![\\p{L}\\p{N}])`, "gu");

/** Dates, digests and police numbers are not anybody's address. */
const asTheyAre = /(?:At|On)$|^(?:sha256|raw|code|ofCase|number|version)$/;

/** Every text of a row, at any depth. */
function rowWith(row: Record<string, Plain>, text: Mask["text"]): Record<string, Plain> {
  const deep = (value: Plain): Plain => {
    if (typeof value === "string") return text(value);
    if (Array.isArray(value)) return value.map(deep);
    return value !== null && typeof value === "object" ? rowWith(value, text) : value;
  };
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, asTheyAre.test(key) ? value : deep(value)]),
  );
}
