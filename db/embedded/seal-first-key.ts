import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { sealKek } from "./sealed-kek.ts";

export const shortestPassphrase = 20;

export const isLongEnough = (passphrase: string): boolean =>
  passphrase.normalize("NFKC").trim().length >= shortestPassphrase;

type FirstKey = { dataDir: string; ring: readonly { key: Buffer }[]; passphrase: string };

/**
 * Writes the key of a first run down under its passphrase, which is the first time that it is on a disk.
 * @throws Error when there is a sealed key already, or the passphrase is too short
 */
export async function sealFirstKey({ dataDir, ring, passphrase }: FirstKey): Promise<void> {
  if (!isLongEnough(passphrase)) throw new Error(`The passphrase needs ${shortestPassphrase} characters or more.`);
  const folder = join(dataDir, "secrets");
  const path = join(folder, "kek.sealed");
  if (existsSync(path)) throw new Error("There is a sealed key already.");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const sealed = await sealKek(ring.map(({ key }) => key.toString("base64url")).join("\n"), passphrase);
  const file = openSync(path, "wx", 0o600);
  writeSync(file, sealed);
  fsyncSync(file);
  closeSync(file);
}
