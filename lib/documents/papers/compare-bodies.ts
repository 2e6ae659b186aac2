import { blockName } from "./rules";
import type { Difference, DocumentBlock, DocumentBody } from "./types";

/** The differences between two versions, block by block, in the order of the newer one; removed blocks come last. */
export function compareBodies(before: DocumentBody, after: DocumentBody): Difference[] {
  const old = textsOf(before);
  const now = textsOf(after);
  const ids = [...now.keys(), ...[...old.keys()].filter((id) => !now.has(id))];
  return ids.flatMap((id) => {
    const was = old.get(id) ?? null;
    const is = now.get(id) ?? null;
    const holder = is === null ? before : after;
    return was === is ? [] : [{ id, what: blockName(holder, id), before: was, after: is }];
  });
}

function textsOf(body: DocumentBody): Map<string, string> {
  return new Map(body.blocks.map((block) => [block.id, textOf(block)]));
}

function textOf(block: DocumentBlock): string {
  switch (block.kind) {
    case "field":
      return block.value;
    case "table":
      return [block.head, ...block.rows].map((row) => row.join(" | ")).join("\n");
    case "annexures":
      return block.rows.map((row) => `${row.mark} ${row.exhibit} ${row.description} ${row.sha256}`).join("\n");
    case "oath":
      return [block.heading, ...block.lines, ...block.blanks].join("\n");
    case "signature":
      return [block.who, ...block.blanks].join("\n");
    default:
      return block.text;
  }
}
