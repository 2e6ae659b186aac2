import { af } from "./languages/af";
import { en, type Wording, type WordingKey } from "./languages/en";
import { es } from "./languages/es";
import { st } from "./languages/st";
import { xh } from "./languages/xh";
import { zu } from "./languages/zu";
import { type ClientLanguage, clientLanguages, languageNames, type OwnTexts } from "./types";

export { type ClientLanguage, clientLanguages, languageNames };

const texts: Record<ClientLanguage, Wording> = { en, zu, xh, af, st, es };

export const textKeys = Object.keys(en) as WordingKey[];

/** Text that is no language of ours becomes English. */
export const languageOf = (text: string | null | undefined): ClientLanguage =>
  clientLanguages.find((known) => known === text) ?? "en";

/** Our own text, with its braces. */
export const ourText = (language: ClientLanguage, key: WordingKey): string => texts[language][key];

/** What the page says for a key, with what stands in its braces filled in. */
export type Say = (key: WordingKey, values?: Record<string, string | number>) => string;

/** `allConfirmed`: a speaker confirmed everything that was said so far. English needs none. */
export type Speaker = { say: Say; allConfirmed: () => boolean };

const noneOwn: OwnTexts = { words: new Map(), confirmed: new Set() };

/** Speaks a language in the words of the organisation where it has its own, and notes what was said. */
export function speakIn(language: ClientLanguage, own: OwnTexts = noneOwn): Speaker {
  const said = new Set<WordingKey>();
  return {
    // What is filled in is not looked through for braces again.
    say: (key, values = {}) => {
      said.add(key);
      const text = own.words.get(key) ?? texts[language][key];
      return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
    },
    allConfirmed: () => language === "en" || [...said].every((key) => own.confirmed.has(key)),
  };
}

/** In our own words, for where there is no organisation to ask. */
export const sayIn = (language: ClientLanguage): Say => speakIn(language).say;

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted().join(" ");
const numbers = (text: string) => (text.match(/\d+/g) ?? []).toSorted().join(" ");

/** What a text may not change: the message stays as neutral as it was made. */
const fixed: readonly WordingKey[] = ["noticeSubject", "noticeText", "title"];

/**
 * What speaks against own words for a text: a placeholder or number that the English has and they do not, or the other way
 * round; braces that are no placeholder; a text that has to stay neutral. Null if nothing does.
 */
export function whyNotWords(key: WordingKey, words: string): "fixed" | "braces" | "placeholders" | "numbers" | null {
  if (fixed.includes(key)) return "fixed";
  if (/[{}]/.test(words.replace(/\{\w+\}/g, ""))) return "braces";
  if (placeholders(words) !== placeholders(en[key])) return "placeholders";
  return numbers(words) === numbers(en[key]) ? null : "numbers";
}

/** `{date}, {office}`, for who writes own words. */
export const placeholdersOf = (key: WordingKey): string => placeholders(en[key]).replaceAll(" ", ", ");

/** The ready sentences of where a case stands, in the order in which a case usually meets them. */
export const statusLines = [
  "lineOpened",
  "lineReported",
  "lineNumber",
  "linePlatform",
  "lineRemoved",
  "lineNotRemoved",
  "linePreserved",
  "lineAbroad",
  "lineWaiting",
  "lineNeeded",
  "lineCourt",
  "lineOrder",
  "lineNoNews",
] as const satisfies WordingKey[];
export type StatusLine = (typeof statusLines)[number];

/** Whether a ready sentence names a day. */
export const namesDay = (line: StatusLine): boolean => en[line].includes("{date}");
