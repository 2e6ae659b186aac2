import { quoted } from "@/lib/platform/text/text";
import danger from "../release/words/danger.json";

type Group = { key: string; asks: boolean; marks: boolean; words: Partial<Record<string, readonly string[]>> };

/** The groups of words by which a message is looked through. They find a passage, and prove nothing about it. */
export type WordGroup = { key: string; asks: boolean; marks: boolean; pattern: RegExp };

export const wordGroups: readonly WordGroup[] = (danger.groups as readonly Group[]).map(
  ({ key, asks, marks, words }) => ({
    key,
    asks,
    marks,
    pattern: patternOf(Object.values(words).flatMap((list) => list ?? [])),
  }),
);

/** Whole words, with any space between them. `*` is letters, `#` the number of a day. */
function patternOf(words: readonly string[]): RegExp {
  const pieces = words.map((word) =>
    quoted(word)
      .replaceAll("\\*", "[\\p{L}\\p{M}'-]*")
      .replaceAll("#", "\\d{1,2}(?:st|nd|rd|th|ste|de)?")
      .replaceAll(" ", "\\s+"),
  );
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${pieces.join("|")})(?![\\p{L}\\p{N}])`, "giu");
}

/** A text as the words are looked for in it: letter for letter, so that places in it are places in the text. */
export const asSought = (text: string): string => text.replaceAll("’", "'");
