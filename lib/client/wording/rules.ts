import { af } from "./languages/af";
import { en, type Wording, type WordingKey } from "./languages/en";
import { es } from "./languages/es";
import { st } from "./languages/st";
import { xh } from "./languages/xh";
import { zu } from "./languages/zu";

export const clientLanguages = ["en", "zu", "xh", "af", "st", "es"] as const;
export type ClientLanguage = (typeof clientLanguages)[number];

/** Each language by its own name: who reads it has to recognise it. */
export const languageNames: Record<ClientLanguage, string> = {
  en: "English",
  zu: "isiZulu",
  xh: "isiXhosa",
  af: "Afrikaans",
  st: "Sesotho",
  es: "Español",
};

const texts: Record<ClientLanguage, Wording> = { en, zu, xh, af, st, es };

/** Text that is no language of ours becomes English. */
export const languageOf = (text: string | null | undefined): ClientLanguage =>
  clientLanguages.find((known) => known === text) ?? "en";

/** What the page says for a key, with what stands in its braces filled in. */
export type Say = (key: WordingKey, values?: Record<string, string | number>) => string;

export function sayIn(language: ClientLanguage): Say {
  return (key, values = {}) =>
    texts[language][key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}

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
