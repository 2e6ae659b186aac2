import "server-only";
import { OffsetRefused } from "@/lib/evidence/exhibits/access";
import { openFiles, orDrop } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { sealingKey } from "@/lib/platform/crypto/device-seal";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { StorageError } from "@/lib/platform/storage/storage";
import { notYours } from "./access";
import { keepArrivedFile } from "./keep-arrived-file";
import { openPieces } from "./open-pieces";
import { readArrival } from "./queries";
import { maxWaitingFileBytes, pieceBytes } from "./rules";

type Sending = {
  arrivalId: string;
  /** Of the device; null for one of somebody else. */
  privateKey: Buffer | null;
  /** The public key with which the device sealed this file. */
  key: string | null;
  /** The number of the first sealed piece that comes, from 1. */
  from: number;
  body: ReadableStream<Uint8Array>;
  signal: AbortSignal;
};

/**
 * Opens the sealed pieces of a file as they come and streams it into the storage, hashed as it arrives.
 * @throws AppError not_found, forbidden, invalid; OffsetRefused with the bytes that are held; StorageError
 */
export async function receiveArrivedFile(ctx: Ctx, sending: Sending): Promise<void> {
  const { arrivalId, privateKey, from, body, signal } = sending;
  const row = await readArrival(ctx, arrivalId);
  if (row.state !== "coming" || row.size === null || row.sha256 === null) {
    await body.cancel().catch(() => undefined);
    return;
  }
  if (!privateKey) throw notYours();
  const files = await openFiles(ctx, row.keyId);
  const offset = await files.held(arrivalId);
  if (Math.floor(offset / pieceBytes) + 1 !== from) {
    throw new OffsetRefused(offset, t("The file goes on at another place."));
  }
  const key = keyOf(privateKey, arrivalId, sending.key);
  try {
    const kept = await files.receive(body.pipeThrough(openPieces(key, from, offset % pieceBytes)), {
      maxBytes: maxWaitingFileBytes,
      expectedSize: row.size,
      expectedSha256: row.sha256,
      signal,
      part: arrivalId,
      offset,
    });
    await orDrop(files, [kept.fileId], () => keepArrivedFile(ctx, { arrivalId, ...kept }));
  } catch (error) {
    if (error instanceof StorageError && error.fault === "busy") {
      throw new OffsetRefused(await files.held(arrivalId), t("This file is being sent from another window."));
    }
    throw error;
  }
}

function keyOf(privateKey: Buffer, arrivalId: string, key: string | null): Buffer {
  try {
    return sealingKey(privateKey, arrivalId, Buffer.from(key ?? "", "base64url"));
  } catch {
    throw new AppError("invalid", t("This was changed on the device and cannot be opened."));
  }
}
