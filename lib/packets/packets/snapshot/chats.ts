import "server-only";
import { and, asc, desc, eq } from "drizzle-orm";
import { among } from "@/db/among";
import { chatImports, chatMessages, chatSenders } from "@/db/schema";
import { messagePlace, senderPlace } from "@/lib/evidence/chats/rules";

import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { Vault } from "@/lib/kernel/access/vault";
import { denseOf } from "@/lib/platform/text/phrases";
import type { CaseRecord } from "./read-case";
import { incidentCode, iso } from "./words";

/** One message of a chat as exported, with nothing covered yet. `by` is null if the export names nobody. */
export type ChatRow = {
  no: number;
  at: string;
  stamp: string;
  kind: "text" | "media" | "call" | "deleted" | "system";
  by: { name: string; isClient: boolean; account: string | null } | null;
  words: string | null;
  mediaName: string | null;
  incident: string | null;
};

/** The messages of an export that a packet prints, out of the total. `reading`: the reading they belong to. */
export type Chat = { reading: string; zone: string; total: number; rows: ChatRow[] };

/** Messages around an act are printed with it; without any act the chat is printed from its beginning. */
const around = 5;
const fromBeginning = 60;
const most = 400;

/** The chats among the exhibits that travel, by exhibit: of each the newest reading that has messages. */
export async function readChats(
  { db, orgId }: TxCtx,
  vault: Vault,
  record: CaseRecord,
  exhibitIds: readonly string[],
): Promise<Map<string, Chat>> {
  if (exhibitIds.length === 0) return new Map();
  const mine = and(eq(chatImports.orgId, orgId), among(chatImports.exhibitId, [...exhibitIds]));
  const imports = await db
    .select()
    .from(chatImports)
    .where(and(mine, eq(chatImports.state, "ready")))
    .orderBy(desc(chatImports.startedAt), desc(chatImports.id));
  const chats = new Map<string, Chat>();
  for (const exhibitId of exhibitIds) {
    // A message that was in an earlier export is stored there: a reading may have none of its own.
    const newest = imports.find((import_) => import_.exhibitId === exhibitId && import_.messages > 0);
    if (newest) chats.set(exhibitId, await readChat({ db, orgId }, vault, record, newest));
  }
  return chats;
}

async function readChat(
  { db, orgId }: Pick<TxCtx, "db" | "orgId">,
  vault: Vault,
  record: CaseRecord,
  { id, zone }: typeof chatImports.$inferSelect,
): Promise<Chat> {
  const theirs = and(eq(chatMessages.orgId, orgId), eq(chatMessages.importId, id));
  const stored = await db
    .select({ seq: chatMessages.seq, incidentId: chatMessages.incidentId, sentAt: chatMessages.sentAt })
    .from(chatMessages)
    .where(theirs)
    .orderBy(asc(chatMessages.seq));
  const near = stored.filter((message) => actsNear(record, message).length > 0).map(({ seq }) => seq);
  const worded = await db
    .select({ id: chatMessages.id, seq: chatMessages.seq, sentAt: chatMessages.sentAt, words: chatMessages.words })
    .from(chatMessages)
    .where(and(theirs, among(chatMessages.seq, near.slice(0, most))))
    .orderBy(asc(chatMessages.seq));
  const recorded = recordedActs(
    record,
    new Set(stored.flatMap(({ incidentId }) => incidentId ?? [])),
    worded.map(({ id: row, words, ...message }) => ({
      ...message,
      words: vault.openMaybe(messagePlace(row, "words"), words) ?? "",
    })),
  );
  const all = stored.map((message) => ({
    ...message,
    incidentId: message.incidentId ?? recorded.get(message.seq) ?? null,
  }));
  const printed = printedOf(all);
  const rows = await db
    .select()
    .from(chatMessages)
    .where(and(theirs, among(chatMessages.seq, printed)))
    .orderBy(asc(chatMessages.seq));
  const senders = await db
    .select()
    .from(chatSenders)
    .where(and(eq(chatSenders.orgId, orgId), eq(chatSenders.caseId, record.case.id)));
  const senderOf = (senderId: string | null): ChatRow["by"] => {
    const row = senders.find((sender) => sender.id === senderId);
    if (!row) return null;
    const account = record.accounts.find((candidate) => candidate.id === row.accountId);
    const name = vault.open(senderPlace(row.id), row.name);
    return { name, isClient: row.isClient, account: account ? `A${account.number}` : null };
  };
  const codeOf = (incidentId: string | null): string | null => {
    const incident = record.incidents.find((candidate) => candidate.id === incidentId);
    return incident ? incidentCode(incident) : null;
  };
  return {
    reading: id,
    zone,
    total: all.length,
    rows: rows.map((row) => ({
      no: row.seq,
      at: iso(row.sentAt),
      stamp: row.stamp,
      kind: row.kind,
      by: senderOf(row.senderId),
      words: vault.openMaybe(messagePlace(row.id, "words"), row.words),
      mediaName: vault.openMaybe(messagePlace(row.id, "media_name"), row.mediaName),
      incident: codeOf(row.incidentId ?? recorded.get(row.seq) ?? null),
    })),
  };
}

/** The case, with each act linked to the chat of which it is a message. */
export function withMessages(record: CaseRecord, chats: ReadonlyMap<string, Chat>): CaseRecord {
  const { orgId, id: caseId } = record.case;
  const isLinked = (incidentId: string, exhibitId: string) =>
    record.links.some((link) => link.incidentId === incidentId && link.exhibitId === exhibitId);
  const found = [...chats].flatMap(([exhibitId, { rows }]) =>
    record.incidents
      .filter((incident) => rows.some((row) => row.incident === incidentCode(incident)))
      .filter(({ id }) => !isLinked(id, exhibitId))
      .map(({ id: incidentId }) => ({ orgId, caseId, incidentId, exhibitId })),
  );
  return found.length > 0 ? { ...record, links: [...record.links, ...found] } : record;
}

type Stored = { incidentId: string | null; sentAt: Date };
const minute = 60_000;

/** Acts with words that happened in the minute of a message that nobody made an act. */
const actsNear = ({ incidents }: CaseRecord, { incidentId, sentAt }: Stored): CaseRecord["incidents"] =>
  incidentId === null
    ? incidents.filter(
        ({ kind, words, happenedAt }) =>
          kind === "act" && words && Math.abs(happenedAt.getTime() - sentAt.getTime()) < minute,
      )
    : [];

/** An act that was typed before the export came is the message with the same words in the same minute. By its number. */
function recordedActs(
  record: CaseRecord,
  made: ReadonlySet<string>,
  messages: readonly { seq: number; sentAt: Date; words: string }[],
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const { seq, sentAt, words } of messages) {
    const wanted = denseOf(words);
    const taken = new Set([...made, ...found.values()]);
    const act = actsNear(record, { incidentId: null, sentAt }).find(
      (incident) => wanted !== "" && !taken.has(incident.id) && denseOf(incident.words ?? "") === wanted,
    );
    if (act) found.set(seq, act.id);
  }
  return found;
}

/** The places of the messages to print: those that are acts come before those around them where not all fit. */
function printedOf(all: readonly { seq: number; incidentId: string | null }[]): number[] {
  const acts = all.flatMap(({ incidentId }, at) => (incidentId === null ? [] : [at]));
  if (acts.length === 0) return all.slice(0, fromBeginning).map(({ seq }) => seq);
  const chosen = new Set(acts.slice(0, most));
  for (let apart = 1; apart <= around; apart += 1)
    for (const at of acts)
      for (const near of [at - apart, at + apart]) if (near in all && chosen.size < most) chosen.add(near);
  return [...chosen].toSorted((a, b) => a - b).flatMap((at) => all[at]?.seq ?? []);
}
