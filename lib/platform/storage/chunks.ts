import "server-only";
import { type ByteSource, StorageError } from "./storage";

/**
 * The chunks of a source, one at a time as the consumer asks (so a slow disk slows the sender).
 * Aborting wakes a read that waits on a silent sender. @throws StorageError cut_short
 */
export async function* chunksOf(source: ByteSource, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  const iterator = iteratorOf(source);
  const stop = () => void iterator.stop(cut());
  signal?.addEventListener("abort", stop, { once: true });
  try {
    for (;;) {
      if (signal?.aborted) throw cut();
      const chunk = await iterator.next();
      if (signal?.aborted) throw cut();
      if (chunk === null) return;
      yield chunk;
    }
  } catch (error) {
    throw error instanceof StorageError ? error : cut(error);
  } finally {
    signal?.removeEventListener("abort", stop);
    await iterator.stop(undefined);
  }
}

type Chunks = { next: () => Promise<Uint8Array | null>; stop: (why: Error | undefined) => Promise<void> };

function iteratorOf(source: ByteSource): Chunks {
  if ("getReader" in source) return fromWeb(source.getReader());
  const iterator = source[Symbol.asyncIterator]();
  return {
    next: async () => {
      const result = await iterator.next();
      return result.done ? null : result.value;
    },
    // A Node stream is destroyed; a plain generator can only be asked, so its answer is not awaited.
    stop: async (why) => {
      if ("destroy" in source && typeof source.destroy === "function") source.destroy(why);
      else void Promise.resolve(iterator.return?.()).catch(() => undefined);
    },
  };
}

function fromWeb(reader: ReadableStreamDefaultReader<Uint8Array>): Chunks {
  return {
    next: async () => {
      const result = await reader.read();
      return result.done ? null : result.value;
    },
    stop: (why) => reader.cancel(why).catch(() => undefined),
  };
}

function cut(cause?: unknown): StorageError {
  return new StorageError("cut_short", "The file did not arrive whole.", { cause });
}
