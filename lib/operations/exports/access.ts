import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import * as schema from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import type { ZipPiece } from "@/lib/platform/zip/zip-pieces";

export type ExportRow = typeof schema.caseExports.$inferSelect;

/** The export, when this person may see it. @throws AppError not_found */
export async function findExport(ctx: TxCtx, exportId: string): Promise<ExportRow> {
  const { caseExports } = schema;
  if (isId(exportId)) {
    const [row] = await ctx.db
      .select()
      .from(caseExports)
      .where(and(eq(caseExports.orgId, ctx.orgId), eq(caseExports.id, exportId)));
    if (row) return row;
  }
  throw new AppError("not_found", t("No such folder."));
}

/** As findExport, and locks the export until this transaction ends. @throws AppError not_found */
export async function lockExport(ctx: TxCtx, exportId: string): Promise<ExportRow> {
  const { id } = await findExport(ctx, exportId);
  const [row] = await ctx.db.select().from(schema.caseExports).where(eq(schema.caseExports.id, id)).for("update");
  if (!row) throw new AppError("not_found", t("No such folder."));
  return row;
}

/** Never exported: the organisation of the row, storage locations and keys, search tokens, copies of the whole. */
const kept = new Set([
  "id",
  "orgId",
  "caseId",
  "keyId",
  "fileId",
  "fileKeyId",
  "uploadId",
  "token",
  "fingerprint",
  "snapshot",
  "annexSnapshot",
  "pdf",
  "p7s",
  "find",
  "secret",
  "words_tokens",
  "codeHash",
  "linkHash",
]);

/** Bytes that say nothing but a digest of what is in the folder. */
const digests = new Set(["hash", "previous", "sha256"]);

export const leaves = (name: string, column: PgColumn): boolean =>
  !kept.has(name) && (column.getSQLType() !== "bytea" || digests.has(name));

export type RawRow = Record<string, unknown>;

/** What a folder says about a file before its bytes: the exhibit it is or was made from, and the recorded digest. */
export type FolderPiece = ZipPiece & { about?: { exhibit: string; sha256: string; kind: "original" | "derivative" } };
