import { isWorded } from "./rules";
import type { DocumentBlock, DocumentBody } from "./types";

/**
 * The paper as drawn from today's facts, with every word that a person wrote kept in its place: what they changed,
 * what they added, and what they changed in a piece that the facts no longer give. What they took out stays out.
 */
export function refreshBody(before: DocumentBody, fresh: DocumentBody): DocumentBody {
  const old = new Map(before.blocks.map((block) => [block.id, block]));
  const blocks = fresh.blocks
    .filter((block) => !before.removed?.includes(block.id))
    .map((block) => keepWords(block, old.get(block.id)));
  before.blocks.forEach((block, i) => {
    if (blocks.some((documentBlock) => documentBlock.id === block.id) || !isWorded(block) || !block.edited) return;
    blocks.splice(placeAfter(blocks, before.blocks.slice(0, i)), 0, block);
  });
  const { removed, chosen } = before;
  return { ...fresh, blocks, ...(removed ? { removed } : {}), ...(chosen ? { chosen } : {}) };
}

function keepWords(fresh: DocumentBlock, old: DocumentBlock | undefined): DocumentBlock {
  if (!old || !isWorded(old) || !old.edited || old.kind !== fresh.kind) return fresh;
  if (old.kind === "field" && fresh.kind === "field") return { ...fresh, value: old.value, edited: true };
  if (old.kind === "prompt" && fresh.kind === "prompt") return { ...fresh, text: old.text, edited: true };
  return old;
}

/** Behind the nearest piece above it that is still there. */
function placeAfter(blocks: readonly DocumentBlock[], above: readonly DocumentBlock[]): number {
  for (const block of above.toReversed()) {
    const at = blocks.findIndex((documentBlock) => documentBlock.id === block.id);
    if (at >= 0) return at + 1;
  }
  return 0;
}
