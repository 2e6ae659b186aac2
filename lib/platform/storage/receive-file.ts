import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { newId } from "@/lib/platform/ids";
import { headerBytes, SealBroken, type SealKey, sealedSegmentBytes } from "@/lib/platform/sealing/format";
import { openUnfinished } from "@/lib/platform/sealing/open-range";
import { createSealer } from "@/lib/platform/sealing/seal-stream";
import { beginPart, type Filling, fillPart } from "./part";
import { type Claim, claimPart, dropParts, type Held, keepLongest, plainBytesOf, tearEnd } from "./parts";
import {
  type ByteSource,
  type ObjectStore,
  type Received,
  type ReceiveOptions,
  type ResumeOptions,
  StorageError,
  type StorageFault,
} from "./storage";

type Into = { store: ObjectStore; parts: string; sealOf: (fileId: string) => SealKey };
type Kept = Received & { fileId: string };

/** Encrypts a source into a new local part and stores it, which removes the part, as every failure does. */
export async function receiveWhole(into: Into, source: ByteSource, options: ReceiveOptions): Promise<Kept> {
  const fileId = newId();
  const path = join(into.parts, `${fileId}.${randomBytes(8).toString("hex")}.part`);
  try {
    const received = await intoNew(path, into.sealOf(fileId), source, options);
    await into.store.keep(into.sealOf(fileId).name, path);
    return { ...received, fileId };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** These say that the file itself is wrong: nothing of it is worth going on from. */
const hopeless: readonly StorageFault[] = ["too_large", "hash_mismatch", "broken"];

/** What `SealedFiles.receive` does with `part`. */
export async function receivePart(
  into: Into,
  upload: string,
  source: ByteSource,
  options: ReceiveOptions & ResumeOptions,
): Promise<Kept> {
  const claim = await claimPart(into.parts, upload);
  let finished: string | undefined;
  try {
    const held = await startingFrom(claim, options, () => dropParts(into.parts, upload));
    const { path, fileId, received } = await fill(into, claim, held, source, options);
    finished = path;
    await claim.requireStill();
    await into.store.keep(into.sealOf(fileId).name, path);
    await dropParts(into.parts, upload);
    return { ...received, fileId };
  } catch (error) {
    if (finished) await tearEnd(finished);
    const wrong = error instanceof StorageError && hopeless.includes(error.fault);
    await (wrong ? dropParts : keepLongest)(into.parts, upload);
    throw error;
  } finally {
    await claim.release();
  }
}

async function startingFrom(
  { held }: Claim,
  { offset }: ResumeOptions,
  drop: () => Promise<void>,
): Promise<Held | null> {
  if (offset === undefined) await drop();
  if (offset === undefined) return null;
  const expected = plainBytesOf(held);
  if (offset !== expected) {
    throw new StorageError(
      "bad_range",
      `The file does not go on from byte ${offset}: ${expected} bytes of it are held.`,
    );
  }
  return held && held.segments > 0 ? held : null;
}

/** Continues in the held file if its nonces permit; otherwise what is held is re-encrypted, under a new id. */
async function fill(into: Into, claim: Claim, held: Held | null, source: ByteSource, options: ReceiveOptions) {
  if (held?.whole) {
    const received = await intoHeld(held, into.sealOf(held.fileId), source, options);
    return { path: held.path, fileId: held.fileId, received };
  }
  const fileId = newId();
  const path = claim.pathFor(fileId);
  const before = held ? plainOf(held, into.sealOf(held.fileId)) : undefined;
  return { path, fileId, received: await intoNew(path, into.sealOf(fileId), source, options, before) };
}

async function intoNew(
  path: string,
  seal: SealKey,
  source: ByteSource,
  options: ReceiveOptions,
  before?: AsyncIterable<Uint8Array>,
): Promise<Received> {
  const handle = await open(path, "wx", 0o600);
  try {
    return await fillPart(await beginPart(handle, seal, options), source, options, before);
  } finally {
    await handle.close();
  }
}

async function intoHeld(held: Held, seal: SealKey, source: ByteSource, options: ReceiveOptions): Promise<Received> {
  const handle = await open(held.path, "r+");
  try {
    return await fillPart(await reopen(handle, held, seal), source, options);
  } finally {
    await handle.close();
  }
}

/** Each kept segment is opened and hashed again, so that what is gone on from is what came. @throws StorageError broken */
async function reopen(handle: FileHandle, held: Held, seal: SealKey): Promise<Filling> {
  const hash = createHash("sha256");
  for await (const plain of plainOf(held, seal)) hash.update(plain);
  const header = Buffer.alloc(headerBytes);
  await handle.read(header, 0, headerBytes, 0);
  const sealer = createSealer(seal, { header, segments: held.segments });
  return { handle, sealer, hash, size: plainBytesOf(held), at: headerBytes + held.segments * sealedSegmentBytes };
}

async function* plainOf(held: Held, seal: SealKey): AsyncGenerator<Uint8Array> {
  const handle = await open(held.path, "r");
  try {
    const header = Buffer.alloc(headerBytes);
    await handle.read(header, 0, headerBytes, 0);
    const end = headerBytes + held.segments * sealedSegmentBytes - 1;
    const options = { start: headerBytes, end, autoClose: false, highWaterMark: sealedSegmentBytes };
    yield* openUnfinished(seal, header, handle.createReadStream(options), held.segments);
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    throw new StorageError("broken", "What was held of the file is damaged. Send it from its beginning.", {
      cause: error,
    });
  } finally {
    await handle.close();
  }
}
