import { wordsOf } from "./rules";
import type { ClashBlock, DocumentBody } from "./types";

/**
 * The blocks that differ between what one person wants to save and what somebody else saved since both read `base`. My
 * text for a block that is gone is shown too: nothing typed is lost.
 */
export function findClash(
  base: DocumentBody,
  theirs: DocumentBody,
  mine: Readonly<Record<string, string>>,
): Omit<ClashBlock, "what">[] {
  const was = wordsById(base);
  const now = wordsById(theirs);
  return Object.entries(mine).flatMap(([id, typed]): Omit<ClashBlock, "what">[] => {
    const message = tidy(typed);
    const old = tidy(was.get(id) ?? "");
    const their = tidy(now.get(id) ?? "");
    if (message === their) return [];
    const changed = message === old ? "theirs" : their === old ? "mine" : "both";
    return [{ id, mine: message, theirs: their, changed }];
  });
}

function wordsById(body: DocumentBody): Map<string, string> {
  return new Map(
    body.blocks.flatMap((block) => {
      const words = wordsOf(block);
      return words === null ? [] : [[block.id, words] as const];
    }),
  );
}

const tidy = (text: string): string => text.replace(/\r\n?/g, "\n").trimEnd();
