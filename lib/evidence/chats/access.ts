import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, getTableColumns } from "drizzle-orm";
import { cases, chatImports, chatSenders } from "@/db/schema";
import { visibleCases } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";

export type ImportRow = typeof chatImports.$inferSelect;

/** The reading with the key of its case, when this person may see the case. @throws AppError not_found */
export async function findImport(ctx: TxCtx, importId: string): Promise<ImportRow & { keyId: string }> {
  if (isId(importId)) {
    const [row] = await ctx.db
      .select({ ...getTableColumns(chatImports), keyId: cases.keyId })
      .from(chatImports)
      .innerJoin(cases, eq(cases.id, chatImports.caseId))
      .where(and(visibleCases(ctx), eq(chatImports.id, importId)));
    if (row) return row;
  }
  throw new AppError("not_found", t("No such reading of an export."));
}

/** As findImport, and locks the import until this transaction ends. @throws AppError not_found */
export async function lockImport(ctx: TxCtx, importId: string): Promise<ImportRow & { keyId: string }> {
  const found = await findImport(ctx, importId);
  const [row] = await ctx.db
    .select()
    .from(chatImports)
    .where(and(eq(chatImports.orgId, ctx.orgId), eq(chatImports.id, found.id)))
    .for("update");
  if (!row) throw new AppError("not_found", t("No such reading of an export."));
  return { ...row, keyId: found.keyId };
}

/** @throws AppError not_found */
export async function findSender(ctx: TxCtx, senderId: string) {
  if (isId(senderId)) {
    const [row] = await ctx.db
      .select({ ...getTableColumns(chatSenders), keyId: cases.keyId })
      .from(chatSenders)
      .innerJoin(cases, eq(cases.id, chatSenders.caseId))
      .where(and(visibleCases(ctx), eq(chatSenders.id, senderId)));
    if (row) return row;
  }
  throw new AppError("not_found", t("No such sender."));
}
