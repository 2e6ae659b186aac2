import "server-only";
import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { AgeError, openAge } from "@/lib/platform/age/open";
import { KeyRingFile } from "./input";
import { BackupError, type KeyRing } from "./types";

const words = {
  wrong_key: "This secret key does not open the key ring: it was made for other recipients. Nothing was restored.",
  broken: "The file of the key ring is damaged or not whole. Nothing was restored.",
};

/**
 * The keys of an installation from their separate encrypted file. @throws BackupError wrong_key | broken | no_key_ring
 */
export async function openKeyRing(path: string, identities: readonly string[]): Promise<KeyRing> {
  const sealed = await readFile(path).catch(() => {
    throw new BackupError("no_key_ring", `There is no key ring at ${path}.`);
  });
  const plain = await buffer(openAge(one(sealed), identities)).catch((error: unknown) => {
    if (error instanceof AgeError) throw new BackupError(error.fault, words[error.fault]);
    throw error;
  });
  const parsed = KeyRingFile.safeParse(readJson(plain));
  if (!parsed.success) throw new BackupError("broken", words.broken);
  return parsed.data.secrets;
}

async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** An archive of data opens too when somebody takes the wrong file, and is no JSON. */
function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return null;
  }
}
