import "server-only";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { AgeError, openAge } from "@/lib/platform/age/open";
import { readTar, TarBroken, type TarEntry } from "@/lib/platform/tar/read-tar";
import { BackupError } from "./types";

const words = {
  wrong_key: "This secret key does not open the backup: it was made for other recipients. Nothing was restored.",
  broken: "The backup is damaged or not whole. Nothing was restored.",
};

/** The entries of an encrypted archive, in constant memory. @throws BackupError wrong_key | broken */
export async function* readArchive(
  path: string,
  identities: readonly string[],
  onBytes?: (bytes: number, total: number) => void,
): AsyncGenerator<TarEntry> {
  const entries = readTar(openAge(counted(path, onBytes), identities));
  for await (const entry of inWords(entries)) yield { ...entry, body: inWords(entry.body) };
}

async function* inWords<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* source;
  } catch (error) {
    if (error instanceof AgeError) throw new BackupError(error.fault, words[error.fault]);
    if (error instanceof TarBroken) throw new BackupError("broken", words.broken);
    throw error;
  }
}

async function* counted(path: string, onBytes?: (bytes: number, total: number) => void): AsyncGenerator<Buffer> {
  const { size } = await stat(path).catch(() => {
    throw new BackupError("broken", `There is no backup at ${path}.`);
  });
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    bytes += chunk.length;
    onBytes?.(bytes, size);
    yield chunk;
  }
}
