import { bantuWords, personWords } from "@/lib/law/jurisdictions/common/local-words";
import { placeWords, stationWords } from "@/lib/law/jurisdictions/common/message-words";
import { tidy } from "@/lib/platform/text/text";
import type { SerialKind, Span } from "./hits";
import { doubts, type Guess, listedStation, type Places } from "./listed-station";
import { markedStation } from "./marked-station";
import { sameName } from "./mentions";
import { evenName, type Names } from "./names";
import {
  begins,
  countUnknown,
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

/**
 * `sure` is false for a name that is only possibly the station: it is suggested, and a person checks it. `isSaid`: the
 * message mentions the police or the place; otherwise the name is only next to the number.
 */
export type Station = { name: string; sure: boolean; isSaid: boolean };

/** `Knysna speurder` is Knysna: after a capital, a small word ends the name unless it joins two capitals. */
function capitalRun(words: readonly string[]): readonly string[] {
  if (!begins(words[0])) return words;
  const end = words.findIndex((word, i) => /^\p{Ll}/u.test(word) && !begins(words[i + 1]));
  return end < 0 ? words : words.slice(0, end);
}

type Words = {
  words: string[];
  /** There is nothing but the words and the number. */
  alone: boolean;
  /** Only labels are between them and the number. */
  near: boolean;
  /** A word for a place or for the police is next to them. */
  marked: boolean;
  /** Other words of the sentence are next to them. */
  crowded: boolean;
  /** A colon parts them from the number, or a sentence goes on with them. */
  isLoose: boolean;
  isBefore: boolean;
};

type Text = { names: Names; isBantu: boolean; isLoud: boolean; unknown(except: readonly string[]): number };

/** "Hi sisi" and "enkosi" also appear in English messages. */
const isBantuWord = (letters: string) => bantuWords.has(letters) && !personWords.has(letters);

/** Shaped as verbs and nouns of isiZulu, isiXhosa and Sesotho are. */
const bantuShape = /^(?:uku|ku|ngi|ndi|si|li|ba|zi|u|i|a|la|wa|ya|sa|ke|re|le|di|ho|se|ne)\p{L}{4,}[aeiou]$/iu;

/** Up to five words that may be a station's name: in capitals, or standing alone with the number. */
function nameOf(from: Words, text: Text): Named | null {
  const all = from.words.map(strip).filter(Boolean);
  const known = from.near ? knownIn(all, from, text.names) : null;
  const name = known ?? (from.near ? likelyName(all, from, text) : null);
  return name ? { name: known ?? evenName(name), isKnown: known !== null } : null;
}

type Named = { name: string; isKnown: boolean };

/**
 * The longest part that is a known station; one that is also a personal name or a word only if police or place are
 * mentioned.
 */
function knownIn(words: readonly string[], { marked }: Words, names: Names): string | null {
  for (let size = Math.min(5, words.length); size > 0; size -= 1) {
    for (let at = 0; at + size <= words.length; at += 1) {
      const name = words.slice(at, at + size).join(" ");
      const listed = names.find(name);
      const isWhole = listed?.isOwn || !(begins(words[at - 1]) || begins(words[at + size]));
      const isClear = marked || !listed?.also || (listed.isOwn && begins(words[at]));
      if (listed && isWhole && isClear) return listed.name;
    }
  }
  return null;
}

function likelyName(all: readonly string[], from: Words, text: Text): string | null {
  const { alone, marked, crowded } = from;
  const name = capitalRun(all).slice(0, 5);
  const looksRight =
    name.length > 0 && name.every((w) => /^[\p{L}'-]+\d*$|^\d{1,2}$/u.test(w)) && /\p{L}{2}/u.test(name.join(""));
  if (!looksRight || isStreetOnly(name)) return null;
  const isSmall = !begins(name[0]);
  if (marked) return isSmall && !alone ? null : name.join(" ");
  // If the stations are known, an unknown name must look like one: capitalised, outside a sentence, not possessive.
  const isSomebodys = name.length === 1 && /['\u2019]s$/.test(name[0] ?? "");
  if (text.names.isAsked && (isSmall || text.isBantu || isSomebodys || (from.isLoose && !from.isBefore))) return null;
  // One capital with a small word after it begins a sentence.
  if (!isSmall && name.length === 1 && all.length > 1) return null;
  if (isSmall && (!alone || text.isBantu)) return null;
  // If capitals carry no information, a word is a name only if every other word is known not to be one.
  const isFirst = from.isBefore && text.isLoud && !crowded;
  if ((isSmall || text.isLoud) && !isFirst && text.unknown(name) > 0) return null;
  if (text.isBantu && crowded && name.length === 1 && bantuShape.test(name[0] ?? "")) return null;
  return name.join(" ");
}

/** How much text before and after a number is searched for its station. */
const reach = { before: 700, after: 400 } as const;

/** The station that a text names for a number: next to it, or where police or place are mentioned. */
export function stationFor(
  whole: string,
  hit: Span & { word?: string | null },
  near: readonly Span[],
  places: Places,
): Station | null {
  const read = readStation(places.text, hit, near, places.names);
  const listed = listedStation(whole, places, hit, near);
  const found = spelled(decide(read, listed, places.names), places.names);
  if (!found?.sure || !doubts(whole, places, hit, found.name)) return found;
  return { ...found, sure: false };
}

/** `Witbnk` is Witbank, to be checked by a person. */
function spelled(found: Station | null, names: Names): Station | null {
  const near = found && !names.find(found.name) ? names.findNear(found.name) : null;
  return found && near ? { ...found, name: near.name, sure: false } : found;
}

/** Two ways of reading, of which the first knows how messages are built, and the second which names are stations. */
function decide(read: Station | null, listed: Guess | null, names: Names): Station | null {
  if (!listed) return read;
  const other = { name: listed.name, sure: listed.sure, isSaid: listed.sure };
  if (!read) return other;
  const known = names.find(read.name);
  if (sameName(read.name, listed.name)) {
    const isPlain = !known?.also || listed.sure || (known.isOwn && listed.isStrong);
    return { name: listed.name, sure: (read.sure && isPlain) || listed.sure, isSaid: true };
  }
  if (listed.sure && (listed.isLabelled || !read.sure || !known)) return other;
  if (known ? read.sure || !listed.sure : read.sure && read.isSaid)
    return { ...read, sure: read.sure && !listed.isStrong };
  return other;
}

function readStation(whole: string, hit: Span, near: readonly Span[], names: Names): Station | null {
  const start = Math.max(0, hit.start - reach.before);
  // A word that was cut in two is none.
  const from = start === 0 ? 0 : Math.min(hit.start, whole.indexOf(" ", start) + 1 || hit.start);
  const to = Math.min(whole.length, hit.end + reach.after);
  const moved = (span: Span): Span => ({ start: span.start - from, end: span.end - from });
  const others = near.filter((span) => span.start < to && span.end > from).map(moved);
  const text = whole.slice(from, to);
  const found = moved(hit);
  const beside = stationBeside(text, found, names);
  if (beside?.sure) return beside;
  const marked = markedStation(text, found, { others, names });
  return marked && (marked.sure || !beside) ? { ...marked, isSaid: true } : beside;
}

/** Before the number, unless only the name after it has a capital, or only that one is marked. */
function stationBeside(text: string, found: Span, names: Names): Station | null {
  const lead = text.slice(0, found.start);
  const tail = text.slice(found.end);
  const around = `${lead} ${tail}`;
  const about: Text = {
    names,
    isBantu: text.split(" ").some((word) => isBantuWord(lettersOf(word))),
    isLoud: around === around.toUpperCase(),
    unknown: (except) => countUnknown(around, except),
  };
  const first = before(lead);
  const second = after(tail);
  const [one, other] = [first, second].map((words) => words && nameOf(words, about));
  const [isCapital, isCapitalToo] = [first, second].map((words) => begins(strip(words?.words[0] ?? "")));
  const isLess =
    (!isCapital && isCapitalToo) || (!first?.marked && second?.marked) || (!one?.isKnown && other?.isKnown);
  const takesFirst = one && !(other && isLess);
  const [named, from] = takesFirst ? [one, first] : [other, second];
  if (!named || !from) return null;
  const { name, isKnown } = named;
  // Without capitals, with more of a sentence behind it, or before a colon, a name may be any word, or who writes.
  const isPlain = begins(strip(from.words[0] ?? "")) && !from.isLoose;
  return { name, sure: from.marked || isKnown || isPlain, isSaid: from.marked || isKnown };
}

/** What may come between a name and its number without making the name doubtful. */
const bridge = new Set(
  (
    "cas mas cr case saak saaknommer saaknr docket dossier no nr num number nommer ref reference verwysing is as under the your my ur die jou u ob vb entry se of " +
    "inombolo nombolo yecala icala ityala yetyala nomoro ya nyewe ke ngu i le e registered geregistreer geopen opened"
  ).split(" "),
);

const isBridge = (word: string) => bridge.has(lettersOf(word)) || isPolice(word) || !/\p{L}/u.test(word);
const isPlace = (word: string) =>
  placeWords.has(lettersOf(word)) || word === "@" || isPolice(word) || stationWords.has(lettersOf(word));

function before(lead: string): Words | null {
  const segments = lead.split(/[.;:!?,()]+\s+(?=\S)|[,;:()!?]/).filter((part) => part.trim());
  const last = (segments.at(-1) ?? "").split(" ").filter(Boolean);
  const between: string[] = [];
  while (last.length > 0 && isNoise(last.at(-1) ?? "")) between.push(last.pop() ?? "");
  const from = last.findLastIndex(isNoise) + 1;
  const run = last.slice(from).slice(-5);
  const capital = run.findIndex((word) => begins(strip(word)));
  // "Hello Thabo, CAS 1/1/2026": a comma cuts off a greeting, but not a place, nor a name alone before it.
  const word = last[from - 1] ?? "";
  // "From Sipho: CAS 1/1/2026" is who writes.
  const isFrom = lettersOf(word) === "from";
  const marked = (isPlace(word) && !isFrom) || isLocative(run[0] ?? "") || between.some(isPolice);
  if (isFrom || (endsBeforePerson(last.slice(Math.max(0, from - 4), from)) && (begins(word) || !isPlace(word))))
    return null;
  const isWhole = run.length === last.length && capital <= 0 && capitalRun(run).length === run.length;
  const greeting = /[.;:!?,()]\s*$/.test(lead) && !marked && !isWhole;
  if (greeting) return null;
  const words = capital > 0 ? run.slice(capital) : run;
  const crowded = last.length > words.length || segments.length > 1;
  return {
    words,
    alone: last.length <= 5,
    marked,
    crowded,
    isLoose: /:\s*$/.test(lead),
    isBefore: true,
    near: between.every(isBridge),
  };
}

const closing = new Set("and en na le thanks thank dankie asb ngiyabonga enkosi kea please pls".split(" "));

/** What follows a name after its number is a rank, a phone number or a word of thanks, and no sentence. */
const goesOn = (next: string | undefined): boolean =>
  next !== undefined && /\p{L}/u.test(next) && !(isRank(next) || isPolice(next) || closing.has(lettersOf(next)));

function after(tail: string): Words | null {
  const text = tail.replace(/^[\s,;:()"-]+/, "");
  const rest = (text.split(/[.;:!?,()/]/)[0] ?? "").split(" ").filter(Boolean);
  const between: string[] = [];
  while (rest.length > 0 && isNoise(rest[0] ?? "")) between.push(rest.shift() ?? "");
  const [last = ""] = between.slice(-1);
  if (endsBeforePerson(between.slice(-4)) && !isPlace(last)) return null;
  const until = rest.findIndex(isNoise);
  const run = until < 0 ? rest : rest.slice(0, until);
  const capital = run.findIndex((word) => begins(strip(word)));
  const words = capital > 0 ? run.slice(capital) : run;
  const marked = isPlace(last) || isLocative(words[0] ?? "") || isPolice(rest[run.length] ?? "");
  const isNext = capital <= 0 && (marked || between.every((word) => isBridge(word) || isJoining(word)));
  const alone = run.length <= 5 && rest.length <= 5;
  const next = rest[run.length];
  return { words, alone, marked, crowded: next !== undefined, isLoose: goesOn(next), isBefore: false, near: isNext };
}

/** A station as typed into its own field: `SAPS CAPE TOWN CENTRAL police station` is `Cape Town Central`. */
export function cleanStation(typed: string, kind: SerialKind): string | null {
  const words = tidy(typed).split(" ").map(strip).filter(Boolean);
  const own = kind.parser.word.toLowerCase();
  const name = words.filter((w) => !stationWords.has(w.toLowerCase()) && w.toLowerCase() !== own).join(" ");
  return name ? evenName(name) : null;
}
