import "server-only";
import { and, asc, desc, eq } from "drizzle-orm";
import { among } from "@/db/among";
import { chatImports, chatMessages, chatSenders } from "@/db/schema";
import { messagePlace, senderPlace } from "@/lib/evidence/chats/rules";

import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { Vault } from "@/lib/kernel/access/vault";
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
  const all = await db
    .select({ seq: chatMessages.seq, incidentId: chatMessages.incidentId })
    .from(chatMessages)
    .where(theirs)
    .orderBy(asc(chatMessages.seq));
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
      incident: codeOf(row.incidentId),
    })),
  };
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
