import "server-only";
import { and, eq, getTableColumns, gte, lt, type SQL } from "drizzle-orm";
import { cases, chatImports, chatMessages, chatSenders } from "@/db/schema";
import { visibleCases } from "@/lib/casework/cases/access";
import type { Scoped } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { addDays } from "@/lib/platform/time/calendar";
import { instantOnWall } from "@/lib/platform/time/zone";
import type { MessageFilter } from "./types";

export type ImportRow = typeof chatImports.$inferSelect;

/** Where the sealed parts live. */
export const messagePlace = (row: string, column: "words" | "media_name") => ({ table: "chat_messages", column, row });
export const findPlace = (row: string) => ({ table: "chat_imports", column: "find", row });
export const senderPlace = (row: string) => ({ table: "chat_senders", column: "name", row });

/** The reading with the key of its case, when this person may see the case. @throws AppError not_found */
export async function findImport(ctx: Scoped, importId: string): Promise<ImportRow & { keyId: string }> {
  if (isId(importId)) {
    const [row] = await ctx.db
      .select({ ...getTableColumns(chatImports), keyId: cases.keyId })
      .from(chatImports)
      .innerJoin(cases, eq(cases.id, chatImports.caseId))
      .where(and(visibleCases(ctx), eq(chatImports.id, importId)));
    if (row) return row;
  }
  throw new AppError("not_found", "No such reading of an export.");
}

/** As findImport, and nobody else changes it until this transaction ends. @throws AppError not_found */
export async function lockImport(ctx: Scoped, importId: string): Promise<ImportRow & { keyId: string }> {
  const found = await findImport(ctx, importId);
  const [row] = await ctx.db
    .select()
    .from(chatImports)
    .where(and(eq(chatImports.orgId, ctx.orgId), eq(chatImports.id, found.id)))
    .for("update");
  if (!row) throw new AppError("not_found", "No such reading of an export.");
  return { ...row, keyId: found.keyId };
}

/** @throws AppError not_found */
export async function findSender(ctx: Scoped, senderId: string) {
  if (isId(senderId)) {
    const [row] = await ctx.db
      .select({ ...getTableColumns(chatSenders), keyId: cases.keyId })
      .from(chatSenders)
      .innerJoin(cases, eq(cases.id, chatSenders.caseId))
      .where(and(visibleCases(ctx), eq(chatSenders.id, senderId)));
    if (row) return row;
  }
  throw new AppError("not_found", "No such sender.");
}

/** Which messages of a reading the clear columns choose; days are those of the home wall. */
export function messagesOf(
  row: ImportRow,
  { filter, homeZone }: { filter: MessageFilter; homeZone: string },
): SQL | undefined {
  const from = filter.from ? instantOnWall(`${filter.from}T00:00`, homeZone) : null;
  const until = filter.to ? instantOnWall(`${addDays(filter.to, 1)}T00:00`, homeZone) : null;
  return and(
    eq(chatMessages.orgId, row.orgId),
    eq(chatMessages.importId, row.id),
    filter.senderId ? eq(chatMessages.senderId, filter.senderId) : undefined,
    filter.kind ? eq(chatMessages.kind, filter.kind) : undefined,
    from ? gte(chatMessages.sentAt, from) : undefined,
    until ? lt(chatMessages.sentAt, until) : undefined,
  );
}
