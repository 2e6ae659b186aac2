import { hideWords } from "@/lib/evidence/redactions/hide-words";
import { describeCover, isOurs, ourMarks } from "@/lib/evidence/redactions/labels";
import { isSoughtElsewhere } from "@/lib/evidence/redactions/rules";
import type { WordCover } from "@/lib/evidence/redactions/types";
import { PhraseFinder } from "@/lib/platform/text/phrases";
import { placeOf, textsIn } from "../preflight/places";
import type { Chat } from "./chats";
import { formsIn, generatedWord } from "./leaks";
import type { CaseRecord } from "./read-case";
import { incidentCode } from "./words";

/** By exhibit: by id while the case is read, by code in the snapshot. */
export type Covers = ReadonlyMap<string, readonly WordCover[]>;

/**
 * The case, with the words covered in an exhibit also covered in the acts that rest on it: otherwise an act's quotation
 * of a chat would show what its transcript hides. A cover in one message applies to the act of that message.
 */
export function withCovers(record: CaseRecord, covers: Covers, chats: ReadonlyMap<string, Chat>): CaseRecord {
  if (covers.size === 0) return record;
  return {
    ...record,
    incidents: record.incidents.map((row) => {
      const linked = record.links.filter((link) => link.incidentId === row.id).map((link) => link.exhibitId);
      const mine = linked.flatMap((exhibitId) =>
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
  const message = chat.rows.find(({ no }) => no === place);
  return message === undefined || message.incident === null || message.incident === incidentCode(row);
}

type Sought = { code: string; cover: WordCover };

/** The covers to search for outside their own exhibit, with the code of that exhibit. */
const soughtIn = (covers: Covers): Sought[] =>
  [...covers].flatMap(([code, all]) => all.filter(isSoughtElsewhere).map((cover) => ({ code, cover })));

export const seeksElsewhere = (covers: Covers): boolean => soughtIn(covers).length > 0;

/**
 * What law data, a directory or an office says, and names of offices: an office may be called as a street is. All else of
 * a snapshot was typed by somebody, or may be.
 */
const ofOffices = [
  /^(org|words|charges|holders|receivers)\b/,
  /^dropped\.\d+\.(provision|source)$/,
  /^pairs\.\d+\.(home|other|content|elements\.\d+\.(home|other))\b/,
  /^law\.rows\.\d+\.(home|there|gap)\b/,
  /^law\.(considered\.\d+\.(offence|citation)|unconsidered)\b/,
  /^references\.\d+\.(label|station|issuer)$/,
  /^releases\.\d+\.(receiver|officers)\b/,
  /^preservation\.(forecast|rows\.\d+\.(entity|route|law|asks|retention|notifies|clocks))\b/,
  /^refusal\.(office|step|basis|rungs)\b/,
  /^ncb\.(from|to)$/,
  /^accounts\.\d+\.provider\b/,
  /^zones\.(home|other\.(zone|name))$/,
];

const stillHolds = "holds what is covered in";

/** Where words covered throughout an exhibit still appear: `E-02, the words of the file: holds …`. */
export function coveredElsewhere(snapshot: object, covers: Covers): string[] {
  const sought = soughtIn(covers);
  if (sought.length === 0) return [];
  const lines = textsIn(snapshot).flatMap(({ path, text }) => {
    if (path === generatedWord || ofOffices.some((part) => part.test(path))) return [];
    if (path.endsWith(".says") && isOurs(text)) return [];
    return soughtThere(sought, text.replaceAll(ourMarks(), " ")).map(
      ({ code, cover }) => `${placeOf(snapshot, path)}: ${stillHolds} ${code} (${describeCover(cover)})`,
    );
  });
  return [...new Set(lines)];
}

/** Whether a checklist line names such a place: printed, it would tell a reader where to look. */
export const tellsWhere = (reason: string): boolean => reason.includes(stillHolds);

/** Whether text read from a file, or typed for print, contains words covered in an exhibit of the case. */
export function holdsCovered(read: unknown, covers: Covers): boolean {
  const sought = soughtIn(covers);
  // Together, since words may run over the end of a line.
  const text = textsIn(read)
    .map((line) => line.text)
    .join("\n");
  return sought.length > 0 && soughtThere(sought, text).length > 0;
}

function soughtThere(sought: readonly Sought[], text: string): Sought[] {
  let left = [...sought];
  for (const form of formsIn(text)) {
    const finder = new PhraseFinder(form);
    left = left.filter(({ cover }) => finder.find(cover.words).length === 0);
    if (left.length === 0) break;
  }
  return sought.filter((candidate) => !left.includes(candidate));
}
