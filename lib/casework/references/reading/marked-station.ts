import { isOpening } from "@/lib/law/jurisdictions/common/local-words";
import { placeWords } from "@/lib/law/jurisdictions/common/message-words";
import type { Span } from "./hits";
import { evenName, type Names } from "./names";
import {
  begins,
  endsBeforePerson,
  isJoining,
  isLocative,
  isNoise,
  isPolice,
  isRank,
  isStreetOnly,
  lettersOf,
  strip,
} from "./station-words";

type Token = { word: string; start: number; sentence: number; ends: boolean };
const ofPeople = new Set(["of", "van", "from"]);
const locatives = new Set("e kwa ko mo lise ise lase base yase kwase use".split(" "));

const caseWords = new Set("nyewe kgetsi molato icala ityala saak case docket".split(" "));

/** How far a place of the text is from a number. */
const gapTo = ({ start, end }: Span, at: number): number => (at < start ? start - at : Math.max(0, at - end + 1));

type Marked = { name: string; distance: number; sure: boolean };

const shortened = /^(?:no|nr|st|mt|const|konst|cst|sgt|sers|capt|kapt|lt|col|dr|mr|mrs|ms|mnr|mev|w\/o|[a-z])\.$/i;

function tokensOf(text: string): Token[] {
  let sentence = 0;
  return [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => {
    const token = { word, start: index, sentence, ends: /[.,;:!?)]$/.test(word) };
    if (/[.!?;]["')]*$/.test(word) && !shortened.test(word)) sentence += 1;
    return token;
  });
}

const joins = new Set(["of", "the", "van", "der", "de", "die"]);

/** A name that begins here, of four words at the most, as far as capitals and the sentence reach. */
function nameFrom(tokens: readonly Token[], at: number): string[] {
  const words: string[] = [];
  for (const [i, token] of tokens.slice(at, at + 4).entries()) {
    const word = strip(token.word);
    const next = tokens[at + i + 1];
    const joining = i > 0 && joins.has(word) && begins(strip(next?.word ?? "")) && !isNoise(next?.word ?? "");
    const isPart = joining || (begins(word) && !isNoise(token.word)) || (i > 0 && /^\d{1,2}$/.test(word));
    if (!isPart) break;
    words.push(word);
    if (token.ends) break;
  }
  return words;
}

const isKnown = (name: string, names: Names) => {
  const listed = names.find(name);
  return listed !== null && !listed.also;
};

/** A station that begins here and of which the organisation has numbers, however it is spelled. */
function knownFrom(tokens: readonly Token[], at: number, names: Names): string[] {
  for (let size = 4; size > 0; size -= 1) {
    const words = tokens.slice(at, at + size).map(({ word }) => strip(word));
    if (words.length === size && words.every(Boolean) && isKnown(words.join(" "), names)) return words;
  }
  return [];
}

/** `Doringrivier se polisie`, `Sandpoort's police`. */
const isPossessive = (word: string) => lettersOf(word) === "se";

/** A name that ends just before this place. */
function nameUntil(tokens: readonly Token[], at: number): string[] {
  const words: string[] = [];
  let i = at - 1;
  if (isPossessive(tokens[i]?.word ?? "")) i -= 1;
  for (; i >= 0 && i > at - 5; i -= 1) {
    const token = tokens[i];
    const word = strip(token?.word ?? "");
    if (!token || token.ends || !begins(word) || isNoise(token.word)) break;
    words.unshift(word);
  }
  const lead = tokens.slice(Math.max(0, i - 3), i + 1).map(({ word }) => word);
  // "The detective of Sandpoort" is no person called so.
  return endsBeforePerson(lead) && !["van", "of"].includes(lead.at(-1) ?? "") ? [] : words;
}

/**
 * A station that the message names elsewhere: next to a word for the police, after a word for a place, or in the
 * locative of isiZulu and isiXhosa. It is certain if the police or the opening of a docket is mentioned with it.
 */
export function markedStation(
  text: string,
  hit: Span,
  { others, names }: { others: readonly Span[]; names: Names },
): { name: string; sure: boolean } | null {
  const tokens = tokensOf(text);
  const sentence = tokens.findLast((token) => token.start <= hit.start)?.sentence;
  const opens = new Set(tokens.filter(({ word }) => isOpening(lettersOf(word))).map(({ sentence }) => sentence));
  const found: Marked[] = [];
  const add = (words: readonly string[], token: Token, sure: boolean) => {
    const name = words.join(" ");
    if (/\p{L}{2}/u.test(name) && !isStreetOnly(words))
      found.push({ name: evenName(name), distance: Math.abs(token.start - hit.start), sure });
  };
  for (const [at, token] of tokens.entries()) {
    // A name closer to another number belongs to that one.
    const own = gapTo(hit, token.start);
    if (own === 0 || others.some((other) => gapTo(other, token.start) < own)) continue;
    const here = opens.has(token.sentence) || token.sentence === sentence;
    if (isPolice(token.word)) {
      const next = tokens.findIndex(
        (token, i) => i > at && !(isPolice(token.word) || isJoining(token.word) || !/\p{L}/u.test(token.word)),
      );
      const isNear = next > at && next <= at + 4 && !/[.!?;]$/.test(token.word);
      if (isNear) add(nameFrom(tokens, next), token, true);
      add(nameUntil(tokens, at), token, true);
    }
    const letters = lettersOf(token.word);
    const before = tokens.slice(Math.max(0, at - 4), at).map(({ word }) => word);
    // "Sgt Mabuza of Sandpoort" says where; "from Sandpoort" and "van Sandpoort" alone say whose.
    const isPlace = ofPeople.has(letters) ? before.some(isRank) : placeWords.has(letters) || locatives.has(letters);
    if (isPlace || token.word === "@") add(nameFrom(tokens, at + 1), token, here);
    // "E butswe Sandpoort": Sesotho needs no word for "at".
    const then = caseWords.has(lettersOf(tokens[at + 1]?.word ?? "")) ? at + 2 : at + 1;
    if (isOpening(letters) && !token.ends) add(nameFrom(tokens, then), token, true);
    add(knownFrom(tokens, at, names), token, opens.has(token.sentence));
    if (isLocative(token.word)) add(nameFrom(tokens, at), token, here);
  }
  const [best] = found.toSorted((a, b) => Number(b.sure) - Number(a.sure) || a.distance - b.distance);
  if (!best) return null;
  const rivals = found.filter((marked) => marked.sure && marked.name !== best.name);
  return { name: best.name, sure: best.sure && rivals.length === 0 };
}
