import { gapsIn, isWorded, wordsOf } from "./rules";
import type { DocumentBlock, DocumentBody, WordedBlock } from "./types";

export type BodyEdits = {
  texts: Readonly<Record<string, string>>;
  add: readonly string[];
  remove: readonly string[];
};

/**
 * A document with one person's changes. Changed text is marked, so that a refresh leaves it. A required block cannot be
 * removed, nor can what is generated from the record.
 */
export function editBody(body: DocumentBody, edits: BodyEdits, makeId: () => string): DocumentBody {
  const gone = body.blocks.filter((block) => edits.remove.includes(block.id) && mayGo(block)).map((block) => block.id);
  const blocks = body.blocks
    .filter((block) => !gone.includes(block.id))
    .flatMap((block): DocumentBlock[] => {
      const worded = reword(block, edits.texts[block.id]);
      return edits.add.includes(block.id) ? [worded, newBlock(block, makeId())] : [worded];
    });
  keepStrays(blocks, body, edits, makeId);
  const removed = [...(body.removed ?? []), ...gone.filter((id) => !id.startsWith("own-"))];
  return { ...body, blocks, ...(removed.length > 0 ? { removed } : {}) };
}

/** Text for a block that somebody removed meanwhile becomes a separate paragraph: nothing typed is lost. */
function keepStrays(blocks: DocumentBlock[], body: DocumentBody, { texts }: BodyEdits, makeId: () => string): void {
  const known = new Set(body.blocks.map((block) => block.id));
  for (const [id, text] of Object.entries(texts)) {
    if (known.has(id) || text.trim() === "") continue;
    const last = blocks.findLastIndex((block) => block.kind === "numbered" || block.kind === "prompt");
    const stray: DocumentBlock = { id: `own-${makeId()}`, kind: "numbered", text, gaps: gapsIn(text), edited: true };
    blocks.splice(last + 1, 0, stray);
  }
}

function mayGo(block: DocumentBlock): boolean {
  return isWorded(block) && !("must" in block && block.must);
}

function reword(block: DocumentBlock, text: string | undefined): DocumentBlock {
  const message = text?.replace(/\r\n?/g, "\n").trimEnd();
  if (message === undefined || !isWorded(block) || message === wordsOf(block)?.trimEnd()) return block;
  return withWords(block, message);
}

function withWords(block: WordedBlock, text: string): DocumentBlock {
  if (block.kind === "field") return { ...block, value: text, edited: true };
  if (block.kind === "paragraph" || block.kind === "numbered")
    return { ...block, text, gaps: gapsIn(text), edited: true };
  return { ...block, text, edited: true };
}

function newBlock(after: DocumentBlock, id: string): DocumentBlock {
  const kind = after.kind === "paragraph" ? "paragraph" : "numbered";
  return { id: `own-${id}`, kind, text: "", gaps: [], edited: true };
}
