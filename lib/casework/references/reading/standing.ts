import {
  afterStreet,
  atWords,
  awayFrom,
  beforeCourt,
  denying,
  dockets,
  docketsAtEnd,
  hedges,
  people,
  refusals,
  residence,
  taken,
  takes,
  thereupon,
  towards,
} from "@/lib/law/jurisdictions/common/place-context";
import { type Mention, sameName, type Token } from "./mentions";
import { endsBeforePerson, lettersOf } from "./station-words";

/**
 * What a message says about a place: `from` where the docket explicitly came from, `first` where it seems to have been
 * before it moved on, `denied` where the message says it was not, `onward` where it went, `took` where the docket was
 * taken, `other` where somebody lives or was turned away; `none` for a street, a court or a person.
 */
export type Standing = "open" | "denied" | "from" | "first" | "onward" | "took" | "other" | "none";

/** The docket was not registered there. */
export const isElsewhere = (standing: Standing): boolean => ["other", "onward", "denied"].includes(standing);
/** The docket was registered there, if the message is to be believed. */
export const isThere = (standing: Standing): boolean => ["from", "first", "took"].includes(standing);

const edge = "(?<![\\p{L}])";
const ends = "(?![\\p{L}])";
/** The language's prefix particles may come between. */
const small = `(?:\\s(?:the|die|e|kwa|ko|o))?\\s?`;

const before = (words: string) => new RegExp(`${edge}(?:${words})${small}$`, "iu");
const within = (words: string) => new RegExp(`${edge}(?:${words})${ends}`, "iu");

const street = new RegExp(`^(?:['\u2019]s)?[ -](?:${afterStreet})${ends}`, "iu");
const streetName = new RegExp(`(?:^|[ -])(?:${afterStreet})$`, "iu");
const houseNumber = /(?<![\d/])\d{1,4}[a-z]?\s$/i;
const court = new RegExp(`${edge}(?:${beforeCourt})(?:\\s(?:${atWords}|yase|wase))?\\s?$`, "iu");
const docketMoves = within(dockets);
const movesAtEnd = new RegExp(`^[^.;!?]{0,60}(?:${docketsAtEnd})(?![\\p{L}])`, "iu");
const isSomebody = /(?<!\p{L})(?:my|ons|hom|haar)(?!\p{L})/iu;
const personGoes = within(people);
const toIt = before(towards);
const fromIt = before(awayFrom);
const denied = new RegExp(`${edge}(?:${denying})\\s(?:e-?|kwa-?)?$`, "iu");
const refused = within(refusals);
const refusedAt = new RegExp(`${edge}(?:${refusals})(?:\\s(?:${atWords}))?\\s?$`, "iu");
const lives = new RegExp(`${edge}(?:${residence})(?:\\s(?:${atWords})){0,3}\\s?$`, "iu");
const now = /(?<!\p{L})(?:now|nou|manje|ngoku|jwale|jaanong|currently|tans)\s(?:[\p{L}']+\s){0,3}$/iu;
const ofDocket = /(?<!\p{L})(?:docket|dossier|idokethi|dokete)(?!\p{L})/iu;
/** Money is sent too, and that says nothing about the docket. */
const ofMoney = /(?<!\p{L})(?:money|geld|i?mali|madi|tjhelete|tšhelete|r\s?\d[\d\s,.]*|payment|cash)(?!\p{L})/iu;
const tookIt = new RegExp(
  `^(?:[,;]?\\s(?:${thereupon})(?:\\s(?:they|hulle|bona))?)?\\s(?:(?:saps|sapd|police|polisie|cops|se polisie|se mense|people)\\s)?(?:${takes})${ends}`,
  "iu",
);
const takenBy = new RegExp(`${edge}(?:${taken})\\s$`, "iu");
const hedge = within(hedges);

/** A rank or a form of address, after which "van" begins a surname. A detective may be of a place. */
const isTitle =
  /^(?:[su]?gt|sers?|sersant|sergeant|const|konst|cst|constable|konstabel|capt|kapt|captain|kaptein|w\/?o|ao|adj|lt|col|kol|mr|mrs|ms|mnr|mev|mej|dr|[a-z])\.?$/i;

export const isHedged = (text: string): boolean => hedge.test(text);

/** True when a rank or a word for a person leads to this name: `Sgt Alice`, `uPeter Maluti`, `Konstabole Sechaba Wepener`. */
function isPerson(tokens: readonly Token[], { from, to }: Mention): boolean {
  const words = tokens.slice(Math.max(0, from - 4), from).map(({ word }) => word);
  const last = words.at(-1) ?? "";
  // "Sers Links van Wolwefontein" is of that place; "Const van Rooyen" is called so.
  const isOfPlace = lettersOf(last) !== "van" || !isTitle.test(words.at(-2) ?? "");
  if (["of", "van", "at", "by", "in", "wa", "op", "from"].includes(lettersOf(last)) && isOfPlace) return false;
  const own = tokens[from]?.word ?? "";
  const isCalled = /^(?:u|no|ngu|o)(?=\p{Lu}\p{Ll})/u.test(own) && to - from > 1;
  return isCalled || endsBeforePerson(words);
}

/** What is said about each place, in order. */
export function standingsOf(text: string, tokens: readonly Token[], mentions: readonly Mention[]): Standing[] {
  const places = mentions.map((mention): Standing => {
    const lead = text.slice(Math.max(0, mention.start - 40), mention.start);
    const tail = text.slice(mention.end, mention.end + 30);
    const isStreet = street.test(tail) || (mention.listed === null && streetName.test(mention.name));
    if (isStreet || (houseNumber.test(lead) && /^ (?:road|rd|weg)\b/i.test(tail))) return "none";
    if (isPerson(tokens, mention)) return "none";
    if (denied.test(lead)) return "denied";
    return court.test(lead) || lives.test(lead) ? "other" : "open";
  });
  for (const [at, mention] of mentions.entries()) {
    if (places[at] === "none") continue;
    const start = startOf(tokens, mention);
    const lead = text.slice(start, mention.start);
    const tail = tailOf(text, tokens, mention, mentions[at + 1]);
    const rivals = mentions.filter((candidate, i) => places[i] !== "none" && !sameName(candidate.name, mention.name));
    const earlier = mentions.findLastIndex(
      (candidate, i) =>
        i < at &&
        places[i] !== "none" &&
        candidate.sentence === mention.sentence &&
        !sameName(candidate.name, mention.name),
    );
    const isTo = toIt.test(lead);
    const atEnd = movesAtEnd.test(text.slice(mention.end, mention.end + 90));
    const isMoved = docketMoves.test(lead) || (atEnd && !isSomebody.test(lead));
    if ((personGoes.test(lead) || (atEnd && isSomebody.test(lead))) && !(refused.test(lead) && earlier < 0)) {
      // "They sent me from Parow to Elsies River": the first one did nothing.
      if (isTo && earlier >= 0) {
        places[earlier] = "other";
        places[at] = "from";
      }
    } else if (isMoved && isTo && !fromIt.test(lead)) {
      places[at] = ofMoney.test(lead) ? "other" : "onward";
      if (earlier >= 0 && places[earlier] === "open") places[earlier] = "first";
    } else if (isMoved && fromIt.test(lead)) {
      places[at] = "from";
    } else if (now.test(lead) && rivals.length > 0) {
      places[at] = ofDocket.test(lead) ? "onward" : "other";
    }
    const isTaken = tookIt.test(text.slice(mention.end, mention.end + 80)) || takenBy.test(lead);
    if (isTaken && (places[at] === "open" || places[at] === "from")) places[at] = "took";
    if (places[at] === "open" && (refused.test(tail) || refusedAt.test(lead))) places[at] = "other";
  }
  return places;
}

function startOf(tokens: readonly Token[], { from, sentence }: Mention): number {
  let at = from;
  while (at > 0 && tokens[at - 1]?.sentence === sentence && from - at < 16) at -= 1;
  return tokens[at]?.start ?? 0;
}

/** The text about a place that follows it: up to the next place, or the end of the sentence. */
function tailOf(
  text: string,
  tokens: readonly Token[],
  { to, end, sentence }: Mention,
  next: Mention | undefined,
): string {
  let at = to;
  while (tokens[at]?.sentence === sentence && at - to < 10 && (next === undefined || at < next.from)) at += 1;
  const tail = text.slice(end, tokens[at - 1]?.end ?? end);
  // "A sent us away, then B": what comes after "then" is about the next place.
  return (
    tail.replace(/\d{1,7}\s?[/.-].*$/su, "").split(/[,;]\s(?:then|toe|ngabe|yaba|so|but|maar|kodwa|empa)\s/i)[0] ?? tail
  );
}
