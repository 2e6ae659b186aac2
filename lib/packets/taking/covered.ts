import { placeOf, textsIn } from "@/lib/packets/checklists/places";
import { denseOf, PhraseFinder } from "@/lib/platform/phrases";
import { hideWords } from "@/lib/redactions/hide-words";
import { coverSays } from "@/lib/redactions/labels";
import type { CoverKind, WordCover } from "@/lib/redactions/types";
import type { Chat } from "./chats";
import { isOfficial } from "./leaks";
import type { CaseRecord } from "./read-case";
import { incidentCode } from "./words";

/** By exhibit: its id while the case is read, its code in what is taken. */
export type Covers = ReadonlyMap<string, readonly WordCover[]>;

/**
 * The case with the words that a person covered in an exhibit covered in the acts that rest on it as well: what an act
 * quotes of a chat would show what its transcript hides. What is covered in one message counts for the act that it is.
 */
export function withCovers(record: CaseRecord, covers: Covers, chats: ReadonlyMap<string, Chat>): CaseRecord {
  if (covers.size === 0) return record;
  return {
    ...record,
    incidents: record.incidents.map((row) => {
      const tied = record.ties.filter((tie) => tie.incidentId === row.id).map((tie) => tie.exhibitId);
      const mine = tied.flatMap((exhibitId) =>
        (covers.get(exhibitId) ?? []).filter((cover) => isOf(cover, row, chats.get(exhibitId))),
      );
      if (mine.length === 0) return row;
      return {
        ...row,
        words: row.words && hideWords(row.words, mine).text,
        what: hideWords(row.what, mine).text,
      };
    }),
  };
}

type Row = CaseRecord["incidents"][number];

function isOf({ place, reading }: WordCover, row: Row, chat: Chat | undefined): boolean {
  if (place === null || !chat || reading !== chat.reading) return true;
  const said = chat.rows.find(({ no }) => no === place);
  return said === undefined || said.incident === null || said.incident === incidentCode(row);
}

/** What a cover protects: it is looked for in the rest of the packet. What is not about the case protects nobody. */
const protects: readonly CoverKind[] = ["person", "child", "address"];
/** Hashes and ids, in which chance makes short names. */
const ofMachines = /^[0-9a-f-]{32,}$/i;
/** A short number stands in dates and counts as well. */
const isTelling = (words: string): boolean => denseOf(words).length >= (/\p{L}/u.test(words) ? 3 : 6);
const ours = /\[covered: [^[\]]*\]/g;

/** Where words still stand that are covered everywhere in an exhibit: `E-02, the words of the file: holds …`. */
export function coveredElsewhere(snapshot: object, covers: Covers): string[] {
  const wanted = [...covers].flatMap(([code, all]) =>
    all
      .filter((one) => one.place === null && protects.includes(one.kind) && isTelling(one.words))
      .map((cover) => ({ code, cover })),
  );
  if (wanted.length === 0) return [];
  const lines = textsIn(snapshot).flatMap(({ path, text }) => {
    if (isOfficial(path) || path.endsWith(".says") || ofMachines.test(text)) return [];
    const finder = new PhraseFinder(text.replaceAll(ours, " "));
    return wanted
      .filter(({ cover }) => finder.find(cover.words).length > 0)
      .map(({ code, cover }) => `${placeOf(snapshot, path)}: holds what is covered in ${code} (${coverSays(cover)})`);
  });
  return [...new Set(lines)];
}
