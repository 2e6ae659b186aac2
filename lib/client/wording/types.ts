import type { WordingKey } from "./languages/en";

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

/** What an organisation says of our texts in one language: its own words, and what a speaker confirmed and still stands. */
export type OwnTexts = { words: ReadonlyMap<WordingKey, string>; confirmed: ReadonlySet<WordingKey> };

type TextChange = {
  id: string;
  /** The organisation's own words; null: ours. */
  words: string | null;
  speaker: string | null;
  savedBy: string;
  savedAt: Date;
};

/** One text of a language beside its English. */
export type TextView = {
  key: WordingKey;
  english: string;
  ours: string;
  /** What clients read now. */
  text: string;
  textSha256: string;
  isOwn: boolean;
  /** `lapsed`: confirmed once, and the English or the text is another one since. */
  state: "confirmed" | "unconfirmed" | "lapsed";
  /** `{date}, {office}`; empty where there are none. */
  placeholders: string;
  /** The newest first. */
  changes: TextChange[];
};
