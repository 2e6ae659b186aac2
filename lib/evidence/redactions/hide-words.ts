import { PhraseFinder, type Span } from "@/lib/platform/text/phrases";
import { coverMark } from "./labels";
import type { WordCover } from "./types";

/**
 * `left`: the same text with the words removed, line by line. `hits`: the position of each mark in the original text,
 * and what it replaces.
 */
export type HiddenText = { text: string; left: string; hits: readonly Hit[] };

type Hit = Span & { cover: WordCover };

/**
 * A text with a mark in place of each covered word. A line keeps its number: a match across a line end is marked in
 * both lines. @param counts whether a cover applies where it was found; if omitted: everywhere
 */
export function hideWords(
  text: string,
  covers: readonly WordCover[],
  counts: (cover: WordCover, span: Span) => boolean = () => true,
): HiddenText {
  if (covers.length === 0) return { text, left: text, hits: [] };
  const finder = new PhraseFinder(text);
  const found = covers.flatMap((cover) =>
    finder
      .find(cover.words)
      .filter((span) => counts(cover, span))
      .map((span): Hit => ({ ...span, cover })),
  );
  const hits = together(found);
  const withMarks = (mark: (cover: WordCover) => string): string => {
    let end = 0;
    const pieces = hits.flatMap(({ from, to, cover }) => {
      const lines = text.slice(from, to).split("\n").length;
      const before = text.slice(end, from);
      end = to;
      return [before, Array.from({ length: lines }, () => mark(cover)).join("\n")];
    });
    return pieces.join("") + text.slice(end);
  };
  return { text: withMarks(coverMark), left: withMarks(() => " "), hits };
}

/** In order; overlapping hits become one mark, that of the hit that starts first and is longest. */
function together(hits: readonly Hit[]): Hit[] {
  const made: Hit[] = [];
  for (const hit of hits.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = made.at(-1);
    if (last && hit.from < last.to) last.to = Math.max(last.to, hit.to);
    else made.push({ from: hit.from, to: hit.to, cover: hit.cover });
  }
  return made;
}
