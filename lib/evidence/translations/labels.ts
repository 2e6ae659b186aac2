import { t } from "@/lib/platform/language/translate";
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

/** Shown where the numbers are asked for. */
export const placeHint = t(
  "The number of one message; of a mail or a text the lines, such as 3 to 8; of a picture its page.",
);

export const coveredHint = t(
  "Where the original is covered, write [covered] in the translation too, as often as it is covered there.",
);
