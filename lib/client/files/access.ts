import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { clientFiles, clientPages } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";

type FileRow = typeof clientFiles.$inferSelect;

/** A file, and the key of the page under which it lies; from a client's context, one of hers. @throws AppError not_found */
export async function findOwnFile(ctx: TxCtx, clientFileId: string): Promise<FileRow & { keyId: string }> {
  if (isId(clientFileId)) {
    const [row] = await ctx.db
      .select({ file: clientFiles, keyId: clientPages.keyId })
      .from(clientFiles)
      .innerJoin(clientPages, and(eq(clientPages.orgId, clientFiles.orgId), eq(clientPages.caseId, clientFiles.caseId)))
      .where(and(eq(clientFiles.orgId, ctx.orgId), eq(clientFiles.id, clientFileId)))
      .limit(1);
    if (row) return { ...row.file, keyId: row.keyId };
  }
  throw new AppError("not_found", t("No such file."));
}

/** The same for staff who see the case. @throws AppError not_found */
export async function findReceivedFile(ctx: TxCtx, clientFileId: string): Promise<FileRow & { keyId: string }> {
  const row = await findOwnFile(ctx, clientFileId);
  await findCase(ctx, row.caseId);
  return row;
}

/** Whether a case takes files now: not while it is stopped for images of a minor. The client is not told why. */
export async function caseTakesFiles(ctx: TxCtx, caseId: string): Promise<boolean> {
  const [row] = await ctx.db.execute<{ free: boolean }>(sql`select ctx.takes_files(${caseId}::uuid) as free`);
  return row?.free ?? false;
}
