import { isDated } from "./dates";
import { type Hit, looksLikeDate } from "./hits";
import { begins, isNoise } from "./station-words";

const referring =
  /(?<!\p{L})(?:ref|reff|reference|(?:polisie|saps|sapd|saak)?-?(?:verwysing|nommer)(?:snommer)?|number|nr|no|i?nombolo|nomoro)(?!\p{L})(?:\s(?:ya\s?mapodisi|ya\s?mapolesa|yasemaphoyiseni|yasemapoliseni|yamaphoyisa|yamapolisa|yam|yami|yethu|ya\s?ka|ya\s?me))?[^\p{L}\d]{0,4}(?:(?:is|ke|ngu|ithi)[\s-])?$/iu;
const ofCase =
  /(?<!\p{L})(?:polisie(?:verwysing|nommer)|yasemaphoyiseni|yasemapoliseni|kgetse|tsheko|emaphoyiseni|emapoliseni|mapodisi|yamaphoyisa|yamapolisa|saps|case|saak|icala|lecala|ityala|letyala|nyewe|kgetsi|molato|docket|dossier|klag|sapd|police|polisie|amaphoyisa|amapolisa|mapolesa|samaphoyisa|samapolisa)(?!\p{L})/iu;

/** `SAPS ref 12/11/2026`, `ndivule ityala, inombolo 12/11/2026`: it may be a day, but a number is announced. */
export function isReferred(plain: string, { start, end }: Hit): boolean {
  if (isDated(plain, start)) return false;
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

/** An occurrence book counts for itself. */
const isOfBook = /^(?:ob|vb|occ|voorval)/i;

/**
 * `Saaknommer Sandpoort 12/11/2026`, `12/11/2026 is my case number`: a keyword that is not adjacent still shows that
 * the number is not a date.
 */
export function withDistantWord(plain: string, hit: Hit, hits: readonly Hit[]): Hit {
  // Three numbers that may be a date are one if another number has a keyword.
  const isOnly = hits.every((candidate) => candidate === hit || !candidate.word || isOfBook.test(candidate.word));
  if (!looksLikeDate(hit) || !isOnly || isDated(plain, hit.start)) return hit;
  const [, word, name = ""] = named.exec(plain.slice(Math.max(0, hit.start - 70), hit.start)) ?? [];
  const words = name.trim().split(" ");
  if (word && words.every((candidate) => begins(candidate) && !isNoise(candidate))) return { ...hit, word };
  const message = saidAfter.exec(plain.slice(hit.end, hit.end + 40))?.[1];
  if (message) return { ...hit, word: message };
  return { ...hit, word: saidLater.exec(plain.slice(hit.end, hit.end + 40))?.[1] ?? null };
}

const ofOthers =
  /(?<!\p{L})(?:(?:eis|polis|versekerings?|klaim|faktuur|bestel|rekening|lidmaat|kwitansie|kaartjie|navraag|volg|hof|eksamen|personeel|werk|invoice|policy|insurance|insurer|order|account|membership|receipt|quote|parcel|tracking|ticket|claim)(?:s|se)?[\s-]?(?:\p{L}{1,8}\s)?(?:nommer|number|no|nr|verwysing|ref|reference|id)|(?:inombolo|nomoro)\s(?:ye|ya|yo)\s?-?(?:inshorensi|insurance|claim|akhawunti|account|inshorense|polisi|policy|bank|banka))(?!\p{L})[^\p{L}\d]{0,4}(?:(?:is|ke|ngu|was|yi)[\s-])?$/iu;

/**
 * `Eisnommer 7781/10/2026`, `inombolo ye-insurance`: the text says that it belongs to somebody else, not to the police.
 */
export const isOfOthers = (plain: string, { word, start }: Hit): boolean =>
  word === null && ofOthers.test(plain.slice(Math.max(0, start - 60), start));
