import type { DocumentBlock, DocumentBody } from "@/lib/documents/papers/types";
import type { CaseRecord } from "./read-case";
import { incidentCode } from "./words";

/** Words shorter than this stand in a statement by chance. */
const telling = 15;

/**
 * Where a statement speaks of each act, as numbers of its paragraphs: a paragraph that was made from the act, or one
 * that quotes its words. @param body as it was sworn
 */
export function statedIn(body: DocumentBody, acts: readonly CaseRecord["incidents"][number][]): Map<string, number[]> {
  const paragraphs = numbered(body.blocks);
  const found = new Map<string, number[]>();
  for (const act of acts) {
    const code = incidentCode(act);
    const words = plain(act.words ?? "");
    const at = paragraphs.filter(
      ({ id, text }) => id.endsWith(`.${code}`) || (words.length >= telling && text.includes(words)),
    );
    if (at.length > 0)
      found.set(
        code,
        at.map(({ no }) => no),
      );
  }
  return found;
}

/** Paragraphs as the paper numbers them: one that was left empty has no number. */
function numbered(blocks: readonly DocumentBlock[]): { id: string; no: number; text: string }[] {
  const paragraphs = blocks.flatMap((block) =>
    (block.kind === "numbered" || block.kind === "prompt") && block.text
      ? [{ id: block.id, text: plain(block.text) }]
      : [],
  );
  return paragraphs.map((paragraph, i) => ({ ...paragraph, no: i + 1 }));
}

const plain = (text: string): string => text.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
