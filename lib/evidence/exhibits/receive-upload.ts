import { t } from "@/lib/platform/language/translate";
import "server-only";
import { orDrop } from "@/lib/kernel/access/case-files";
import type { Ctx, TxCtx } from "@/lib/kernel/access/ctx";
import { shareCommit } from "@/lib/kernel/access/share-commit";
import { AppError } from "@/lib/platform/errors";
import { type SealedFiles, StorageError } from "@/lib/platform/storage/storage";
import { OffsetRefused } from "./access";
import { receiveExhibit } from "./commands/receive-exhibit";
import { receiveExhibits } from "./commands/receive-exhibits";
import { readUploadToReceive } from "./queries";
import { maxExhibitBytes } from "./rules";
import type { Receipt, UploadView } from "./types";

/** A sender silent for this long is gone. */
const silenceMs = 60_000;

type Sending = {
  uploadId: string;
  /** The number of bytes that will follow; with those before `offset` they must equal the announced size. */
  size: number;
  body: ReadableStream<Uint8Array>;
  /** Set when `body` is that of a request, whose chunks nobody else holds. */
  freesChunks?: boolean;
  /** Aborts when the connection is cut. */
  signal: AbortSignal;
  /**
   * The offset at which the sender resumes, in bytes: what arrives is then kept if the connection breaks. If omitted,
   * the file comes in one piece and nothing of it is kept.
   */
  offset?: number;
  silenceMs?: number;
};

/**
 * Streams a file into the storage and creates an exhibit from it; for a file received before, the existing record is
 * returned.
 * @param again loads the person again when the bytes are stored, since a large file takes a while
 * @throws AppError not_found, invalid, unauthenticated; conflict if the case is closed or takes no files
 * @throws OffsetRefused; StorageError cut_short (the received part is kept if an offset was given), too_large,
 * hash_mismatch, disk_full, away; nothing is stored then
 */
export async function receiveUpload(
  ctx: Ctx,
  sending: Sending,
  again: () => Promise<Ctx | null>,
): Promise<{ receipt: Receipt; repeated: boolean }> {
  const found = await readUploadToReceive(ctx, sending.uploadId);
  if (found.upload === null) {
    await sending.body.cancel().catch(() => undefined);
    return { receipt: found.receipt, repeated: true };
  }
  const { upload, files } = found;
  const kept = await keep(files, sending, upload);
  const bytes = { uploadId: sending.uploadId, caseId: upload.caseId, ...kept };
  const receipt = await orDrop(files, [kept.fileId], () =>
    shareCommit(ctx, upload.caseId, (sharing) => receiveExhibit(sharing, bytes), {
      again,
      several: { run: receiveAll, input: bytes },
    }),
  );
  return { receipt, repeated: false };
}

const receiveAll = (ctx: Ctx | TxCtx, uploads: readonly unknown[]) => receiveExhibits(ctx, { uploads });

async function keep(files: SealedFiles, sending: Sending, upload: UploadView) {
  const { uploadId, offset } = sending;
  await requirePlace(files, sending, upload);
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), sending.silenceMs ?? silenceMs);
  try {
    return await files.receive(sending.body, {
      maxBytes: maxExhibitBytes,
      expectedSize: upload.size,
      expectedSha256: upload.sha256 ?? undefined,
      freesChunks: sending.freesChunks,
      signal: AbortSignal.any([sending.signal, silence.signal]),
      heard: () => timer.refresh(),
      ...(offset === undefined ? {} : { part: uploadId, offset }),
    });
  } catch (error) {
    if (!(error instanceof StorageError) || error.fault !== "busy") throw error;
    throw new OffsetRefused(await files.held(uploadId), t("This file is being sent from another window."));
  } finally {
    clearTimeout(timer);
  }
}

/** Before a byte is read: the sender resumes where the file stops, and the remainder matches what was announced. */
async function requirePlace(files: SealedFiles, { uploadId, size, offset }: Sending, upload: UploadView) {
  if (offset !== undefined) {
    const held = await files.held(uploadId);
    if (held !== offset) throw new OffsetRefused(held, t("The file goes on at another place."));
  }
  if ((offset ?? 0) + size === upload.size) return;
  const message = t("The file is not as large as it was announced. Choose it again.");
  throw new AppError("invalid", message, { size: message });
}
