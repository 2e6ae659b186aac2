import "server-only";

/** What `receive` says when it keeps nothing; `not_found`, `bad_key` and `bad_range` come from the reading side. */
export type StorageFault =
  | "too_large"
  | "cut_short"
  | "hash_mismatch"
  | "disk_full"
  | "not_found"
  | "bad_key"
  | "bad_range";

/** An expected refusal of the storage. The message is safe to log: it never holds a path or a file's name. */
export class StorageError extends Error {
  readonly fault: StorageFault;

  constructor(fault: StorageFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StorageError";
    this.fault = fault;
  }
}

/** A `Request.body`, a Node stream or any async source of bytes. */
export type ByteSource = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

export type ReceiveOptions = {
  /** Refused with `too_large` at the first byte beyond this. */
  maxBytes: number;
  /** Bytes that the sender announced. More: `too_large`; fewer: `cut_short`. */
  expectedSize?: number;
  /** Digest that the sender announced, 64 lower-case hex characters. */
  expectedSha256?: string;
  /** Aborting gives `cut_short`, also while the source is silent. */
  signal?: AbortSignal;
};

/** `alreadyHeld` is true when the same content was in the space before: nothing was written twice. */
export type Received = { sha256: string; size: number; alreadyHeld: boolean };

/** Byte positions from 0; `end` is inclusive, as in an HTTP range. */
export type ByteRange = { start: number; end?: number };

/** `size` is that of the whole file, `length` that of what the stream will give. */
export type OpenedFile = { stream: ReadableStream<Uint8Array>; size: number; start: number; length: number };

/**
 * Content-addressed files, written once, named by the SHA-256 of their plain content inside a space such as
 * `evidence/<organisation id>`. Callers see plain bytes: an implementation that seals them or keeps them in S3
 * changes nothing for them. No path ever leaves an implementation.
 */
export type Storage = {
  /**
   * Streams the source in and returns only when its bytes are durable. Keeps nothing on any failure.
   * @throws StorageError too_large | cut_short | hash_mismatch | disk_full | bad_key
   */
  receive(space: string, source: ByteSource, options: ReceiveOptions): Promise<Received>;
  /** @throws StorageError not_found | bad_key | bad_range */
  open(space: string, sha256: string, range?: ByteRange): Promise<OpenedFile>;
  /** Size in bytes and when it was kept (UTC); null when it is not there. @throws StorageError bad_key */
  stat(space: string, sha256: string): Promise<{ size: number; keptAt: Date } | null>;
  /** @throws StorageError bad_key */
  exists(space: string, sha256: string): Promise<boolean>;
  /** Removes what receives that died left behind. Called at start; returns how many were removed. */
  sweep(now: Date): Promise<number>;
};
