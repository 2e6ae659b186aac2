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
 * The sealed files under a data key that this person may see: a case's `keyId`, or a packet's `fileKeyId`. No
 * transaction stays open while bytes move. @throws AppError not_found when the key was destroyed or may not be seen
 */
export async function openFiles(ctx: Ctx | TxCtx, keyId: string): Promise<SealedFiles> {
  const wrapped = await withTransaction(ctx, "read only", async (scoped) => {
    const [row] = await scoped.db.select({ wrapped: dataKeys.wrapped }).from(dataKeys).where(eq(dataKeys.id, keyId));
    return row?.wrapped;
  });
  if (!wrapped) throw new AppError("not_found", "The key of these records no longer exists.");
  return sealedFiles({ orgId: ctx.orgId, keyId, key: unwrapKey(wrapped, ctx.orgId, keyId) });
}

/**
 * Writes the record of files that were kept a moment ago. When that is refused, the files go at once: a case that was
 * stopped meanwhile holds no picture. Any other failure may hide a record that was written, so nothing is touched then.
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

/** Makes the key of one packet, or of its annex, which its liaison may open and nothing else of the case. Gives its id. */
export async function createPacketKey(ctx: TxCtx, purpose: "packet" | "annex"): Promise<string> {
  const keyId = newId();
  const wrapped = wrapKey(newToken(), ctx.orgId, keyId);
  await ctx.db.insert(dataKeys).values({ id: keyId, orgId: ctx.orgId, purpose, wrapped, createdAt: ctx.now });
  return keyId;
}

/**
 * Sealed files under a key that no row has yet: for bytes that come before their record. `keepKey` writes it, in the
 * transaction of that record.
 */
export function newFiles(ctx: Ctx): { keyId: string; wrapped: string; files: SealedFiles } {
  const keyId = newId();
  const key = newToken();
  return { keyId, wrapped: wrapKey(key, ctx.orgId, keyId), files: sealedFiles({ orgId: ctx.orgId, keyId, key }) };
}

/** Writes the key that `newFiles` made. @throws Error when it is no key of this organisation */
export async function keepKey(ctx: TxCtx, purpose: "import", key: { keyId: string; wrapped: string }): Promise<void> {
  unwrapKey(key.wrapped, ctx.orgId, key.keyId);
  await ctx.db
    .insert(dataKeys)
    .values({ id: key.keyId, orgId: ctx.orgId, purpose, wrapped: key.wrapped, createdAt: ctx.now });
}
