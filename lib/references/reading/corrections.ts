import type { Span } from "./hits";

const caseWords = String.raw`(?:(?:the|die|a|u|i|i-)\s?)?(?:cas|mas|cr|case|docket|saak|saaknr|saaknommer|dossier|icala|ityala|nyewe|kgetsi|molato|idokethi)?\s?(?:number|nommer|no|nr|num|inombolo|nomoro)?\.?\s?`;

/** "Not 318/11/2026 but", "dis nie 616/11/2026 nie", "hhayi", "ayingo", "eseng", "ha se". */
const denied = new RegExp(
  String.raw`(?<!\p{L})(?:not|nie|isn't|isnt|hhayi|hayi|ayingo|ayingu|akungo|akungu|ayiyo|akuyona|asingo|asiyo|ayikho|eseng|hase|ha se|gase|ga se|instead of|in plaas van|ignore|disregard|delete|scrap|ignoreer|vergeet|i\.p\.v\.?)\s(?:(?:u|i|ku|e)-?)?${caseWords}$`,
  "iu",
);

/** "318/11/2026 is wrong", "is verkeerd", "ha se yona". */
const taken =
  /^\s?(?:\(?(?:is|was|it's|dis)\s)?(?:the\s)?(?:wrong|incorrect|verkeerd|foutief|akuyona|ayiyo|hase yona|ha se yona|ga se yona)(?!\p{L})/iu;

/** "318/11/2026, sorry, 381/11/2026": the second stands for the first. */
const mended = new RegExp(
  String.raw`^[\s,.:;()-]*(?:(?:oops|sorry|sori|jammer|askies|ekskuus|uxolo|ngiyaxolisa|ndixolele|tshwarelo|no|nee|nope|cha|hayi|hhayi|ag|eish|correction|regstelling|i mean|ek bedoel|ek meen|rather|eerder|make that|maak dit|should be|moet wees)[\s,.:;()-]*){1,4}(?:(?:it's|its|is|it is|dis|dit is|ngu|ke|yi)\s)?${caseWords}$`,
  "iu",
);

/** The numbers that a message itself takes back, when another one stands in their place. */
export function takenBack<H extends Span>(plain: string, hits: readonly H[]): H[] {
  const wrong = hits.filter((hit, at) => {
    const next = hits[at + 1];
    const lead = plain.slice(Math.max(0, hit.start - 60), hit.start);
    const tail = plain.slice(hit.end, hit.end + 60);
    const isMended = next !== undefined && next.start - hit.end < 60 && mended.test(plain.slice(hit.end, next.start));
    return denied.test(lead) || taken.test(tail) || isMended;
  });
  return wrong.length < hits.length ? wrong : [];
}
