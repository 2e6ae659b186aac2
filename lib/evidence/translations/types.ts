import type { NumberedReading } from "@/lib/evidence/redactions/types";

/** What the numbers of a translation count. */
export const translatedOf = ["message", "line", "page"] as const satisfies readonly (NumberedReading["of"] | "page")[];

export type TranslatedOf = (typeof translatedOf)[number];

/** The official languages of South Africa but English, those spoken by many who live there, and any other. */
export const languages = [
  "af",
  "nr",
  "nso",
  "st",
  "ss",
  "ts",
  "tn",
  "ve",
  "xh",
  "zu",
  "es",
  "fr",
  "pt",
  "sn",
  "sw",
  "other",
] as const;

export type Language = (typeof languages)[number];

/** What words of an exhibit mean in English, and who says so. */
export type Translation = {
  id: string;
  of: TranslatedOf;
  from: number;
  to: number;
  /** The reading in which the numbers count; null for pages. */
  reading: string | null;
  /** The words as they stand in the exhibit. */
  original: string;
  words: string;
  language: Language;
  translator: string;
  /** The same for every translation of one person in the case: `TR-1`. */
  translatorCode: string;
  /** Who admitted the translator, when and under which number. */
  standing: string | null;
  sworn: boolean;
  translatedOn: string | null;
  /** The exhibit that is the signed translation, by its number. */
  signedIn: { id: string; number: number } | null;
};

export type TranslationView = Translation & { madeBy: string; madeAt: Date };
