import type { DocumentBlock, DocumentBody, SheetPiece } from "../types";

/**
 * What of a paper is pasted into somebody else's form, in its order: lines with their labels, and texts. What nobody has
 * to write is left out while it is empty, and so is everything that is only for the one who drafts.
 */
export function sheetPieces(body: DocumentBody): SheetPiece[] {
  return body.blocks.flatMap((block) => pieceOf(block) ?? []);
}

function pieceOf(block: DocumentBlock): SheetPiece | null {
  const { id } = block;
  if (block.kind === "field") {
    if (block.whenKnown && block.value.trim() === "") return null;
    return { id, label: block.label, text: block.value, asks: block.hint, choices: block.choices };
  }
  if (block.kind === "prompt") {
    const label = block.must?.element ?? null;
    // Without a rule that asks for it, it may stay unanswered.
    if (!block.text && !label) return null;
    return { id, label, text: block.text, asks: block.asks, choices: null };
  }
  if (block.kind !== "numbered" && block.kind !== "paragraph") return null;
  return block.text ? { id, label: null, text: block.text, asks: null, choices: null } : null;
}

/** All of it as one text, for a form with one box. */
export function sheetText(pieces: readonly SheetPiece[]): string {
  const written = pieces.filter(({ text }) => text.trim() !== "");
  return written.map(({ label, text }) => (label ? `${label}: ${text}` : text)).join("\n\n");
}
