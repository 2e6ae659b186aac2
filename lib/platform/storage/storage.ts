import "server-only";

/** Failures of a receive that stores nothing; `not_found`, `bad_key`, `bad_range` and `broken` come from reading. */
export type StorageFault =
  | "too_large"
  | "cut_short"
  | "hash_mismatch"
  | "disk_full"
  | "away"
  | "busy"
  | "not_found"
  | "broken"
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
  /** Called whenever bytes arrive. */
  heard?: () => void;
  /**
   * What the source gives belongs to nobody else, as the body of a request does: the memory of each chunk is given back
   * once it is sealed. The collector would stop everything for it later.
   */
  freesChunks?: boolean;
};

export type ResumeOptions = {
  /**
   * The id of an upload, lower case. What is whole when the sender breaks off stays held under it, sealed, and a
   * later receive goes on behind it. A finished, refused or changed file leaves nothing.
   */
  part?: string;
  /**
   * The offset in the plain file at which the source starts: what `held` reported, otherwise `bad_range`. The digest,
   * `expectedSize` and `maxBytes` still refer to the whole file. Omitted: the source is the whole file, and what is
   * held is dropped.
   */
  offset?: number;
};

/** SHA-256 and size of the plain bytes. */
export type Received = { sha256: string; size: number };

/** Byte positions from 0; `end` is inclusive, as in an HTTP range. */
export type ByteRange = { start: number; end?: number };

/** Plain bytes. `size` is that of the whole file, `length` that of what the stream will give. */
export type OpenedFile = { stream: ReadableStream<Uint8Array>; size: number; start: number; length: number };

/** Until when nobody may remove or replace an object, if the storage supports that; otherwise ignored. */
export type Lock = { lockUntil: Date };

/**
 * Stores encrypted objects: a folder or a bucket. It never sees an unencrypted byte. An object is written once under a
 * key such as `<organisation>/<data key>/<file>`; nothing overwrites it.
 */
export type ObjectStore = {
  /**
   * Takes a finished local part, removes it, and returns only when the object is durable.
   * @throws StorageError disk_full | away
   */
  keep(key: string, partPath: string, lock?: Lock): Promise<void>;
  /** Size of the sealed object in bytes and when it was kept; null when it is not there. @throws StorageError away */
  stat(key: string): Promise<{ size: number; keptAt: Date } | null>;
  /**
   * A stretch of the sealed bytes; `end` is exclusive.
   * @param passing the reader is done with each piece before it requests the next: one buffer may serve for all
   * @throws StorageError not_found | away
   */
  read(key: string, start: number, end: number, passing?: boolean): Promise<AsyncIterable<Uint8Array>>;
  /** Removes an object that no record names. @throws StorageError away */
  remove(key: string): Promise<void>;
  /** Every key under a prefix, with its age. */
  list(prefix: string): AsyncIterable<{ key: string; keptAt: Date }>;
};

/** Sealed files of one data key, as callers see them: plain bytes in, plain bytes out. */
export type SealedFiles = {
  /**
   * Seals a source under a new id and returns only when it is durable. Keeps nothing on any failure; with `part`, what
   * can be gone on from stays held unless the fault is `too_large` or `hash_mismatch`.
   * @throws StorageError too_large | cut_short | hash_mismatch | disk_full | away; with `part` also `busy` (another
   * sender is at it) and `bad_range` (`offset` is not what is held)
   */
  receive(source: ByteSource, options: ReceiveOptions & ResumeOptions): Promise<Received & { fileId: string }>;
  /** Plain bytes that are held for an upload which broke off; 0 when none are. */
  held(part: string): Promise<number>;
  /** @throws StorageError not_found | broken | bad_range | away */
  open(fileId: string, range?: ByteRange): Promise<OpenedFile>;
  /**
   * All of it, or of a range, in one buffer of its own: without the stream that a slow reader needs. @throws as `open`
   */
  bytes(fileId: string, range?: ByteRange): Promise<Uint8Array>;
  /** SHA-256 (64 hex characters) and size of all of it, in constant memory. @throws as `open` */
  digest(fileId: string): Promise<{ sha256: string; size: number }>;
  /** Size of the plain file in bytes; null when it is not there. @throws StorageError away */
  stat(fileId: string): Promise<{ size: number; keptAt: Date } | null>;
  /** Removes a file that no record was written of. @throws StorageError away */
  drop(fileId: string): Promise<void>;
};

/** The name that a file is sealed under, and its key in the object store. */
export const objectKey = (orgId: string, keyId: string, fileId: string): string => `${orgId}/${keyId}/${fileId}`;
