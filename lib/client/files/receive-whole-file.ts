import "server-only";
import { openFiles, orDrop } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { announceFile } from "./announce-file";
import { keepFile } from "./keep-file";
import { maxClientFileBytes } from "./rules";
import type { FileWords } from "./types";

/**
 * A file from a browser without script, which can neither say its size nor hash it: it comes in one piece, and is hashed
 * as it arrives. @param keyId of the page @throws AppError conflict; StorageError too_large, cut_short, disk_full, away
 */
export async function receiveWholeFile(
  ctx: Ctx,
  { keyId, words, body }: { keyId: string; words: FileWords; body: ReadableStream<Uint8Array> },
): Promise<void> {
  const files = await openFiles(ctx, keyId);
  const kept = await files.receive(body, { maxBytes: maxClientFileBytes });
  await orDrop(files, [kept.fileId], async () => {
    const { id: clientFileId } = await announceFile(ctx, { ...words, size: kept.size });
    await keepFile(ctx, { clientFileId, ...kept });
  });
}
