import "server-only";
import { and, asc, count, eq, gt, type SQL, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { chatMessages, chatSenders, incidents } from "@/db/schema";
import { incidentCode } from "@/lib/casework/incidents/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { pageSize } from "@/lib/platform/paging";
import { findImport, type ImportRow } from "./access";
import { messagesOf } from "./messages-of";
import {
  clockMark,
  markersIn,
  messagePlace,
  openedBytes,
  piecesWithin,
  searchBytes,
  searchCap,
  senderPlace,
} from "./rules";

import type { MessageFilter, MessagePage, MessageView } from "./types";

const opened = 2000;

type Asked = { filter: MessageFilter; page: number; homeZone: string; withWords: boolean };

/**
 * A page of messages in the order of the export. A word or a marker is searched for in memory, in the messages that the
 * other filters leave, up to a limit reported by `more`: the words are stored only in encrypted columns.
 * @throws AppError not_found
 */
export const listMessages = query("case.read", async (ctx, importId: string, asked: Asked): Promise<MessagePage> => {
  const row = await findImport(ctx, importId);
  const vault = await openVault(ctx, row.keyId);
  const where = messagesOf(row, asked);
  const { filter, withWords } = asked;
  const page = Math.max(1, Math.floor(asked.page) || 1);
  const start = (page - 1) * pageSize;
  if (!filter.word && !filter.marker) {
    const [all] = await ctx.db.select({ total: count() }).from(chatMessages).where(where);
    const messages = await viewPage(ctx, vault, row, { ids: await idsFrom(ctx, where, start), withWords });
    return { messages, page, total: all?.total ?? 0, looked: 0, more: false, times: null };
  }
  const { hits, looked, more } = await lookFor(ctx, vault, where, filter);
  const ids = hits.slice(start, start + pageSize).map(({ id }) => id);
  const messages = await viewPage(ctx, vault, row, { ids, withWords });
  return { messages, page, total: hits.length, looked, more, times: hits.map(({ sentAt }) => sentAt) };
});

async function idsFrom(ctx: TxCtx, where: SQL | undefined, offset: number): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: chatMessages.id })
    .from(chatMessages)
    .where(where)
    .orderBy(asc(chatMessages.seq))
    .limit(pageSize)
    .offset(offset);
  return rows.map(({ id }) => id);
}

async function lookFor(ctx: TxCtx, vault: Vault, where: SQL | undefined, filter: MessageFilter) {
  const hits: { id: string; sentAt: Date }[] = [];
  let looked = 0;
  let bytes = 0;
  let after = 0;
  while (looked < searchCap) {
    const sizes = await sizesFrom(ctx, where, after);
    for (const piece of piecesWithin(openedBytes, sizes)) {
      if (bytes >= searchBytes) return { hits, looked, more: true };
      const rows = await sealedFrom(ctx, where, after, piece.count);
      for (const { id, sentAt, words } of rows)
        if (holds(vault.openMaybe(messagePlace(id, "words"), words), filter)) hits.push({ id, sentAt });
      looked += rows.length;
      bytes += piece.size;
      after = rows.at(-1)?.seq ?? after;
    }
    if (sizes.length < opened) return { hits, looked, more: false };
  }
  return { hits, looked, more: true };
}

/** The size of the next messages' encrypted words, in bytes: they are untrusted, and one can be huge. */
async function sizesFrom({ db }: TxCtx, where: SQL | undefined, after: number): Promise<number[]> {
  const rows = await db
    .select({ size: sql<number>`coalesce(octet_length(${chatMessages.words}), 0)` })
    .from(chatMessages)
    .where(and(where, gt(chatMessages.seq, after)))
    .orderBy(asc(chatMessages.seq))
    .limit(opened);
  return rows.map(({ size }) => size);
}

function sealedFrom({ db }: TxCtx, where: SQL | undefined, after: number, limit: number) {
  return db
    .select({ id: chatMessages.id, seq: chatMessages.seq, sentAt: chatMessages.sentAt, words: chatMessages.words })
    .from(chatMessages)
    .where(and(where, gt(chatMessages.seq, after)))
    .orderBy(asc(chatMessages.seq))
    .limit(limit);
}

function holds(words: string | null, { word, marker }: MessageFilter): boolean {
  if (words === null) return false;
  if (word && !fold(words).includes(fold(word))) return false;
  if (!marker) return true;
  const found = markersIn(words);
  return marker === "any" ? found.length > 0 : found.includes(marker);
}

const fold = (text: string): string => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

async function viewPage(
  ctx: TxCtx,
  vault: Vault,
  row: ImportRow,
  { ids, withWords }: { ids: string[]; withWords: boolean },
) {
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .select({ message: chatMessages, sender: chatSenders, incident: incidents })
    .from(chatMessages)
    .leftJoin(chatSenders, eq(chatSenders.id, chatMessages.senderId))
    .leftJoin(incidents, eq(incidents.id, chatMessages.incidentId))
    .where(among(chatMessages.id, ids))
    .orderBy(asc(chatMessages.seq));
  return rows.map(({ message, sender, incident }): MessageView => {
    const { id, seq, sentAt, zone, stamp, kind } = message;
    const words = vault.openMaybe(messagePlace(id, "words"), message.words);
    return {
      id,
      seq,
      sentAt,
      zone,
      stamp,
      kind,
      clock: clockMark({ format: row.format ?? "", sentAt, zone, stamp }),
      sender: sender ? vault.open(senderPlace(sender.id), sender.name) : null,
      isClient: sender?.isClient ?? false,
      words: withWords ? words : null,
      mediaName: withWords ? vault.openMaybe(messagePlace(id, "media_name"), message.mediaName) : null,
      markers: words === null ? [] : markersIn(words),
      incident: incident ? { id: incident.id, code: incidentCode(incident.kind, incident.number) } : null,
    };
  });
}
