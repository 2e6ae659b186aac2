import "server-only";
import type { ReadStream } from "node:fs";
import { StorageError } from "./storage";

export type S3Settings = {
  bucket: string;
  /** Left out: Amazon's own for the region. */
  endpoint?: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** The bucket is in the path and not in the host name. */
  pathStyle: boolean;
};

const connectMs = 3_000;

/** The SDK is loaded at its first use: an installation that keeps its files in a folder never pays for it. */
export function withS3({ endpoint, region, accessKeyId, secretAccessKey, pathStyle }: S3Settings) {
  let loaded: ReturnType<typeof load> | undefined;
  async function load() {
    const sdk = await import("@aws-sdk/client-s3");
    const client = new sdk.S3Client({
      endpoint,
      region,
      forcePathStyle: pathStyle,
      credentials: { accessKeyId, secretAccessKey },
      // Many servers that speak S3 know neither the trailing checksums nor their headers.
      requestChecksumCalculation: "WHEN_REQUIRED",
      responseChecksumValidation: "WHEN_REQUIRED",
      maxAttempts: 2,
      // Its warnings go straight to the console and would name keys.
      logger: { trace() {}, debug() {}, info() {}, warn() {}, error() {} },
      requestHandler: { connectionTimeout: connectMs, socketTimeout: 0 },
    });
    return { ...sdk, client };
  }
  return () => {
    loaded ??= load();
    return loaded;
  };
}

/** How far a file has been read, to distinguish a slow upload from a stalled one. */
export const progressOf = (file: ReadStream) => (): number => file.bytesRead;

/**
 * What `act` gives, or `away` when nothing has come for `ms`; with `progress`, when that did not grow for `ms`.
 * @throws StorageError away
 */
export async function within<T>(
  ms: number,
  act: (signal: AbortSignal) => Promise<T>,
  progress: () => number = () => 0,
): Promise<T> {
  const abort = new AbortController();
  let timer: ReturnType<typeof setInterval> | undefined;
  const standstill = new Promise<never>((_resolve, reject) => {
    let last = { at: Date.now(), progress: progress() };
    timer = setInterval(
      () => {
        if (progress() !== last.progress) last = { at: Date.now(), progress: progress() };
        if (Date.now() - last.at < ms) return;
        abort.abort();
        reject(away());
      },
      Math.min(250, ms / 4),
    );
  });
  const acting = act(abort.signal);
  // An abandoned request may still fail later, when nobody awaits it.
  acting.catch(() => undefined);
  try {
    return await Promise.race([acting, standstill]);
  } finally {
    clearInterval(timer);
  }
}

const away = (what = "does not answer") => new StorageError("away", `The file storage ${what}.`);

/** Any failure of a request in our words; it says nothing of keys, names or addresses. */
export function asAway(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const status = (error as { $metadata?: { httpStatusCode?: number } } | undefined)?.$metadata?.httpStatusCode;
  if (status === 401 || status === 403) return away("refuses the access key that it was given");
  return status === undefined ? away() : away(`answers with an error (HTTP ${status})`);
}
