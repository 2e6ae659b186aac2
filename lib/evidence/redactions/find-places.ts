import "server-only";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { chatMessages, chatSenders } from "@/db/schema";
import { requireChangeable } from "@/lib/casework/cases/access";
import { messagePlace, openedBytes, piecesWithin, senderPlace } from "@/lib/evidence/chats/rules";

import { findExhibit } from "@/lib/evidence/exhibits/access";
import { listReadings } from "@/lib/evidence/exhibits/list-readings";
import { openReading } from "@/lib/evidence/exhibits/open-reading";
import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx, TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import type { PlainText } from "@/lib/platform/sandbox/types";
import { PhraseFinder } from "@/lib/platform/text/phrases";
import { readingOf } from "./reading-of";

/**
 * Where words occur in an exhibit: the numbers of messages or lines, and whether they also occur in a name, a header or
 * elsewhere. `of`: what is numbered; null if the file has no words. `reading`: the reading to which the numbers refer.
 * `inFile`: the file of a chat contains them, but no stored message of it.
 */
export type Places = {
  of: "message" | "line" | null;
  reading: string | null;
  places: number[];
  beside: boolean;
  inFile: boolean;
};

/**
 * Searches everything that was read of an exhibit, including what a packet leaves out, for a person who may change its
 * case: the result reveals what the exhibit contains.
 * @throws AppError not_found; conflict for a case that is closed or restricted; StorageError
 */
export async function findPlaces(ctx: Ctx, exhibitId: string, words: string): Promise<Places> {
  const { chat, keyId, readings } = await findInChat(ctx, exhibitId, words);
  if (chat && (chat.places.length > 0 || chat.beside)) return chat;
  const [newest] = readings;
  if (!newest) return chat ?? { of: null, reading: null, places: [], beside: false, inFile: false };
  const found = inText(await openReading(await openFiles(ctx, keyId), newest), words);
  if (!chat) return { of: "line", reading: newest.fileId, ...found, inFile: false };
  // A message from an earlier export is stored there, and is still in this file.
  return { ...chat, inFile: found.places.length > 0 || found.beside };
}

/** Together, since words may run over the end of a line. */
function inText({ lines, headers, attachments, mail }: PlainText, words: string): Pick<Places, "places" | "beside"> {
  const joined = lines.join("\n");
  const places = new Set<number>();
  let no = 1;
  let at = 0;
  for (const { from, to } of new PhraseFinder(joined).find(words)) {
    for (; at < to; at += 1) {
      if (at >= from) places.add(no);
      if (joined[at] === "\n") no += 1;
    }
  }
  const others = [
    ...headers.flatMap(({ name, value }) => [name, value]),
    ...attachments.flatMap(({ name, mime }) => [name, mime]),
    ...(mail?.hops ?? []).flatMap(({ claimed, seenName, by }) => [claimed ?? "", seenName ?? "", by ?? ""]),
  ];
  return { places: [...places], beside: new PhraseFinder(others.join("\n")).find(words).length > 0 };
}

/** `chat` is null when none was read of it. */
const findInChat = query("case.write", async (ctx, exhibitId: string, words: string) => {
  const exhibit = await findExhibit(ctx, exhibitId);
  await requireChangeable(ctx, exhibit.caseId);
  const { keyId, readings } = await listReadings(ctx, exhibitId);
  const reading = await readingOf(ctx, exhibitId);
  if (reading?.of !== "message") return { chat: null, keyId, readings };
  const vault = await openVault(ctx, keyId);
  const { places, senders } = await inMessages(ctx, vault, reading.id, words);
  const beside = new PhraseFinder((await namesOf(ctx, vault, senders)).join("\n")).find(words).length > 0;
  const chat: Places = { of: "message", reading: reading.id, places, beside, inFile: false };
  return { chat, keyId, readings };
});

const opened = 2000;

/** In batches, since the words are untrusted and one message can be huge. */
async function inMessages(ctx: TxCtx, vault: Vault, importId: string, words: string) {
  const places: number[] = [];
  const senders = new Set<string>();
  const { id, seq, senderId } = chatMessages;
  const after = (last: number) =>
    and(eq(chatMessages.orgId, ctx.orgId), eq(chatMessages.importId, importId), gt(seq, last));
  const size = sql<number>`coalesce(octet_length(${chatMessages.words}), 0)`;
  for (let last = 0, more = true; more; ) {
    const sizes = await ctx.db.select({ size }).from(chatMessages).where(after(last)).orderBy(asc(seq)).limit(opened);
    more = sizes.length === opened;
    for (const piece of piecesWithin(
      openedBytes,
      sizes.map((size) => size.size),
    )) {
      const rows = await ctx.db
        .select({ id, seq, senderId, words: chatMessages.words })
        .from(chatMessages)
        .where(after(last))
        .orderBy(asc(seq))
        .limit(piece.count);
      for (const row of rows) {
        const message = vault.openMaybe(messagePlace(row.id, "words"), row.words) ?? "";
        if (new PhraseFinder(message).find(words).length > 0) places.push(row.seq);
        if (row.senderId) senders.add(row.senderId);
      }
      last = rows.at(-1)?.seq ?? last;
    }
  }
  return { places, senders: [...senders] };
}

async function namesOf(ctx: TxCtx, vault: Vault, senders: readonly string[]): Promise<string[]> {
  if (senders.length === 0) return [];
  const rows = await ctx.db
    .select({ id: chatSenders.id, name: chatSenders.name })
    .from(chatSenders)
    .where(and(eq(chatSenders.orgId, ctx.orgId), among(chatSenders.id, [...senders])));
  return rows.map((row) => vault.open(senderPlace(row.id), row.name));
}
