import { officerRanks } from "@/lib/law/jurisdictions/common/message-words";
import { quoted } from "@/lib/platform/text/text";
import type { FoundContact } from "../types";

/** Any of these words, in capitals or not. The pattern itself minds case: a name begins with a capital. */
const anyOf = (words: readonly string[]): string =>
  words
    .map((word) => quoted(word).replace(/\p{L}/gu, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`))
    .join("|");

const ranks = officerRanks.flatMap((rank) => rank.words).toSorted((a, b) => b.length - a.length);
const between = anyOf(["van der", "van den", "van", "de", "du", "le", "von", "st"]);
const callWords = anyOf([
  "on",
  "at",
  "by",
  "op",
  "tel",
  "cell",
  "sel",
  "phone",
  "no",
  "nr",
  "number",
  "contact",
  "ext",
]);
const name = String.raw`((?:[A-Z]\.?\s?){0,3}(?:(?:${between})\s)?[A-Z][\p{L}'-]+(?:[ -][A-Z][\p{L}'-]+)?)`;
const phone = String.raw`(\(?\+?\d(?:[\s()-]{0,2}\d){8,13})`;
const gap = String.raw`[\s,:;.)-]*(?:(?:${callWords})\b[\s.,:()-]*){0,3}`;
const contact = new RegExp(`(?<![\\p{L}])(${anyOf(ranks)})\\.?\\s+${name}(?:${gap}${phone})?(?!\\d)`, "gu");

/** Officers that a message names by rank, with the phone number that follows. Two people at the most are offered. */
export function contactsIn(plain: string): FoundContact[] {
  return [...plain.matchAll(contact)]
    .map((match) => {
      const [all, spoken = "", called = "", number] = match;
      const short =
        officerRanks.find((officerRank) => officerRank.words.includes(spoken.toLowerCase()))?.short ?? spoken;
      const text = [`${short} ${evenName(called)}`, number?.replace(/\s+/g, " ").trim()].filter(Boolean).join(", ");
      return { text, start: match.index, end: match.index + all.trimEnd().length };
    })
    .filter((item, i, all) => all.findIndex((other) => other.text === item.text) === i)
    .slice(0, 2);
}

/** `V NAIDOO` as `V Naidoo`; mixed case stays as it was written. */
function evenName(text: string): string {
  const plain = text.replace(/\s+/g, " ").trim();
  if (plain !== plain.toUpperCase()) return plain;
  return plain.replace(/\p{L}{2,}/gu, (word) => word[0] + word.slice(1).toLowerCase());
}
