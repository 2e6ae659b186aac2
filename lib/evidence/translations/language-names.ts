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
