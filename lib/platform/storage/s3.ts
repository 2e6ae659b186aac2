import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { segmentsOf } from "./disk";
import { asAway, progressOf, type S3Settings, within, withS3 } from "./s3-client";
import { type Lock, type ObjectStore, StorageError } from "./storage";

/** `answerMs`: timeout of a small request. `stillMs`: how long a transfer may stall. */
type Patience = { answerMs: number; stillMs: number };

/** Objects in a bucket of S3 or of a server that speaks like it. Nothing is cached; a key is written once. */
export function createS3Store(
  settings: S3Settings,
  { answerMs, stillMs }: Patience = { answerMs: 8_000, stillMs: 15_000 },
): ObjectStore {
  const s3 = withS3(settings);
  const Bucket = settings.bucket;
  const of = (key: string) => ({ Bucket, Key: segmentsOf(key).join("/") });

  async function head(key: string) {
    const found = await within(answerMs, async (abortSignal) => {
      const { client, HeadObjectCommand } = await s3();
      return client.send(new HeadObjectCommand(of(key)), { abortSignal });
    }).catch(absentAsNull);
    if (!found) return null;
    return { size: found.ContentLength ?? 0, keptAt: found.LastModified ?? new Date(0), part: found.Metadata?.part };
  }

  let locks: Promise<boolean> | undefined;

  /** Whether the bucket was made with object lock. A server that does not know the question has none. */
  function canLock(): Promise<boolean> {
    locks ??= within(answerMs, async (abortSignal) => {
      const { client, GetObjectLockConfigurationCommand } = await s3();
      const found = await client.send(new GetObjectLockConfigurationCommand({ Bucket }), { abortSignal });
      return found.ObjectLockConfiguration?.ObjectLockEnabled === "Enabled";
    }).catch((error: unknown) => {
      if (statusOf(error) === undefined) locks = undefined;
      return false;
    });
    return locks;
  }

  async function put(
    key: string,
    partPath: string,
    part: string,
    md5: string,
    lock: object,
  ): Promise<"kept" | "taken"> {
    const { size } = await stat(partPath);
    const Body = createReadStream(partPath, { highWaterMark: 1024 * 1024 });
    try {
      const { client, PutObjectCommand } = await s3();
      const input = {
        ...of(key),
        Body,
        ContentLength: size,
        ContentMD5: md5,
        IfNoneMatch: "*",
        Metadata: { part },
        ...lock,
      };
      const sending = (abortSignal: AbortSignal) => client.send(new PutObjectCommand(input), { abortSignal });
      await within(stillMs, sending, progressOf(Body));
      return "kept";
    } catch (error) {
      if (statusOf(error) === 412) return "taken";
      throw error;
    } finally {
      Body.destroy();
    }
  }

  /** A first attempt whose response was lost may have succeeded: its mark on the object shows it. */
  async function keep(key: string, partPath: string, lock?: Lock): Promise<void> {
    const part = randomUUID();
    const md5 = await md5Of(partPath);
    const locked =
      lock && (await canLock()) ? { ObjectLockMode: "COMPLIANCE", ObjectLockRetainUntilDate: lock.lockUntil } : {};
    const done = await put(key, partPath, part, md5, locked).catch((error: unknown) => {
      if (!isWorthAnotherTry(error)) throw asAway(error);
      return put(key, partPath, part, md5, locked).catch((second: unknown) => Promise.reject(asAway(second)));
    });
    if (done === "taken" && (await head(key))?.part !== part) {
      throw new StorageError("bad_key", "There is a file under this storage key already.");
    }
    await rm(partPath, { force: true });
  }

  async function* list(prefix: string) {
    const { client, ListObjectsV2Command } = await s3();
    const Prefix = `${segmentsOf(prefix).join("/")}/`;
    for (let ContinuationToken: string | undefined; ; ) {
      const input = { Bucket, Prefix, ContinuationToken };
      const page = await within(answerMs, (abortSignal) =>
        client.send(new ListObjectsV2Command(input), { abortSignal }),
      ).catch((error: unknown) => Promise.reject(asAway(error)));
      for (const { Key, LastModified } of page.Contents ?? []) {
        if (Key) yield { key: Key, keptAt: LastModified ?? new Date(0) };
      }
      ContinuationToken = page.NextContinuationToken;
      if (!ContinuationToken) return;
    }
  }

  return {
    keep,
    stat: async (key) => {
      const found = await head(key);
      return found && { size: found.size, keptAt: found.keptAt };
    },
    read: async (key, start, end) => {
      if (end <= start) return nothing();
      const found = await within(answerMs, async (abortSignal) => {
        const { client, GetObjectCommand } = await s3();
        const input = { ...of(key), Range: `bytes=${start}-${end - 1}` };
        // The signal must not outlive the answer: it would cut the body of a slow reader.
        return client.send(new GetObjectCommand(input), { abortSignal });
      }).catch(absentAsNull);
      if (!found?.Body) throw new StorageError("not_found", "The file is not in the storage.");
      return chunksOfBody(found.Body as Readable, end - start, stillMs);
    },
    remove: async (key) => {
      await within(answerMs, async (abortSignal) => {
        const { client, DeleteObjectCommand } = await s3();
        return client.send(new DeleteObjectCommand(of(key)), { abortSignal });
      }).catch((error: unknown) => Promise.reject(asAway(error)));
    },
    list,
  };
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** A body that breaks off or stalls means that the storage is unavailable, never a shorter file. */
async function* chunksOfBody(body: Readable, length: number, stillMs: number): AsyncGenerator<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]();
  let given = 0;
  try {
    for (;;) {
      const { value, done } = await within(stillMs, () => chunks.next());
      if (done) break;
      given += value.byteLength;
      yield value;
    }
    if (given !== length) throw new Error("short");
  } catch (error) {
    throw asAway(error);
  } finally {
    body.destroy();
  }
}

/** The server compares it, so that a bit which turned on the way there is not kept. */
async function md5Of(path: string): Promise<string> {
  const hash = createHash("md5");
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) hash.update(chunk);
  return hash.digest("base64");
}

const statusOf = (error: unknown): number | undefined =>
  (error as { $metadata?: { httpStatusCode?: number } } | undefined)?.$metadata?.httpStatusCode;

const isWorthAnotherTry = (error: unknown): boolean =>
  !(error instanceof StorageError) && (statusOf(error) ?? 500) >= 500;

function absentAsNull(error: unknown): null {
  const name = error instanceof Error ? error.name : "";
  if (statusOf(error) === 404 && name !== "NoSuchBucket") return null;
  throw asAway(error);
}
