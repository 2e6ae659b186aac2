import { PhraseFinder, type Span } from "@/lib/platform/phrases";
import { coverMark } from "./labels";
import type { WordCover } from "./types";

/** `times`: how often each cover stands in the text, by its id. */
export type HiddenText = { text: string; times: ReadonlyMap<string, number> };

type Hit = Span & { cover: WordCover };

/**
 * A text with a mark in place of each word that is covered. A line keeps its number: what runs over its end is marked in
 * both. @param counts whether a cover counts where it was found; left out: everywhere
 */
export function hideWords(
  text: string,
  covers: readonly WordCover[],
  counts: (cover: WordCover, span: Span) => boolean = () => true,
): HiddenText {
  if (covers.length === 0) return { text, times: new Map() };
  const finder = new PhraseFinder(text);
  const found = covers.flatMap((cover) =>
    finder
      .find(cover.words)
      .filter((span) => counts(cover, span))
      .map((span): Hit => ({ ...span, cover })),
  );
  const times = new Map<string, number>();
  const pieces: string[] = [];
  let end = 0;
  for (const { from, to, cover } of together(found)) {
    times.set(cover.id, (times.get(cover.id) ?? 0) + 1);
    const lines = text.slice(from, to).split("\n").length;
    pieces.push(text.slice(end, from), Array.from({ length: lines }, () => coverMark(cover)).join("\n"));
    end = to;
  }
  return { text: pieces.join("") + text.slice(end), times };
}

/** In order; what lies in or over another is one mark, that of the one that begins first and is longest. */
function together(hits: readonly Hit[]): Hit[] {
  const made: Hit[] = [];
  for (const hit of hits.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = made.at(-1);
    if (last && hit.from < last.to) last.to = Math.max(last.to, hit.to);
    else made.push({ from: hit.from, to: hit.to, cover: hit.cover });
  }
  return made;
}
