import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { chatImports, chatMessages, chatSenders } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { type ImportRow, lockImport } from "../access";
import { NoteMessages } from "../input";
import { foldName, messagePlace, sameness, senderPlace } from "../rules";

type Piece = Pick<NoteMessages, "format" | "messages">;

/**
 * Stores a batch of messages. Messages already stored, by this reading or another of the same case, are skipped by
 * their keyed fingerprint, so a batch may arrive twice. @throws AppError conflict if the reading is no longer running
 */
export const noteMessages = command({
  needs: "job.run",
  input: NoteMessages,
  async run(ctx, { importId, format, messages }) {
    const row = await lockImport(ctx, importId);
    if (row.state !== "reading") throw new AppError("conflict", t("This export is not being read."));
    const vault = await openVault(ctx, row.keyId);
    const senders = await keepSenders(ctx, vault, row, { format, messages });
    const kept = await ctx.db
      .insert(chatMessages)
      .values(messages.map((message) => messageRow(ctx, vault, row, { ...message, format, senders })))
      .onConflictDoNothing()
      .returning({ id: chatMessages.id });
    await ctx.db
      .update(chatImports)
      .set({ format, messages: sql`${chatImports.messages} + ${kept.length}` })
      .where(eq(chatImports.id, row.id));
    const detail = { offered: messages.length, kept: kept.length };
    return {
      value: { kept: kept.length },
      audit: { action: "chat.messages_noted", subjectId: row.id, caseId: row.caseId, detail },
    };
  },
});

type Message = NoteMessages["messages"][number] & { format: string; senders: Map<string, string> };

function messageRow(ctx: TxCtx, vault: Vault, row: ImportRow, message: Message) {
  const { seq, sentAt, stamp, sender, kind, words, media, nth, format, senders } = message;
  const id = newId();
  return {
    id,
    orgId: ctx.orgId,
    caseId: row.caseId,
    importId: row.id,
    exhibitId: row.exhibitId,
    seq,
    sentAt,
    stamp,
    kind,
    senderId: sender === null ? null : (senders.get(foldName(sender)) ?? null),
    zone: format === "whatsapp" ? row.zone : "UTC",
    words: vault.sealMaybe(messagePlace(id, "words"), words),
    mediaName: vault.sealMaybe(messagePlace(id, "media_name"), media),
    fingerprint: vault.mark("chat-message", `${nth}|${sameness({ format, sender, sentAt, kind, words })}`),
  };
}

/** The senders of a batch, each created once per case and format. By folded name. */
async function keepSenders(ctx: TxCtx, vault: Vault, row: ImportRow, { format, messages }: Piece) {
  const names = new Map<string, string>();
  for (const { sender } of messages) if (sender !== null) names.set(foldName(sender), sender);
  if (names.size === 0) return new Map<string, string>();
  const marked = [...names].map(([folded, name]) => {
    const id = newId();
    const token = vault.mark("chat-sender", `${format}|${folded}`);
    return { id, folded, token, name: vault.seal(senderPlace(id), name) };
  });
  await ctx.db
    .insert(chatSenders)
    .values(marked.map(({ id, token, name }) => ({ id, token, name, orgId: ctx.orgId, caseId: row.caseId, format })))
    .onConflictDoNothing();
  const found = await ctx.db
    .select({ id: chatSenders.id, token: chatSenders.token })
    .from(chatSenders)
    .where(
      and(
        eq(chatSenders.caseId, row.caseId),
        among(
          chatSenders.token,
          marked.map((item) => item.token),
        ),
      ),
    );
  const ids = new Map(found.map(({ id, token }) => [Buffer.from(token).toString("hex"), id]));
  return new Map(marked.map(({ folded, token }) => [folded, ids.get(token.toString("hex")) ?? ""]));
}
