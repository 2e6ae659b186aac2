import { createCipheriv, randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, readSync, rmSync, writeSync } from "node:fs";

// The floor of ingest: reads files, encrypts with AES-256-GCM in blocks of 1 MiB, writes and syncs. Nothing else.
const [out = "", ...paths] = process.argv.slice(2);
const key = randomBytes(32);
const block = Buffer.allocUnsafe(1 << 20);
for (const [i, path] of paths.entries()) {
  const from = openSync(path, "r");
  const to = openSync(`${out}.${i}`, "wx", 0o600);
  for (let read = readSync(from, block); read > 0; read = readSync(from, block)) {
    const cipher = createCipheriv("aes-256-gcm", key, randomBytes(12));
    writeSync(to, cipher.update(block.subarray(0, read)));
    cipher.final();
    writeSync(to, cipher.getAuthTag());
  }
  fsyncSync(to);
  closeSync(from);
  closeSync(to);
  rmSync(`${out}.${i}`);
}
