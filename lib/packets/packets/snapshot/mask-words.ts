import { groupsOf } from "@/lib/platform/text/fold-text";
import { kindsIn, type Secret } from "./leaks";
import { shapesOf } from "./secret-shapes";

/** A text with the client's own values covered, and the kinds of values that were. */
export type MaskedText = { text: string; covered: readonly Secret["kind"][] };

/** More words than this in one text: it is covered as a whole, since looking at each run of words would take minutes. */
const mostWords = 3000;
/** An address is the longest value: number, street, suburb, town, code. */
const longestRun = 14;

/** `[client’s name]`: what a reader sees in place of a value. */
export const coverOf = (kind: Secret["kind"]): string => `[client’s ${kind}]`;

/**
 * Returns a function that covers the client's own values in a text, with as few words as possible. It uses the leak
 * check's own search, so both let the same through; if no run of words contains a match, the whole text is covered.
 */
export function wordMasker(secrets: readonly Secret[]): (text: string) => MaskedText {
  const shapes = shapesOf(secrets);
  const kindsOf = (text: string) => kindsIn(text, shapes);
  const parts = new Map<Secret["kind"], Set<string>>();
  for (const { kind, value } of secrets) {
    const known = parts.get(kind) ?? new Set<string>();
    parts.set(kind, new Set([...known, ...groupsOf(value)]));
  }
  return (text) => {
    const kinds = kindsOf(text);
    if (kinds.length === 0) return { text, covered: [] };
    const words = wordsOf(text);
    if (words.length <= mostWords) {
      coverRuns(words, text, kindsOf);
      coverNeighbours(words, parts);
      const masked = written(text, words);
      if (kindsOf(masked).length === 0) return { text: masked, covered: kindsAmong(words) };
    }
    return { text: kinds.map(coverOf).join(" "), covered: kinds };
  };
}

type Word = { text: string; from: number; to: number; kind: Secret["kind"] | null };

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/\S+/gu)].map((found) => ({
    text: found[0],
    from: found.index,
    to: found.index + found[0].length,
    kind: null,
  }));
}

/** An e-mail address that holds the name is called an address. */
const order: readonly Secret["kind"][] = ["e-mail address", "phone number", "identity number", "address", "name"];
const namedFirst = (kinds: readonly Secret["kind"][]) => order.find((kind) => kinds.includes(kind)) ?? kinds[0];

/** The shortest runs first, so that no more is covered than what holds a value. */
function coverRuns(words: Word[], text: string, kindsOf: (text: string) => readonly Secret["kind"][]): void {
  for (let length = 1; length <= Math.min(longestRun, words.length); length += 1) {
    for (let at = 0; at + length <= words.length; at += 1) {
      const run = words.slice(at, at + length);
      if (run.some((word) => word.kind !== null)) continue;
      const kind = namedFirst(kindsOf(text.slice(run[0]?.from, run.at(-1)?.to)));
      if (kind) for (const word of run) word.kind = kind;
    }
    if (kindsOf(written(text, words)).length === 0) return;
  }
}

/** In `12 Kestrel Lane, Yeoville` the first two words may match; the words next to them belong to the address. */
function coverNeighbours(words: Word[], parts: ReadonlyMap<Secret["kind"], ReadonlySet<string>>): void {
  const spread = (inOrder: readonly Word[]) => {
    let before: Secret["kind"] | null = null;
    for (const word of inOrder) {
      const known = before ? parts.get(before) : undefined;
      const mine = groupsOf(word.text);
      if (word.kind === null && known && mine.length > 0 && mine.every((part) => known.has(part))) word.kind = before;
      before = word.kind;
    }
  };
  spread(words);
  spread(words.toReversed());
}

/** Adjacent covered words in one line become one cover. */
function written(text: string, words: readonly Word[]): string {
  const pieces: string[] = [];
  let end = 0;
  let before: Secret["kind"] | null = null;
  for (const { kind, from, to } of words) {
    const between = text.slice(end, from);
    if (kind === null || kind !== before || between.includes("\n"))
      pieces.push(between, kind ? coverOf(kind) : text.slice(from, to));
    end = to;
    before = kind;
  }
  return pieces.join("") + text.slice(end);
}

const kindsAmong = (words: readonly Word[]): Secret["kind"][] => [
  ...new Set(words.flatMap(({ kind }) => (kind ? [kind] : []))),
];
