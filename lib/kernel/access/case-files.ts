import { t } from "@/lib/platform/language/translate";
import "server-only";
import { eq } from "drizzle-orm";
import { dataKeys } from "@/db/schema";
import { AppError } from "@/lib/platform/errors";
import { newId, newToken } from "@/lib/platform/ids";
import { sealedFiles } from "@/lib/platform/storage/file-storage";
import type { SealedFiles } from "@/lib/platform/storage/storage";
import { type Ctx, type TxCtx, withTransaction } from "./ctx";
import { unwrapKey, wrapKey } from "./vault";

/**
 * The encrypted files under a data key that this person may see: a case's `keyId`, or a packet's `fileKeyId`. No
 * transaction stays open while bytes are transferred. @throws AppError not_found if the key was destroyed or may not be
 * seen
 */
export async function openFiles(ctx: Ctx | TxCtx, keyId: string): Promise<SealedFiles> {
  const wrapped = await withTransaction(ctx, "read only", async (scoped) => {
    const [row] = await scoped.db.select({ wrapped: dataKeys.wrapped }).from(dataKeys).where(eq(dataKeys.id, keyId));
    return row?.wrapped;
  });
  return filesOf(ctx, keyId, wrapped ?? null);
}

/** The same under a data key that was read with its record. @throws AppError not_found if the key was destroyed */
export function filesOf({ orgId }: Ctx | TxCtx, keyId: string, wrapped: string | null): SealedFiles {
  if (!wrapped) throw new AppError("not_found", t("The key of these records no longer exists."));
  return sealedFiles({ orgId, keyId, key: unwrapKey(wrapped, orgId, keyId) });
}

/**
 * Writes the record of files just stored. If that is rejected, the files are removed at once: a case stopped meanwhile
 * may hold no picture. After any other failure the record may have been written, so nothing is removed.
 */
export async function orDrop<T>(files: SealedFiles, fileIds: readonly string[], record: () => Promise<T>): Promise<T> {
  try {
    return await record();
  } catch (error) {
    // What cannot be removed now is removed as an orphan.
    if (error instanceof AppError) for (const fileId of fileIds) await files.drop(fileId).catch(() => undefined);
    throw error;
  }
}

/**
 * Creates the key of one packet, or of its annex, which its officer may open and nothing else of the case. Returns its
 * id.
 */
export async function createPacketKey(ctx: TxCtx, purpose: "packet" | "annex"): Promise<string> {
  const keyId = newId();
  const wrapped = wrapKey(newToken(), ctx.orgId, keyId);
  await ctx.db.insert(dataKeys).values({ id: keyId, orgId: ctx.orgId, purpose, wrapped, createdAt: ctx.now });
  return keyId;
}

/**
 * Encrypted files under a key that is not in any row yet: for bytes that arrive before their record. `keepKey` writes
 * it, in the transaction of that record.
 */
export function newFiles(ctx: Ctx): { keyId: string; wrapped: string; files: SealedFiles } {
  const keyId = newId();
  const key = newToken();
  return { keyId, wrapped: wrapKey(key, ctx.orgId, keyId), files: sealedFiles({ orgId: ctx.orgId, keyId, key }) };
}

/** Writes the key that `newFiles` made. @throws Error when it is no key of this organisation */
export async function keepKey(
  ctx: TxCtx,
  purpose: "import" | "form" | "mail",
  key: { keyId: string; wrapped: string },
): Promise<void> {
  unwrapKey(key.wrapped, ctx.orgId, key.keyId);
  await ctx.db
    .insert(dataKeys)
    .values({ id: key.keyId, orgId: ctx.orgId, purpose, wrapped: key.wrapped, createdAt: ctx.now });
}
