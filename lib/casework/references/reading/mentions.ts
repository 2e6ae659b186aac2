import type { Span } from "./hits";
import { fold, type Listed, type Names } from "./names";
import { begins, isNoise, isPolice, isRank, strip, withoutLocative } from "./station-words";

export type Token = Span & {
  word: string;
  /** Without what stands around it: `(eSandpoort,` is `Sandpoort`. */
  bare: string;
  /** A mark ends a part of the sentence, or the sentence, with it. */
  ends: boolean;
  sentence: number;
};

/** A place that a text names: one of the known stations, or a name in capitals that may be any. */
export type Mention = Span & {
  name: string;
  listed: Listed | null;
  /** Read as a station that is one letter off. */
  isMisspelt: boolean;
  /** Nothing of it is written with a capital. */
  isSmall: boolean;
  /** `eSandpoort`, `saseSandpoort`. */
  hasLocative: boolean;
  sentence: number;
  /** Its tokens: the first one, and the one after the last. */
  from: number;
  to: number;
};

const shortened =
  /^(?:no|nr|st|mt|const|konst|cst|sgt|sers|capt|kapt|lt|col|kol|adj|dr|mr|mrs|ms|mnr|mev|w\/o|[a-z])\.$/i;

/** `Silverton/Pretoria` are two words, and `W/O`, `140/11/2026` are one. */
const wordsOf = /(?:[^\s/]|\/(?!\p{L}{2})|(?<!\p{L}{2})\/)+/gu;

/** The words of a text with the sentences that they stand in. */
export function tokensOf(text: string): Token[] {
  let sentence = 0;
  return [...text.matchAll(wordsOf)].map(({ 0: word, index }) => {
    const isShort = shortened.test(word);
    const ends = /[.,;:!?)]["']?$/.test(word) && !isShort;
    const token = { word, bare: strip(word), start: index, end: index + word.length, sentence, ends };
    if (/[.!?;]["')]*$/.test(word) && !isShort) sentence += 1;
    return token;
  });
}

/** `saseMsinga`, `ngaseMsinga`, `kuPinetown`, `i-Umlazi`: small letters before the name itself. */
const prefix =
  /^(?:\p{Ll}{1,6}-?(?=\p{Lu})|\p{L}\p{Ll}{0,6}(?:ku|kw|ya|la|wa|be|li|yi|ba|za)(?:ku|kwa|yi|li|i|a|u)?se-?(?=\p{Lu})|(?:[ek]|ku|ko|sase|ase|lase|wase|base|yase|kwase|ngase|lise|ise|use|nase|se)-(?=\p{L}))/u;
/** `emtubatuba`, `ASEMELMOTH`, where capitals tell nothing. */
const evenPrefix = /^(?:\p{L}{0,3}ase|\p{L}{0,2}se|e)(?=\p{L}{4})/iu;
/** Before a person: `uPeter`, `noThabo`, `ngoDr`. */
const ofPerson = /^(?:u|no|na|ngu|kunye|ku|noo|o)-?$/;

const around = (word: string) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");

/** How the first word of a name may stand without what a language puts before it, the likeliest first. */
function beginnings(word: string): { text: string; isLocative: boolean }[] {
  const plain = around(word);
  const found = [{ text: plain, isLocative: false }];
  const [before] = prefix.exec(plain) ?? [];
  // "oLundi" is Ulundi, and may be a person.
  if (before === "o") return [...found, { text: `U${plain.slice(1).toLowerCase()}`, isLocative: true }];
  if (before && ofPerson.test(before)) return found;
  const [own] = /^\p{Ll}{1,3}(?=kwa-?\p{Lu})/u.exec(plain) ?? [];
  if (own) return [...found, { text: plain.slice(own.length), isLocative: true }];
  const isEven = /^\p{Ll}/u.test(plain) || plain === plain.toUpperCase();
  const short = isEven ? evenPrefix.exec(plain)?.[0] : undefined;
  for (const cut of [before, short]) {
    if (!cut) continue;
    const rest = plain.slice(cut.length);
    // In "eMlazi", "eSipingo" the vowel of the place is left out.
    for (const vowel of ["", "U", "E", "I"]) {
      found.push({ text: vowel ? vowel + rest.charAt(0).toLowerCase() + rest.slice(1) : rest, isLocative: true });
    }
    // "eNgcobo" is rather Ngcobo than Engcobo.
    if (/^e-?$/.test(cut) && /^\p{Lu}/u.test(rest)) found.unshift({ text: rest, isLocative: true });
  }
  return found;
}

const longest = 5;

/** The longest known station that begins at a token. */
function listedAt(tokens: readonly Token[], at: number, names: Names): Omit<Mention, "sentence"> | null {
  const first = tokens[at];
  if (!first || !/\p{L}/u.test(first.word)) return null;
  let size = 1;
  while (size < longest && !(tokens[at + size - 1]?.ends ?? true) && tokens[at + size]) size += 1;
  const starts = beginnings(first.word);
  for (; size > 0; size -= 1) {
    const rest = tokens.slice(at + 1, at + size).map(({ word }) => around(word));
    const last = (rest.at(-1) ?? "").replace(/['\u2019]s$/, "");
    const tail = rest.length > 0 ? [...rest.slice(0, -1), last] : [];
    if (rest.some((word) => word === "")) continue;
    for (const { text, isLocative } of starts) {
      const head = size === 1 ? text.replace(/['\u2019]s$/, "") : text;
      const listed = names.find([head, ...tail].join(" "));
      // A vowel was put before it, or it is a piece of a word: only a place that is nothing else is taken for it.
      if (!listed || (isLocative && listed.also && !/\p{Lu}/u.test(first.word))) continue;
      const end =
        (tokens[at + size - 1]?.start ?? 0) + (tokens[at + size - 1]?.word.replace(/[^\p{L}\p{N}]+$/u, "").length ?? 0);
      const written = [first.word, ...rest].join(" ");
      const place = {
        start: first.start + (first.word.length - first.word.replace(/^[^\p{L}\p{N}]+/u, "").length),
        end,
      };
      return {
        ...place,
        name: listed.name,
        listed,
        isMisspelt: false,
        isSmall: !/\p{Lu}/u.test(written),
        hasLocative: isLocative,
        from: at,
        to: at + size,
      };
    }
  }
  return null;
}

/** A name in capitals that begins at a token, of four words at the most. */
function capitalsAt(tokens: readonly Token[], at: number): number {
  let to = at;
  for (const [i, token] of tokens.slice(at, at + 4).entries()) {
    // "Ndaya eKhayelitsha": a name begins again where the language says "at".
    if (i > 0 && /^[^\p{L}\p{N}]/u.test(token.word)) break;
    if (i > 0 && /^\p{Ll}{1,6}-?\p{Lu}/u.test(token.word) && !/^kwa/.test(token.word)) break;
    const isPart = (begins(token.bare) && !isNoise(token.word)) || (i > 0 && /^\d{1,2}$/.test(token.bare));
    if (!isPart) break;
    to = at + i + 1;
    if (token.ends) break;
  }
  return to;
}

/** Two capitals side by side are one name, unless the first belongs to the sentence. */
const isNameWord = (token: Token | undefined) =>
  token !== undefined && begins(token.bare) && !isNoise(token.word) && !isPolice(token.word) && !isRank(token.word);

/** Every place that a text names, in order. In a text all in capitals only known stations are told apart. */
export function mentionsIn(tokens: readonly Token[], names: Names): Mention[] {
  const isLoud = tokens.every(({ word }) => word === word.toUpperCase());
  const found: Mention[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    const listed = listedAt(tokens, at, names);
    const to = isLoud ? at : capitalsAt(tokens, at);
    const isFirst = at === 0 || tokens[at - 1]?.sentence !== token.sentence;
    const next = isFirst && !listed && to > at + 1 ? listedAt(tokens, at + 1, names) : null;
    // The first word of a sentence has a capital whatever it is.
    if (next?.listed && !next.listed.also && next.to >= to) {
      at += 1;
      continue;
    }
    const { isOwn = false } = listed?.listed ?? {};
    // "Protea Heights" is not Protea, and "Thabo Langa" is not Langa.
    const before = tokens[at - 1];
    const last = tokens[(listed?.to ?? at) - 1];
    const isPiece =
      listed !== null &&
      !isOwn &&
      !isLoud &&
      !listed.isSmall &&
      ((listed.to < to && !last?.ends) ||
        (!listed.hasLocative && isNameWord(before) && !before?.ends && found.at(-1)?.to !== at));
    if (listed && !isPiece) {
      found.push({ ...listed, sentence: token.sentence });
      at = listed.to;
    } else if (to > at) {
      const words = tokens.slice(at, to);
      const end = (words.at(-1)?.start ?? 0) + (words.at(-1)?.word.replace(/[^\p{L}\p{N}]+$/u, "").length ?? 0);
      const name = words
        .map(({ bare }) => bare)
        .join(" ")
        .replace(/['\u2019]s$/, "");
      const hasLocative = withoutLocative(token.word) !== token.word.replace(/^[^\p{L}]+/u, "");
      const near = names.findNear(name);
      found.push({
        start: token.start,
        end,
        name: near?.name ?? name,
        listed: near,
        isMisspelt: near !== null,
        isSmall: false,
        hasLocative,
        sentence: token.sentence,
        from: at,
        to,
      });
      at = to;
    } else {
      at += 1;
    }
  }
  return found;
}

export const sameName = (a: string, b: string): boolean => fold(a) === fold(b);
