import type { Block } from "./blocks";

/**
 * Gives each numbered paragraph its number, in the order of reading, from 1. Every writer of the same blocks then
 * prints the same numbers, whether it writes the whole document or a part of it.
 */
export function numberParagraphs(blocks: readonly Block[]): Block[] {
  let last = 0;
  const number = (block: Block): Block => {
    if (block.b === "keep") return { ...block, blocks: block.blocks.map(number) };
    if (block.b !== "para") return block;
    last += 1;
    return { ...block, no: last };
  };
  return blocks.map(number);
}
