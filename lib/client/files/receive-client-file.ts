import "server-only";
import { OffsetRefused } from "@/lib/evidence/exhibits/access";
import { openFiles, orDrop } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { StorageError } from "@/lib/platform/storage/storage";
import { keepFile } from "./keep-file";
import { readOwnFile } from "./queries";
import { maxClientFileBytes } from "./rules";

type Sending = {
  clientFileId: string;
  /** Where it goes on, in bytes: what arrives is kept if the line breaks. */
  offset: number;
  body: ReadableStream<Uint8Array>;
  signal: AbortSignal;
};

/**
 * Streams a client's file into the storage, sealed under the key of her page, and hashed as it arrives.
 * @throws AppError not_found, invalid, conflict; OffsetRefused with what is held; StorageError
 */
export async function receiveClientFile(ctx: Ctx, { clientFileId, offset, body, signal }: Sending) {
  const row = await readOwnFile(ctx, clientFileId);
  if (row.state !== "announced") {
    await body.cancel().catch(() => undefined);
    return { id: row.id, receivedAt: row.receivedAt, sha256: row.sha256 };
  }
  const files = await openFiles(ctx, row.keyId);
  const held = await files.held(clientFileId);
  if (held !== offset) throw new OffsetRefused(held, t("The file goes on at another place."));
  try {
    const kept = await files.receive(body, {
      maxBytes: maxClientFileBytes,
      expectedSize: row.size,
      expectedSha256: row.sentSha256 ?? undefined,
      signal,
      part: clientFileId,
      offset,
    });
    return await orDrop(files, [kept.fileId], () => keepFile(ctx, { clientFileId, ...kept }));
  } catch (error) {
    if (error instanceof StorageError && error.fault === "busy") {
      throw new OffsetRefused(await files.held(clientFileId), t("This file is being sent from another window."));
    }
    if (error instanceof StorageError && error.fault === "hash_mismatch") {
      throw new AppError("conflict", t("The file changed on the way. Send it again."));
    }
    throw error;
  }
}
