import { checkedOn } from "./common/cite";
import type { PacketLaw, PacketWord } from "./packet-word-types";
import { type Mark, marks } from "./source-types";

/**
 * Law sources from lines of `number | marks | source | statement`; a mark may be narrowed, as in `V:model`.
 * @throws Error for a mark that there is not
 */
export function lawLines(table: string): PacketLaw[] {
  return table
    .trim()
    .split("\n")
    .map((row) => {
      const [no = "", read = "", source = "", statement = ""] = row.split(" | ");
      return { no, statement, source, marks: read.split(" ").map(markOf), checkedOn };
    });
}

function markOf(text: string): PacketLaw["marks"][number] {
  const [name = "", note] = text.split(":");
  const mark = marks.find((one) => one === name);
  if (!mark) throw new Error(`no such mark: ${text}`);
  return note ? { mark, note } : { mark };
}

/** One sentence: its text, what the source column prints, where it was read, how well. */
export function word(text: string, sources: string[], from: string, ...read: Mark[]): PacketWord {
  return { text, sources, from, marks: read };
}

/** The common text with other sources: the law that it rests on is of the pair. */
export function sourced(sources: string[], from: string, ...read: Mark[]): PacketWord {
  return { sources, from, marks: read };
}
