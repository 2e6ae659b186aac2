import type { PacketLaw } from "@/lib/law/jurisdictions/packet-word-types";
import type { Block } from "@/lib/platform/pdf/blocks";
import type { Inline } from "@/lib/platform/pdf/rich-text";
import { isLawNumber } from "./source-column";

/** The same blocks, and the law sources that they cite. */
export type Named<T> = { value: T; used: Set<string> };

/**
 * Which law sources the blocks cite, so that those and no others are listed.
 * @throws Error when a number is not in the list of the pair
 */
export function nameLaws(blocks: readonly Block[], laws: ReadonlyMap<string, PacketLaw>): Named<Block[]> {
  const used = new Set<string>();
  const look = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.flatMap((item) => (isToken(item) ? marks(item.text) : [look(item)]));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, look(child)]));
  };
  const marks = (no: string): Inline[] => {
    if (!laws.has(no)) throw new Error(`no such law source: ${no}`);
    used.add(no);
    return [];
  };
  return { value: blocks.map((block) => look(block) as Block), used };
}

function isToken(value: unknown): value is { t: "mark"; text: string } {
  if (typeof value !== "object" || value === null || !("t" in value) || !("text" in value)) return false;
  return value.t === "mark" && typeof value.text === "string" && isLawNumber(value.text);
}
