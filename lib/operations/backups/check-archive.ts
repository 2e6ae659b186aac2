import "server-only";
import { createHash, createHmac, type Hash, timingSafeEqual } from "node:crypto";
import { buffer } from "node:stream/consumers";
import type { WaitingJob } from "@/db/backup/snapshot";
import { deriveKey } from "@/lib/platform/crypto/crypto";
import type { TarEntry } from "@/lib/platform/tar/read-tar";
import { Manifest } from "./input";
import { readArchive } from "./read-archive";
import { countRows } from "./rules";
import { BackupError } from "./types";

export type CheckedArchive = { manifest: Manifest; schema: string[]; jobs: WaitingJob[] };

type Seen = {
  tables: Map<string, { hash: Hash; rows: number; bytes: number }>;
  files: { list: Hash; told: Hash; count: number; bytes: number };
  small: Map<string, Buffer>;
};

/**
 * Reads a whole archive and compares every table and every file with the manifest, and the manifest with the key ring.
 * Writes nothing.
 * @throws BackupError wrong_key | broken | wrong_key_ring
 */
export async function checkArchive(
  path: string,
  identities: readonly string[],
  kek: Buffer,
  onBytes?: (bytes: number, total: number) => void,
): Promise<CheckedArchive> {
  const files = { list: createHash("sha256"), told: createHash("sha256"), count: 0, bytes: 0 };
  const seen: Seen = { tables: new Map(), files, small: new Map() };
  for await (const entry of readArchive(path, identities, onBytes)) await look(entry, seen);
  const manifest = readManifest(seen, kek);
  requireTables(manifest, seen);
  requireFiles(manifest, seen);
  const schema = small(seen, "schema.txt");
  const jobs = small(seen, "jobs.jsonl");
  if (hexOf(schema) !== manifest.schemaSha256) throw broken("the schema");
  if (hexOf(jobs) !== manifest.jobsSha256) throw broken("the list of jobs");
  const lines = (bytes: Buffer) =>
    bytes
      .toString("utf8")
      .split("\n")
      .filter((line) => line !== "");
  return { manifest, schema: lines(schema), jobs: lines(jobs).map((line) => JSON.parse(line) as WaitingJob) };
}

async function look({ path, size, body }: TarEntry, seen: Seen): Promise<void> {
  const [kind = "", name = ""] = path.split("/");
  if (kind === "tables") return lookAtTable(body, seen, name);
  if (kind === "files") return lookAtFile(body, seen, path.slice("files/".length));
  const limit = 64 * 1024 * 1024;
  if (size > limit) throw broken("an entry that is no table and no file");
  const bytes = await buffer(body);
  if (kind === "files.sha256") seen.files.told.update(bytes);
  else seen.small.set(path, bytes);
}

async function lookAtTable(body: AsyncIterable<Buffer>, seen: Seen, name: string): Promise<void> {
  const table = seen.tables.get(name) ?? { hash: createHash("sha256"), rows: 0, bytes: 0 };
  seen.tables.set(name, table);
  for await (const chunk of body) {
    table.hash.update(chunk);
    table.rows += countRows(chunk);
    table.bytes += chunk.length;
  }
}

async function lookAtFile(body: AsyncIterable<Buffer>, { files }: Seen, key: string): Promise<void> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of body) {
    hash.update(chunk);
    size += chunk.length;
  }
  files.count += 1;
  files.bytes += size;
  files.list.update(`${hash.digest("hex")} ${size} ${key}\n`);
}

function readManifest(seen: Seen, kek: Buffer): Manifest {
  const manifestBytes = small(seen, "manifest.json");
  const mac = small(seen, "manifest.mac");
  const right = createHmac("sha256", deriveKey(kek, "backup manifest v1")).update(manifestBytes).digest();
  if (mac.length !== right.length || !timingSafeEqual(mac, right)) {
    const why = "The key ring here is not the one of this backup, or somebody else made it. Nothing was restored.";
    throw new BackupError("wrong_key_ring", why);
  }
  const parsed = Manifest.safeParse(JSON.parse(manifestBytes.toString("utf8")));
  if (!parsed.success)
    throw new BackupError("newer", "The backup was written in a form that this release does not know.");
  return parsed.data;
}

function requireTables(manifest: Manifest, seen: Seen): void {
  const unknown = [...seen.tables.keys()].find((name) => !manifest.tables.some((table) => table.name === name));
  if (unknown) throw broken(`the table ${unknown}`);
  for (const { name, rows, bytes, sha256 } of manifest.tables) {
    const found = seen.tables.get(name) ?? { hash: createHash("sha256"), rows: 0, bytes: 0 };
    const same = found.hash.digest("hex") === sha256 && found.rows === rows && found.bytes === bytes;
    if (!same) throw broken(`the table ${name}`);
  }
}

function requireFiles({ files }: Manifest, seen: Seen): void {
  const { list, told, count, bytes } = seen.files;
  const same = list.digest("hex") === files.listSha256 && told.digest("hex") === files.listSha256;
  if (!same || count !== files.count || bytes !== files.bytes) throw broken("a stored file");
}

function small(seen: Seen, path: string): Buffer {
  const found = seen.small.get(path);
  if (!found) throw broken(path);
  return found;
}

const broken = (what: string) =>
  new BackupError(
    "broken",
    `The backup is damaged or not whole: ${what} is not as the backup says. Nothing was restored.`,
  );

const hexOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
