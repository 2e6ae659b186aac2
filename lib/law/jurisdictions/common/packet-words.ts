import type { PacketWord } from "../packet-word-types";
import packets from "../release/words/packets.json";

/** A sentence that a pair may word differently, and the blanks that it may contain in addition to the common ones. */
type CommonWord = PacketWord & { text: string; fills: readonly string[] };

type Draft = { text: string; sources: string[]; fills?: string[] };

export type PacketWordKey = keyof typeof packets.words;
export type PacketLabelKey = keyof typeof packets.labels;

/**
 * Blanks that every sentence and label may contain: the names of both countries, in the forms that a sentence needs.
 */
export const commonFills: readonly string[] = packets.blanks;

const of = <Key extends string>(words: Record<Key, Draft>) =>
  Object.fromEntries(
    Object.entries<Draft>(words).map(([key, { text, sources, fills = [] }]): [string, CommonWord] => [
      key,
      { text, sources, from: packets.about.source, marks: [], fills },
    ]),
  ) as Record<Key, CommonWord>;

/** What a packet says if nothing is known about the law of its pair. An empty text prints nothing. */
export const commonWords = of<PacketWordKey>(packets.words);

/** Heads, labels and names of bodies. */
export const commonLabels: Readonly<Record<PacketLabelKey, string>> = packets.labels;
