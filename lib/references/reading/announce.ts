import { type Hit, looksLikeDate } from "./hits";
import { begins, isNoise } from "./station-words";

const referring =
  /(?<!\p{L})(?:ref|reff|reference|verwysing|number|nommer|nr|no|i?nombolo|nomoro)\b[^\p{L}\d]{0,4}(?:(?:is|ke|ngu|ithi)\s)?$/iu;
const ofCase =
  /(?<!\p{L})(?:saps|case|saak|icala|lecala|ityala|letyala|nyewe|kgetsi|molato|docket|dossier|klag|sapd|police|polisie|amaphoyisa|amapolisa|mapolesa|samaphoyisa|samapolisa)(?!\p{L})/iu;

/** `SAPS ref 12/11/2026`, `ndivule ityala, inombolo 12/11/2026`: it may be a day, but a number is announced. */
export function isReferred(plain: string, { start, end }: Hit): boolean {
  const isAnnounced = referring.test(plain.slice(Math.max(0, start - 40), start));
  return isAnnounced && ofCase.test(plain.slice(Math.max(0, start - 300), end + 150));
}

const caseWord = "(cas|mas|cr|case|docket|saaknommer|saaknr|saak|icala|yecala|ityala|yetyala|nyewe)";
const named = new RegExp(
  `(?<!\\p{L})${caseWord}(?:\\s(?:no|nr|number|nommer))?\\.?(?:\\s(?:is|ke|ngu))?[:\\s]{1,3}((?:[\\p{L}'-]+\\s){1,3})$`,
  "iu",
);
const saidLater = new RegExp(`^\\s(?:is|as|was)\\s(?:the|my|our|your|her|his)\\s${caseWord}(?!\\p{L})`, "iu");

const saidAfter =
  /^,?\s(?:(?:yinombolo|ke\snomor[oe])\s(?:ya\s)?)?(yetyala|yecala|nyewe|kgetsi|icala|ityala)(?!\p{L})/iu;

/**
 * `Saaknommer Sandpoort 12/11/2026`, `12/11/2026 is my case number`: a word that does not stand beside the number tells
 * all the same that it is no day.
 */
export function withDistantWord(plain: string, hit: Hit): Hit {
  if (!looksLikeDate(hit)) return hit;
  const [, word, name = ""] = named.exec(plain.slice(Math.max(0, hit.start - 70), hit.start)) ?? [];
  const words = name.trim().split(" ");
  if (word && words.every((one) => begins(one) && !isNoise(one))) return { ...hit, word };
  const said = saidAfter.exec(plain.slice(hit.end, hit.end + 40))?.[1];
  if (said) return { ...hit, word: said };
  return { ...hit, word: saidLater.exec(plain.slice(hit.end, hit.end + 40))?.[1] ?? null };
}
