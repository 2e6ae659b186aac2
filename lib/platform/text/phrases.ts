import { machineWordsIn } from "../machine-words";
import { foldSign, lettersFor } from "./fold-text";

/** A range of a text, in code units; `to` is exclusive. */
export type Span = { from: number; to: number };

/** From this many letters and digits on, a phrase counts in the middle of a word too. */
const longEnough = 12;
/** From this length on, words that contain the phrase are worth checking; this many of them are checked. */
const worthALook = 4;
const mostNear = 500;
const longestWord = 60;

/**
 * A number with this many digits may be a phone number: `+27 82 …` and `082 …` are equal by the last nine, with few
 * before them.
 */
const phoneLike = /^0*\d{9,12}$/;
const ownDigits = 9;
const mostBefore = 5;

const isLetter = /[\p{L}\p{N}]/u;
const isDigit = /\p{N}/u;
const isCapital = /\p{Lu}/u;
const isSmall = /\p{Ll}/u;
/** Scripts that are written without a space between words: each sign may begin one. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The letters and digits of a phrase for comparison, without anything between them. */
export function denseOf(phrase: string): string {
  return [...phrase].map(lettersOf).join("");
}

const lettersOf = (sign: string): string => [...foldSign(sign)].filter((value) => isLetter.test(value)).join("");

/**
 * Finds phrases in a text as the leak check does: whatever the case, the accents, the script of the digits, and the
 * characters between the letters. A phrase is found as whole words; a long one anywhere.
 */
export class PhraseFinder {
  /** Letters and digits alone, and for each of them where its sign begins and ends in the text. */
  private dense = "";
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  /** Places of the dense form at which a word begins; the one before it ends there. */
  private readonly edges = new Set<number>([0]);
  private read: Unmasked | null | undefined;
  private readonly machines: readonly Span[];

  constructor(readonly text: string) {
    this.machines = machineWordsIn(text);
    let at = 0;
    let before = "";
    let next = 0;
    for (const sign of text) {
      while ((this.machines[next]?.to ?? Number.POSITIVE_INFINITY) <= at) next += 1;
      // A hash or an id is one word, whatever it contains.
      const isWithin = (this.machines[next]?.from ?? Number.POSITIVE_INFINITY) < at;
      const folded = lettersOf(sign);
      if (folded !== "") this.add(sign, folded, at, isWithin ? "" : before);
      else if (foldSign(sign) === "") this.lengthen(at, sign.length);
      else if (!isWithin) this.edges.add(this.dense.length);
      if (folded !== "") before = sign;
      at += sign.length;
    }
    this.edges.add(this.dense.length);
  }

  private add(sign: string, folded: string, at: number, before: string): void {
    const parts = before !== "" && (isDigit.test(before) !== isDigit.test(sign) || isHump(before, sign));
    if (parts || unspaced.test(sign) || unspaced.test(before)) this.edges.add(this.dense.length);
    for (let i = 0; i < folded.length; i += 1) {
      this.from.push(at);
      this.to.push(at + sign.length);
    }
    this.dense += folded;
  }

  /** A mark that follows its letter belongs to it. */
  private lengthen(at: number, length: number): void {
    const last = this.to.length - 1;
    if (this.to[last] === at) this.to[last] = at + length;
  }

  /** The occurrences of the phrase, in order, without overlaps. */
  find(phrase: string): Span[] {
    const wanted = denseOf(phrase);
    if (wanted === "") return [];
    const asWritten = this.spansOf(wanted, this.dense);
    const found = phoneLike.test(wanted) ? this.withPhones(asWritten, wanted.slice(-ownDigits)) : asWritten;
    return [...found, ...this.lookAlikes(wanted, found)].toSorted((a, b) => a.from - b.from);
  }

  private spansOf(wanted: string, dense: string): Span[] {
    const found: Span[] = [];
    for (let at = dense.indexOf(wanted); at >= 0; at = dense.indexOf(wanted, at)) {
      const end = at + wanted.length;
      const counts = wanted.length >= longEnough || (this.edges.has(at) && this.edges.has(end));
      if (counts) found.push(this.spanOf(at, end));
      at = counts ? end : at + 1;
    }
    return found;
  }

  /** As above, including the number as dialled from abroad, in full. */
  private withPhones(found: readonly Span[], digits: string): Span[] {
    const phones: Span[] = [];
    for (let at = this.dense.indexOf(digits); at >= 0; at = this.dense.indexOf(digits, at + 1)) {
      let first = at;
      while (!this.edges.has(first) && at - first < mostBefore) first -= 1;
      const end = at + digits.length;
      if (this.edges.has(first) && this.edges.has(end)) phones.push(this.spanOf(first, end));
    }
    return [...found, ...outside(phones, found)].toSorted((a, b) => a.from - b.from);
  }

  /** Words that contain the phrase, such as `uThandi` in lower case: a person decides whether they are meant. */
  near(phrase: string): string[] {
    const wanted = denseOf(phrase);
    if (wanted.length < worthALook) return [];
    const words: Span[] = [];
    let at = this.dense.indexOf(wanted);
    for (let looked = 0; at >= 0 && looked < mostNear; looked += 1) {
      const word = this.wordAround(at, at + wanted.length);
      if (word) words.push(word);
      at = this.dense.indexOf(wanted, at + 1);
    }
    const left = outside(outside(words, this.find(phrase)), this.machines);
    return [...new Set(left.map(({ from, to }) => this.text.slice(from, to)))];
  }

  private spanOf(from: number, to: number): Span {
    return { from: this.from[from] ?? 0, to: this.to[to - 1] ?? 0 };
  }

  /** Null where the letters are those of several words, or of one that is longer than words are. */
  private wordAround(from: number, to: number): Span | null {
    for (let at = from + 1; at < to; at += 1) if (this.edges.has(at)) return null;
    let first = from;
    let last = to;
    while (!this.edges.has(first) && from - first < longestWord) first -= 1;
    while (!this.edges.has(last) && last - to < longestWord) last += 1;
    return this.edges.has(first) && this.edges.has(last) ? this.spanOf(first, last) : null;
  }

  /** Occurrences with digits and symbols for letters in at least one word: `Th4nd1 Mokoena`. */
  private lookAlikes(wanted: string, found: readonly Span[]): Span[] {
    if (this.read === undefined) this.read = unmaskedOf(this.text, this.machines);
    if (!this.read) return [];
    const { finder, words } = this.read;
    const all = finder.spansOf(oneStroke(wanted), oneStroke(finder.dense));
    const plain = new Set(outside(all, words));
    return outside(
      all.filter((span) => !plain.has(span)),
      found,
    );
  }
}

/** Those that overlap none of the others; both in order. */
function outside(spans: readonly Span[], others: readonly Span[]): Span[] {
  let at = 0;
  return spans.filter(({ from, to }) => {
    while ((others[at]?.to ?? Number.POSITIVE_INFINITY) <= from) at += 1;
    return (others[at]?.from ?? Number.POSITIVE_INFINITY) >= to;
  });
}

/** A text with letters in place of digits and symbols, at the same positions, and the words that had some. */
type Unmasked = { finder: PhraseFinder; words: Span[] };

/** Sentence-ending punctuation does not represent a letter. */
const mixed = /[\p{L}\p{N}@$!|]{3,39}[\p{L}\p{N}@$]/gu;

/** Null where no word mixes letters with digits or signs. */
function unmaskedOf(text: string, machines: readonly Span[]): Unmasked | null {
  const words: Span[] = [];
  let next = 0;
  const read = text.replaceAll(mixed, (word, at: number) => {
    while ((machines[next]?.to ?? Number.POSITIVE_INFINITY) <= at) next += 1;
    const isMachine = (machines[next]?.from ?? Number.POSITIVE_INFINITY) < at + word.length;
    if (isMachine || !/[0-9@$!|]/.test(word) || !/\p{L}/u.test(word)) return word;
    words.push({ from: at, to: at + word.length });
    return lettersFor(word, "i");
  });
  return words.length > 0 ? { finder: new PhraseFinder(read), words } : null;
}

/** A 1 may represent either letter. */
const oneStroke = (dense: string): string => dense.replaceAll("l", "i");

const isHump = (before: string, sign: string): boolean => isSmall.test(before) && isCapital.test(sign);
