import { soughtWords } from "@/lib/evidence/picture-words/rules";
import type { Secret } from "../snapshot/leaks";
import { type FileLeak, leaksIn } from "../snapshot/leaks-in-file";
import type { PacketSnapshot, PreparedExhibit, SnapshotTranslation } from "../snapshot/snapshot";

/** Protected values that a machine reads in what is served: `E-02, page 1`. */
export async function leaksInPictures(
  prepared: readonly PreparedExhibit[],
  secrets: readonly Secret[],
): Promise<FileLeak[]> {
  const texts = prepared.flatMap(({ label, legible = [] }) =>
    legible.map(({ page, text }) => ({ where: `${label}, page ${page}`, text, written: false })),
  );
  return leaksIn(texts, secrets);
}

/** Fewer words than this of an act are found by chance. */
const fewest = 2;

/**
 * The acts of an exhibit whose words stand on its page under a mask, and are read nowhere in what is served: a reader
 * would see a black box in the place of what the packet quotes.
 */
export function coveredActs(
  { incidents }: Pick<PacketSnapshot, "incidents">,
  prepared: readonly PreparedExhibit[],
): Map<string, string[]> {
  const pictures = new Map(prepared.map(({ label, legible = [] }) => [label, legible]));
  const found = new Map<string, string[]>();
  for (const { code, words, exhibits } of incidents) {
    const quoted = soughtWords(words ?? "");
    if (quoted.length < fewest) continue;
    const shareIn = (text: string) => share(quoted, new Set(soughtWords(text)));
    const seen = exhibits.flatMap((exhibit) => pictures.get(exhibit) ?? []);
    if (shareIn(seen.map(({ text }) => text).join("\n")) >= 1 / 2) continue;
    for (const exhibit of exhibits) {
      const hidden = (pictures.get(exhibit) ?? []).map((picture) => picture.hidden).join("\n");
      if (shareIn(hidden) >= 1 / 2) found.set(exhibit, [...(found.get(exhibit) ?? []), code]);
    }
  }
  return found;
}

/** How many words that somebody typed from a page a machine reads on it only under the mask. */
export function wordsUnderMask(
  { legible = [] }: PreparedExhibit,
  { of, from, to, original }: SnapshotTranslation,
): number {
  if (of !== "page") return 0;
  const pages = legible.filter(({ page }) => from <= page && page <= to);
  const seen = new Set(pages.flatMap(({ text }) => soughtWords(text)));
  const hidden = new Set(pages.flatMap((picture) => soughtWords(picture.hidden)));
  return [...new Set(soughtWords(original))].filter((word) => hidden.has(word) && !seen.has(word)).length;
}

const share = (quoted: readonly string[], read: ReadonlySet<string>): number =>
  quoted.filter((word) => read.has(word)).length / quoted.length;
