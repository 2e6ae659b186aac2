import "server-only";
import { openFiles } from "@/lib/access/case-files";
import type { Ctx } from "@/lib/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { readUpload } from "./queries";
import { receiveExhibit } from "./receive-exhibit";
import { maxExhibitBytes } from "./rules";
import type { Receipt } from "./types";

/** A sender that says nothing for this long has gone. */
const silenceMs = 60_000;

type Sending = {
  uploadId: string;
  /** Bytes that the sender says will come; they must be those announced. */
  size: number;
  body: ReadableStream<Uint8Array>;
  /** Aborts when the connection is cut. */
  signal: AbortSignal;
  silenceMs?: number;
};

/**
 * Streams a file into the storage and makes an exhibit of it; a file that came before is answered from the record.
 * @param again looks the person up once more when the bytes are there, since a large file takes a while
 * @throws AppError not_found, invalid, unauthenticated
 * @throws StorageError cut_short, too_large, hash_mismatch, disk_full; nothing is kept then
 */
export async function receiveUpload(
  ctx: Ctx,
  sending: Sending,
  again: () => Promise<Ctx | null>,
): Promise<{ receipt: Receipt; repeated: boolean }> {
  const upload = await readUpload(ctx, sending.uploadId);
  if (upload.receipt) {
    await sending.body.cancel().catch(() => undefined);
    return { receipt: upload.receipt, repeated: true };
  }
  if (sending.size !== upload.size) {
    const size = "The file is not as large as it was announced. Choose it again.";
    throw new AppError("invalid", size, { size });
  }
  const kept = await keep(ctx, sending, upload);
  const still = await again();
  if (!still) throw new AppError("unauthenticated", "Sign in again.");
  const receipt = await receiveExhibit(still, { uploadId: sending.uploadId, ...kept });
  return { receipt, repeated: false };
}

async function keep(ctx: Ctx, sending: Sending, upload: { keyId: string; sha256: string | null }) {
  const files = await openFiles(ctx, upload.keyId);
  const silence = new AbortController();
  const wait = () => setTimeout(() => silence.abort(), sending.silenceMs ?? silenceMs);
  let timer = wait();
  const heard = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      clearTimeout(timer);
      timer = wait();
      controller.enqueue(chunk);
    },
  });
  try {
    return await files.receive(sending.body.pipeThrough(heard), {
      maxBytes: maxExhibitBytes,
      expectedSize: sending.size,
      expectedSha256: upload.sha256 ?? undefined,
      signal: AbortSignal.any([sending.signal, silence.signal]),
    });
  } finally {
    clearTimeout(timer);
  }
}
