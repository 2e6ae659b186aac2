import "server-only";
import { createHash, createHmac, type Hash } from "node:crypto";
import type { TableShape } from "@/db/backup/catalogue";
import type { Snapshot } from "@/db/backup/snapshot";
import { deriveKey } from "@/lib/platform/crypto/crypto";
import { type ObjectStore, StorageError } from "@/lib/platform/storage/storage";
import { tarEnd, tarHeader, tarPadding } from "@/lib/platform/tar/write-entry";
import type { Manifest } from "./input";
import { countRows } from "./rules";

type Sources = { snapshot: Snapshot; store: ObjectStore; kek: Buffer; onManifest: (manifest: Manifest) => void };
type Entry = { path: string; at: Date };

/** A table's size is not known before it was read, so it travels in pieces of this size. */
const pieceBytes = 4 * 1024 * 1024;
const batch = 500;

/**
 * Everything at one moment as a tar, in constant memory: schema, waiting jobs, tables, encrypted files, the list of
 * their hashes, and last the manifest with a proof that the holder of the key ring made it.
 */
export async function* writeArchive({ snapshot, store, kek, onManifest }: Sources): AsyncGenerator<Buffer> {
  const { at } = snapshot;
  const schema = Buffer.from(`${snapshot.schema.join("\n")}\n`);
  const jobs = Buffer.from(snapshot.jobs.map((job) => `${JSON.stringify(job)}\n`).join(""));
  yield* whole({ path: "schema.txt", at }, schema);
  yield* whole({ path: "jobs.jsonl", at }, jobs);
  const tables: Manifest["tables"] = [];
  for (const table of snapshot.tables) tables.push(yield* writeTable(snapshot, table));
  const files = yield* writeFiles(snapshot, store);
  const manifest: Manifest = {
    product: "crossdocket",
    format: 1,
    madeAt: at.toISOString(),
    server: snapshot.server,
    organisations: snapshot.organisations.length,
    tables,
    files,
    sequences: snapshot.sequences,
    migrations: snapshot.migrations,
    heads: snapshot.heads,
    schemaSha256: hexOf(schema),
    jobsSha256: hexOf(jobs),
  };
  const manifestBytes = Buffer.from(JSON.stringify(manifest));
  yield* whole({ path: "manifest.json", at }, manifestBytes);
  yield* whole({ path: "manifest.mac", at }, macOf(manifestBytes, kek));
  yield tarEnd();
  onManifest(manifest);
}

/** age says who may read, not who wrote: anybody can encrypt to a public key. This only the key ring can make. */
const macOf = (manifest: Buffer, kek: Buffer): Buffer =>
  createHmac("sha256", deriveKey(kek, "backup manifest v1")).update(manifest).digest();

async function* writeTable(snapshot: Snapshot, table: TableShape): AsyncGenerator<Buffer, Manifest["tables"][number]> {
  const hash = createHash("sha256");
  const counts = { rows: 0, bytes: 0 };
  let no = 0;
  for await (const piece of inPieces(await snapshot.copyOut(table))) {
    no += 1;
    hash.update(piece);
    counts.bytes += piece.length;
    counts.rows += countRows(piece);
    yield* whole({ path: numbered(`tables/${table.name}`, no), at: snapshot.at }, piece);
  }
  return { ...table, ...counts, sha256: hash.digest("hex") };
}

async function* writeFiles(snapshot: Snapshot, store: ObjectStore): AsyncGenerator<Buffer, Manifest["files"]> {
  const list = createHash("sha256");
  const named = await snapshot.countFiles();
  let count = 0;
  let bytes = 0;
  let no = 0;
  for (const organisation of snapshot.organisations) {
    for await (const keys of inBatches(store.list(organisation))) {
      const wanted = await snapshot.named(keys.map(fileIdOf));
      const lines: string[] = [];
      for (const key of keys.filter((candidate) => wanted.has(fileIdOf(candidate)))) {
        const kept = yield* writeFile(store, key, snapshot.at);
        if (!kept) continue;
        count += 1;
        bytes += kept.size;
        lines.push(`${kept.sha256} ${kept.size} ${key}\n`);
      }
      if (lines.length === 0) continue;
      no += 1;
      const listBytes = Buffer.from(lines.join(""));
      list.update(listBytes);
      yield* whole({ path: numbered("files.sha256", no), at: snapshot.at }, listBytes);
    }
  }
  return { count, bytes, listSha256: list.digest("hex"), missing: Math.max(0, named - count) };
}

/** Null when the file was removed since it was listed. @throws StorageError away when it is cut short */
async function* writeFile(
  store: ObjectStore,
  key: string,
  at: Date,
): AsyncGenerator<Buffer, { sha256: string; size: number } | null> {
  const found = await store.stat(key);
  const body = found && (await store.read(key, 0, found.size).catch(goneAsNull));
  if (!found || !body) return null;
  yield tarHeader(`files/${key}`, found.size, at);
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    yield hashed(hash, chunk);
  }
  if (size !== found.size) throw new StorageError("away", "A file could not be read to its end.");
  yield tarPadding(size);
  return { sha256: hash.digest("hex"), size };
}

function hashed(hash: Hash, chunk: Uint8Array): Buffer {
  hash.update(chunk);
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

function goneAsNull(error: unknown): null {
  if (error instanceof StorageError && error.fault === "not_found") return null;
  throw error;
}

function* whole({ path, at }: Entry, bytes: Buffer): Generator<Buffer> {
  yield tarHeader(path, bytes.length, at);
  yield bytes;
  yield tarPadding(bytes.length);
}

const numbered = (path: string, no: number): string => `${path}/${String(no).padStart(8, "0")}`;
const hexOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
const fileIdOf = (key: string): string => key.split("/")[2] ?? "";

async function* inPieces(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    kept.push(chunk);
    size += chunk.length;
    if (size < pieceBytes) continue;
    yield Buffer.concat(kept);
    [kept, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(kept);
}

/** Keys of three parts alone: nothing else in the storage is a file of ours. */
async function* inBatches(keys: AsyncIterable<{ key: string }>): AsyncGenerator<string[]> {
  let kept: string[] = [];
  for await (const { key } of keys) {
    if (/^([0-9a-f-]{36}\/){2}[0-9a-f-]{36}$/.test(key)) kept.push(key);
    if (kept.length < batch) continue;
    yield kept;
    kept = [];
  }
  if (kept.length > 0) yield kept;
}
