import { knowledgeShown } from "@/lib/casework/cases/labels";
import { hideWords } from "@/lib/evidence/redactions/hide-words";
import type { WordCover } from "@/lib/evidence/redactions/types";
import { tellsToStop } from "@/lib/law/dual-criminality/tells-to-stop";
import type { Chat, ChatRow } from "./chats";
import { wordMasker } from "./mask-words";
import type { CaseRecord } from "./read-case";
import type { PacketSnapshotInput, SnapshotLaw } from "./snapshot";
import { accountCode, exhibitCode, exhibitsOf, incidentCode, iso } from "./words";

export type Knowledge = SnapshotLaw["knowledge"][number];

/** The exhibits that travel, the chats among them, and what people covered in them, by exhibit. */
export type Read = {
  chosen: ReadonlySet<string>;
  chats: ReadonlyMap<string, Chat>;
  covers: ReadonlyMap<string, readonly WordCover[]>;
};

/**
 * What the sender was told and did after it, from the whole record: events, acts that show it, and in the transcripts what
 * the client wrote and what came back.
 */
export function knowledgeParts(record: CaseRecord, read: Read): Knowledge[] {
  const recorded = record.incidents.flatMap((row) => {
    const kind = knowledgeShown(row)?.toLowerCase();
    return kind ? [{ kind, ...factOf(record, row, read) }] : [];
  });
  const written = [...read.chats].flatMap(([exhibitId, chat]) => linesOf(record, exhibitId, chat, read));
  const known = new Set(recorded.map(({ incident }) => incident));
  const fresh = written.filter(({ incident }) => incident === null || !known.has(incident));
  return [...recorded, ...fresh].toSorted((a, b) => Date.parse(a.at ?? "") - Date.parse(b.at ?? ""));
}

/** What the acts did to the client, from the whole record. */
export function effectParts(record: CaseRecord, read: Read): Fact[] {
  return record.incidents.filter(isEffect).map((row) => factOf(record, row, read));
}

/** The same as statements with their sources. */
export function harmParts(record: CaseRecord, chosen: ReadonlySet<string>): Pick<PacketSnapshotInput["case"], "harm"> {
  return {
    harm: record.incidents.filter(isEffect).map((row) => ({
      text: row.words ? `${row.what} \u201C${row.words}\u201D` : row.what,
      sources: [incidentCode(row), ...exhibitsOf(record, row.id, chosen)],
    })),
  };
}

const isEffect = ({ kind, nature }: Row): boolean => kind === "event" && nature === "effect";

type Fact = Omit<Knowledge, "kind">;
type Row = CaseRecord["incidents"][number];

/** One act or event as a fact: its words, or what happened where there are none. */
export function factOf(record: CaseRecord, row: Row, { chosen, chats }: Read): Fact {
  const account = record.accounts.find((candidate) => candidate.id === row.accountId);
  const exhibits = exhibitsOf(record, row.id, chosen);
  const [only] = exhibits.length === 1 ? record.exhibits.filter((one) => exhibitCode(one) === exhibits[0]) : [];
  const lines = (only && chats.get(only.id)?.rows.filter(({ incident }) => incident === incidentCode(row))) ?? [];
  return {
    incident: incidentCode(row),
    account: account ? accountCode(account) : null,
    by: row.kind === "act" || natureOfSender.has(row.nature) ? "sender" : "client",
    at: iso(row.happenedAt),
    words: row.words,
    what: row.what,
    statement: null,
    exhibit: exhibits.join(", ") || null,
    // In several exhibits it would be unclear of which it is the number.
    message: lines[0]?.no ?? null,
  };
}

/** Events that are the sender's doing. */
const natureOfSender: ReadonlySet<string> = new Set(["replied", "account_changed"]);

const firstTimes = 5;

/** What the client wrote to make it stop, each with the next message that came back. */
function linesOf(record: CaseRecord, exhibitId: string, { reading, rows }: Chat, { covers }: Read): Knowledge[] {
  const exhibit = record.exhibits.find(({ id }) => id === exhibitId);
  const mask = wordMasker(record.client.secrets);
  const mine = covers.get(exhibitId) ?? [];
  const shownOf = (row: ChatRow): string => {
    const hidden = hideWords(
      row.words ?? "",
      mine,
      (cover) => cover.place === null || cover.reading !== reading || cover.place === row.no,
    );
    return mask(hidden.text).text;
  };
  const lineOf = (kind: string, row: ChatRow): Knowledge => ({
    kind,
    incident: row.incident,
    account: row.by?.account ?? null,
    by: row.by?.isClient ? "client" : "sender",
    at: row.at,
    words: shownOf(row),
    what: null,
    statement: null,
    exhibit: exhibit ? exhibitCode(exhibit) : null,
    message: row.no,
  });
  const found = rows.flatMap((row, at): Knowledge[][] => {
    if (!row.by?.isClient || row.kind !== "text" || !tellsToStop(row.words ?? "")) return [];
    const back = rows.slice(at + 1).find((next) => next.kind === "text" && next.by !== null);
    const told = lineOf("told to stop", row);
    return [back && !back.by?.isClient ? [told, lineOf("answered", back)] : [told]];
  });
  // The first times and the last one say it; a hundred would bury it.
  return found.filter((_, at) => at < firstTimes || at === found.length - 1).flat();
}
