import { isOpening } from "@/lib/law/jurisdictions/common/local-words";
import { placeWords } from "@/lib/law/jurisdictions/common/message-words";
import {
  caseWords,
  either,
  givings,
  labels,
  openings,
  policeReference,
} from "@/lib/law/jurisdictions/common/place-context";
import type { Span } from "./hits";
import { type Mention, mentionsIn, sameName, type Token, tokensOf } from "./mentions";
import type { Names } from "./names";
import { isElsewhere, isHedged, isThere, type Standing, standingsOf } from "./standing";
import { isJoining, isPolice, isRank, lettersOf } from "./station-words";

/** A message, with the places it mentions and what it says about them. */
export type Places = {
  names: Names;
  /** The text with the words of places struck out that are no station of a number here. */
  text: string;
  tokens: readonly Token[];
  mentions: readonly Mention[];
  standings: readonly Standing[];
};

/** Alternating letters and digits: no name looks like that. */
const strikeOut = (text: string) => text.replace(/\S+/gu, (word) => "x0".repeat(word.length).slice(0, word.length));

/** Reads the places of a message, once for all of its numbers. */
export function placesOf(plain: string, names: Names): Places {
  const tokens = tokensOf(plain);
  const mentions = mentionsIn(tokens, names);
  const standings = standingsOf(plain, tokens, mentions);
  let text = "";
  let at = 0;
  for (const [i, { start, end }] of mentions.entries()) {
    const isOut = standings[i] === "none" || isElsewhere(standings[i] ?? "open");
    text += plain.slice(at, start) + (isOut ? strikeOut(plain.slice(start, end)) : plain.slice(start, end));
    at = end;
  }
  return { names, text: text + plain.slice(at), tokens, mentions, standings };
}

export type Guess = { name: string; sure: boolean; isLabelled: boolean; isStrong: boolean };

const label = new RegExp(
  `(?<!\\p{L})(?:${labels})(?:\\s[\\p{L}']+){0,3}(?:\\s?[:=-]|\\s(?:was|is|ke|ngu|yi|e))\\s?(?:e|i|u|die|the)?\\s?$`,
  "iu",
);
const orBetween = new RegExp(`^,?\\s(?:${either})\\s(?:\\p{L}{1,5}\\s)?$`, "iu");
const opening = new RegExp(`(?<!\\p{L})(?:${openings})(?!\\p{L})`, "iu");
const reporting = new RegExp(`(?<!\\p{L})(?:${openings}|${givings})(?!\\p{L})`, "iu");
const caseWord = new RegExp(`(?<!\\p{L})(?:${caseWords})(?!\\p{L})`, "iu");

const detective =
  /^(?:lefokisi|mofuputsi|mmatlisisi|umphenyi|umcuphi|umseshi|detective|speurder|ondersoeker|io|i\/o)[:.]?$/i;

const gapTo = ({ start, end }: Span, span: Span): number =>
  span.end <= start ? start - span.end : Math.max(0, span.start - end);

/** The maximum distance between a station and its number. */
const reach = 700;

/** The station that a message names for a number among the places that are known by name. */
export function listedStation(plain: string, places: Places, hit: Span, others: readonly Span[]): Guess | null {
  const { mentions, standings, tokens } = places;
  const near = mentions
    .map((mention, i) => ({ mention, standing: standings[i] ?? "open" }))
    .filter(({ mention, standing }) => {
      const own = gapTo(hit, mention);
      const isInside = mention.start < hit.end && hit.start < mention.end;
      return standing !== "none" && !isInside && own < reach && !others.some((other) => gapTo(other, mention) < own);
    });
  const scored = near
    .filter(({ mention, standing }) => mention.listed !== null || isThere(standing))
    .map(({ mention, standing }) => {
      const marks = marksOf(plain, tokens, mention, hit);
      const base = isElsewhere(standing) ? -6 : isThere(standing) ? 4 : 0;
      return { mention, standing, marks, score: base + marks.score };
    })
    .filter(({ mention, marks }) => {
      // "cas 1/1/2026 rosebank" is nothing but a number and a name.
      const isAll = marks.isBeside && mention.to - mention.from + 3 >= tokens.length;
      return !(mention.listed?.also && mention.isSmall && !marks.isMarked && !isAll);
    })
    .toSorted((a, b) => b.score - a.score || gapTo(hit, a.mention) - gapTo(hit, b.mention));
  const [best] = scored;
  if (!best) return null;
  const rival = scored.find((score) => !sameName(score.mention.name, best.mention.name));
  const { listed, name } = best.mention;
  // It is also a personal name or an ordinary word, so something must show that the place is meant.
  const isPlain =
    !listed?.also ||
    best.marks.isMarked ||
    best.standing === "took" ||
    ((listed.isOwn || (listed.also === "word" && !best.mention.isSmall)) && best.marks.isBeside);
  const isClear = best.score >= 3 && (!rival || best.score - rival.score >= 2);
  return {
    name,
    sure: listed !== null && !best.mention.isMisspelt && isPlain && isClear && !isElsewhere(best.standing),
    isLabelled: best.marks.isLabelled || best.standing === "took",
    isStrong: best.score >= 3 && !best.mention.isMisspelt,
  };
}

type Marks = { score: number; isMarked: boolean; isBeside: boolean; isLabelled: boolean };

function marksOf(plain: string, tokens: readonly Token[], mention: Mention, hit: Span): Marks {
  const lead = plain.slice(Math.max(0, mention.start - 60), mention.start);
  const isLabelled = label.test(lead);
  const isOfPolice = besidePolice(tokens, mention);
  const isBeside = standsBeside(plain, mention, hit);
  const clause = clauseOf(plain, tokens, mention);
  const isOpened = opening.test(clause) || clause.split(/\s+/).some((word) => isOpening(lettersOf(word)));
  const word = lettersOf(tokens[mention.from - 1]?.word ?? "");
  const isPlace = mention.hasLocative || placeWords.has(word) || ["e", "kwa", "ko", "mo", "op", "deur"].includes(word);
  const isSame = tokens.some(
    ({ start, sentence }) => start >= hit.start && start < hit.end && sentence === mention.sentence,
  );
  // "Lefokisi la Metsimasweu": the investigator may be based elsewhere.
  const ofDetective = tokens
    .slice(Math.max(0, mention.from - 2), mention.from)
    .some((token) => detective.test(token.word));
  const ofOfficer = tokens.slice(Math.max(0, mention.from - 5), mention.from).some((token) => isRank(token.word));
  const score =
    (isLabelled ? 6 : 0) +
    (isBeside ? 4 : 0) +
    (isOfPolice ? 3 : 0) +
    (isOpened ? 3 : 0) +
    (caseWord.test(clause) && !ofDetective ? 2 : 0) +
    (isPlace ? 1 : 0) +
    (isSame ? 1 : 0) +
    (ofOfficer && isPlace ? 2 : 0) +
    (standsAlone(tokens, mention) ? 3 : 0);
  return { score, isBeside, isLabelled, isMarked: isLabelled || isOfPolice || (isPlace && (isOpened || isBeside)) };
}

/** The name is a separate part of the message: "..., Olifantshoek." */
function standsAlone(tokens: readonly Token[], { from, to, isSmall }: Mention): boolean {
  const before = tokens[from - 1];
  const last = tokens[to - 1];
  // "Const. Dlamini, Sandpoort" says where the officer is.
  const ofOfficer = tokens.slice(Math.max(0, from - 4), from).some(({ word }) => isRank(word));
  const isBegun = !before || (before.ends && !ofOfficer);
  return !isSmall && isBegun && (to === tokens.length || /[,.)]$/.test(last?.word ?? ""));
}

const near = 4;

/** `SAPS Sandpoort`, `polisie op Sandpoort`, `Sandpoort police`, `Sandpoort se polisie`. */
function besidePolice(tokens: readonly Token[], { from, to }: Mention): boolean {
  for (let at = from - 1; at >= Math.max(0, from - near); at -= 1) {
    const token = tokens[at];
    if (!token || /[.!?;]$/.test(token.word)) break;
    if (isPolice(token.word)) return true;
    if (!isJoining(token.word)) break;
  }
  if (tokens[to - 1]?.ends) return false;
  const [next, then] = tokens.slice(to, to + 2).map(({ word }) => word);
  return isPolice(next ?? "") || (lettersOf(next ?? "") === "se" && isPolice(then ?? ""));
}

const between = new Set(
  (
    "cas mas cr case saak saaknommer saaknr docket dossier no nr num number nommer ref reference verwysing is as under the a your my ur die jou u ob vb entry of " +
    "inombolo nombolo yecala icala ityala yetyala nomoro ya yona nyewe kgetsi molato ke ngu i e ithi registered geregistreer geopen opened at by te op in ko kwa se from van deur"
  ).split(" "),
);

/** Only labels and small words are between the name and the number. */
function standsBeside(plain: string, mention: Span, hit: Span): boolean {
  const gap = mention.end <= hit.start ? plain.slice(mention.end, hit.start) : plain.slice(hit.end, mention.start);
  // "Thandeka: CAS 1/1/2026" may be who writes, and a stroke begins something else.
  if (gap.length > 40 || /^\s?:|\/|[!?]|\.\s/.test(gap.replace(/\b(?:no|nr)\./gi, ""))) return false;
  const words = gap
    .split(/[\s-]+/)
    .map(lettersOf)
    .filter(Boolean);
  return words.every((word) => between.has(word) || isPolice(word));
}

/** The clause that contains a name, between commas. */
function clauseOf(plain: string, tokens: readonly Token[], { from, to, sentence }: Mention): string {
  let first = from;
  let last = to - 1;
  const breaks = (word: string | undefined) => /^(?:but|maar|then|toe|so|kodwa|empa|[/|])$/i.test(word ?? "");
  while (first > 0 && from - first < 10) {
    const token = tokens[first - 1];
    if (!token || token.ends || token.sentence !== sentence || breaks(token.word)) break;
    first -= 1;
  }
  while (!tokens[last]?.ends && last - to < 9) {
    const token = tokens[last + 1];
    if (!token || token.sentence !== sentence || breaks(token.word)) break;
    last += 1;
  }
  return plain.slice(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0);
}

const asReference =
  /(?<!\p{L})(?:ref|reff|reference|verw|verwysing|verwysingsnommer)\b[^\p{L}\d]{0,4}(?:(?:no|nr|is|number|nommer)\b[^\p{L}\d]{0,3}){0,2}$/iu;
const asNumber = /(?<!\p{L})(?:number|nommer|nr|no|i?nombolo|nomoro)(?!\p{L})[^\d]{0,20}$/iu;
/** `Police ref`, `inombolo yamapolisa`, `ref ya mapodisi`: any number that the police gave. */
const ofPolice = new RegExp(`(?<!\\p{L})(?:${policeReference})(?!\\p{L})[^\\d.;]{0,16}$`, "iu");

/** The message speaks of no case: the number is only one that somebody at a station gave. */
function isReferenceOnly(
  plain: string,
  { mentions }: Places,
  hit: Span & { word?: string | null },
  name: string | null,
): boolean {
  if (hit.word || caseWord.test(plain)) return false;
  const lead = plain.slice(Math.max(0, hit.start - 40), hit.start);
  if (ofPolice.test(lead)) return true;
  if (mentions.some((mention) => name && sameName(mention.name, name) && gapTo(hit, mention) < 12)) return false;
  return asReference.test(lead) || !(asNumber.test(lead) || reporting.test(plain));
}

/** The message doubts: in the sentence of the number, or of the name, or about both. */
export function doubts(
  plain: string,
  places: Places,
  hit: Span & { word?: string | null },
  name: string | null,
): boolean {
  if (isReferenceOnly(plain, places, hit, name)) return true;
  const { tokens, mentions, standings } = places;
  // "It began at A, and they moved it to B": only "from A" says outright where it was registered.
  const isMoved = standings.includes("onward") || standings.includes("denied");
  const isOutright = mentions.some((mention, i) => name && sameName(mention.name, name) && standings[i] === "from");
  if (isMoved && !isOutright) return true;
  const isEither = mentions.some((mention, i) => {
    const next = mentions[i + 1];
    const isOne = name && (sameName(mention.name, name) || (next && sameName(next.name, name)));
    return isOne && mention.listed && next?.listed && orBetween.test(plain.slice(mention.end, next.start));
  });
  if (isEither) return true;
  const sentences = new Set(
    tokens.filter(({ start, end }) => end > hit.start && start < hit.end).map((token) => token.sentence),
  );
  for (const mention of mentions) if (name && sameName(mention.name, name)) sentences.add(mention.sentence);
  const first = Math.min(...sentences);
  // "Ubhuti ucinga ukuba liseNgcobo, andiqinisekanga. Inombolo": the doubt may be in the sentence between.
  const messages = tokens
    .filter(({ sentence }) => sentence >= first && sentence <= Math.max(...sentences))
    .map(({ word }) => word);
  return isHedged(messages.join(" "));
}
