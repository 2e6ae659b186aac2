import type { Span } from "./hits";

const caseWords = String.raw`(?:(?:the|die|a|u|i|i-)\s?)?(?:cas|mas|cr|case|docket|saak|saaknr|saaknommer|dossier|icala|ityala|nyewe|kgetsi|molato|idokethi)?\s?(?:number|nommer|no|nr|num|inombolo|nomoro)?\.?\s?`;

/** "Not 318/11/2026 but", "dis nie 616/11/2026 nie", "hhayi", "ayingo", "eseng", "ha se". */
const denied = new RegExp(
  String.raw`(?<!\p{L})(?:not|nie|isn't|isnt|hhayi|hayi|ayingo|ayingu|akungo|akungu|ayiyo|ayiyona|ayisiyo|ayisiyona|ayiyiyo|asiyiyo|akusiyo|akuyona|asingo|asiyo|ayikho|eseng|e seng|hase|ha se|gase|ga se|instead of|in plaas van|ignore|disregard|delete|scrap|ignoreer|vergeet|i\.p\.v\.?)\s(?:(?:u|i|ku|e)-?)?${caseWords}$`,
  "iu",
);

/** "318/11/2026 is wrong", "is verkeerd", "ha se yona". */
const taken =
  /^[\s,)]{0,3}(?:\(?(?:is|was|it's|dis)\s)?(?:the\s)?(?:wrong|incorrect|verkeerd|foutief|akuyona|ayiyo|hase yona|ha se yona|ga se yona)(?!\p{L})/iu;

/** "318/11/2026, sorry, 381/11/2026": the second replaces the first. */
const corrected = new RegExp(
  String.raw`^[\s,.:;()-]*(?:(?:oops|sorry|sori|jammer|askies|ekskuus|uxolo|ngiyaxolisa|ndixolele|tshwarelo|no|nee|nope|cha|hayi|hhayi|ag|eish|correction|regstelling|i mean|ek bedoel|ek meen|rather|eerder|make that|maak dit|should be|moet wees)[\s,.:;()-]*){1,4}(?:(?:it's|its|is|it is|dis|dit is|ngu|ke|yi)\s)?${caseWords}$`,
  "iu",
);

/** Between two numbers: the first is no longer it, or is somebody else's. */
const givenUp =
  /(?<!\p{L})(?:(?:some(?:body|one)|anyone) else|not (?:mine|ours|my|the right|right|correct|the one|that one|it)|isn'?t (?:mine|right|it|the)|wrong|incorrect|mistake|mistyped|misread|cancel\p{L}*|replaced|old one|previous one|iemand anders|nie (?:myne|reg|die regte|korrek|ons)|verkeerd\p{L}*|foutief|fout|gekanselleer|ou nommer|vorige|akuyona|ayiyona|ayisiyo|ayisiyona|ayiyiyo|asiyiyo|asiyona|akusiyo|aku?lona|alilona|ayilungile|akulungile|\p{L}*omunye|\p{L}*omnye|iphutha|\p{L}*phutha|impazamo|\p{L}{2,5}phosile|\p{L}{0,3}phambanis\p{L}*|(?:ha|ga) se (?:ya|yona|yone|ya\p{L}+)|e fosahetse\p{L}*|fosahetse\p{L}*|fositse|phoso|phošo|ya motho|motho (?:e|yo) mong|e mong)(?!\p{L})/iu;

/** Directly before a number: this is the valid one. */
const stands = new RegExp(
  String.raw`(?<!\p{L})(?:(?:mine|ours|myne|(?:right|correct|real|new|actual|regte|nuwe|korrekte)(?: (?:one|een|number|nommer|nr|case|cas|mas|case number|saaknommer))?|the one|it|that|dit|now|nou|eyami|eyam|eyethu|elami|elam|yami|yam|eyona|elona|elilungile|elungile|ya ka|ya me|ya rona|e nepahetseng|ya nnete|jwale|jaanong|manje|ngoku|should be|moet wees)(?:\s(?:is|was|should be|wees|ke|ngu|yi))?|it's|its|dis|ngu|yi|ke|but|maar|kodwa|empa|mara)[\s:,-]{1,3}(?:(?:is|it's|ngu|yi|ke|ku|u|i)[\s-]{1,2})?${caseWords}$`,
  "iu",
);

/** "Was CAS 1/1/2026 but": it is no longer. */
const wasOnce = new RegExp(
  String.raw`(?<!\p{L})(?:was|were|used to be|had been|bekuyi|bekungu|yayingu|beyingu|kade kuyi|e ne e le|ne e le)[\s-]${caseWords}$`,
  "iu",
);
const turns = /(?<!\p{L})(?:but|now|maar|nou|kodwa|manje|ngoku|empa|jwale|jaanong|mara|later)(?!\p{L})/iu;

/** The maximum distance between a number and its replacement. */
const farthest = 160;

function isGivenUp(plain: string, hit: Span, next: Span): boolean {
  const between = plain.slice(hit.end, next.start);
  if (between.length > farthest || !stands.test(between)) return false;
  return (
    givenUp.test(between) || (wasOnce.test(plain.slice(Math.max(0, hit.start - 60), hit.start)) && turns.test(between))
  );
}

/** The numbers that a message itself retracts and replaces with another. */
export function takenBack<H extends Span>(plain: string, hits: readonly H[]): H[] {
  const isDenied = ({ start }: H) => denied.test(plain.slice(Math.max(0, start - 60), start));
  const wrong = hits.filter((hit, at) => {
    const next = hits[at + 1];
    const tail = plain.slice(hit.end, hit.end + 60);
    const isNear = next !== undefined && next.start - hit.end < 60;
    const isCorrected = isNear && corrected.test(plain.slice(hit.end, next.start));
    return isDenied(hit) || taken.test(tail) || isCorrected || (next && !isDenied(next) && isGivenUp(plain, hit, next));
  });
  return wrong.length < hits.length ? wrong : [];
}
