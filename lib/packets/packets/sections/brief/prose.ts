import type { Block } from "@/lib/platform/pdf/blocks";
import { type Inline, inlines, type Rich } from "@/lib/platform/pdf/rich-text";
import { codeList, type Sources } from "../source-column";

/** A paragraph of the brief: its sources stand in round brackets at its end, so that it needs no second column. */
export function prose(text: Rich, sources: Sources): Block {
  const inside: Inline[] = [" (", ...codeList(sources, "; "), ")"];
  return { b: "prose", text: [...inlines(text), ...inside] };
}
