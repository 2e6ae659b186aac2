import "server-only";
import { heldOf } from "@/lib/evidence/scans/held-of";
import { quarantinedName } from "@/lib/evidence/scans/rules";
import { openPaper } from "@/lib/handover/papers/open-paper";
import { paperFiles as paperFileKinds } from "@/lib/handover/papers/types";
import { openFiles } from "@/lib/kernel/access/case-files";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { fileName, isCopy } from "@/lib/packets/packets/rules";
import { type PacketPartKey, stampedCopies } from "@/lib/packets/packets/types";
import type { SealedFiles } from "@/lib/platform/storage/storage";
import type { FolderPiece, RawRow } from "./access";
import { drawIndex } from "./draw-index";
import { jsonFile } from "./json-file";
import { listMessagesOf } from "./list-messages-of";
import { type CaseKinds, readKinds } from "./read-kinds";
import { endingOf, exhibitName, safeName } from "./rules";
import { textFile } from "./text-file";

/**
 * The export of a case, file by file: the records as JSON, every original under its exhibit number, what was made from
 * it, the files of packets, time stamps, and a page that is readable without the product. One read of the records, then
 * bytes without a transaction. The caller logs it and asks for the reason.
 */
export async function* readCaseFolder(ctx: Ctx, caseId: string): AsyncGenerator<FolderPiece> {
  requirePermission(ctx, "case.read");
  const found = await withTransaction(ctx, "read only", async (scoped) => {
    const kinds = await readKinds(scoped, caseId);
    const ids = (kinds.raw.get("exhibits") ?? []).map((row) => String(row.id));
    return { ...kinds, held: await heldOf(scoped, ids) };
  });
  const files = await openFiles(ctx, found.keyId);
  const listed: FolderPiece[] = [];
  for await (const piece of filesOf(ctx, found, files)) {
    listed.push(piece);
    yield piece;
  }
  for (const { name, rows } of found.kinds) yield jsonFile(`data/${name}.json`, rows);
  yield { name: "data/chat_messages.json", open: () => messages(ctx, caseId, found) };
  yield textFile("index.html", drawIndex(found, listed, ctx.now));
}

/**
 * Originals held back by the virus scanner: the export was requested with a reason, so they are included under a name
 * that does not open.
 */
type Held = { held: ReadonlyMap<string, string> };

async function* filesOf(
  ctx: Ctx,
  { raw, kinds, held }: CaseKinds & Held,
  files: SealedFiles,
): AsyncGenerator<FolderPiece> {
  const byId = new Map((raw.get("exhibits") ?? []).map((row) => [row.id, row]));
  const told = kinds.find(({ name }) => name === "exhibits")?.rows ?? [];
  for (const [at, row] of [...byId.values()].entries()) {
    const exhibit = exhibitName(Number(row.number));
    const ending = endingOf(String(told[at]?.originalName ?? "")) || ".bin";
    const about = { exhibit, sha256: String(row.sha256), kind: "original" as const };
    const name = `originals/${exhibit}${ending}`;
    yield* fileOf(files, row.fileId, { name: held.has(String(row.id)) ? quarantinedName(name) : name, about });
  }
  for (const row of raw.get("derivatives") ?? []) {
    const exhibit = exhibitName(Number(byId.get(row.exhibitId)?.number ?? 0));
    const name = `${exhibit}-${row.kind}-${row.page}-${row.version}.${row.format}`;
    const about = { exhibit, sha256: String(row.sha256), kind: "derivative" as const };
    yield* fileOf(files, row.fileId, { name: `derivatives/${name}`, about });
  }
  for (const row of raw.get("filled_forms") ?? []) {
    const name = `forms/F-${String(row.number).padStart(2, "0")} version ${row.version}.pdf`;
    yield* fileOf(files, row.fileId, { name });
  }
  for (const [at, row] of (raw.get("timestamps") ?? []).entries()) {
    if (!(row.token instanceof Uint8Array)) continue;
    const exhibit = exhibitName(Number(byId.get(row.exhibitId)?.number ?? 0));
    const bytes = row.token;
    yield {
      name: `stamps/${exhibit}-${at + 1}.tsr`,
      size: bytes.byteLength,
      open: async function* () {
        yield bytes;
      },
    };
  }
  yield* packetFiles(ctx, raw.get("packets") ?? [], raw.get("packet_parts") ?? []);
  yield* paperFiles(ctx, raw.get("packets") ?? [], raw.get("handover_papers") ?? []);
}

async function* packetFiles(ctx: Ctx, packets: readonly RawRow[], parts: readonly RawRow[]) {
  for (const packet of packets) {
    const folder = `packets/${safeName(`${packet.code} version ${packet.version}`)}`;
    const mine = parts.filter((part) => part.packetId === packet.id);
    const copies = mine.filter(({ part }) => isCopy(part as PacketPartKey));
    const copy = packet.withdrawnAt === null ? stampedCopies.superseded : stampedCopies.withdrawn;
    const stands = copies.length === 0 && packet.withdrawnAt === null;
    if (packet.fileId && packet.fileKeyId) {
      const files = await openFiles(ctx, String(packet.fileKeyId));
      // The record keeps what was signed, in addition to the copy that says on every page that it no longer counts.
      yield* fileOf(files, packet.fileId, { name: stands ? `${folder}/packet.pdf` : `${folder}/${asServed(packet)}` });
    }
    const made = mine.filter((raw) => raw.fileId !== packet.fileId);
    for (const part of made) {
      const files = await openFiles(ctx, String(part.keyId));
      const own = `${folder}/${part.part}/${safeName(String(part.name))}`;
      yield* fileOf(files, part.fileId, { name: part.part === copy ? `${folder}/packet.pdf` : own });
    }
  }
}

/** Certificates and receipts of handovers, each with its signature. */
async function* paperFiles(
  ctx: Ctx,
  packets: readonly RawRow[],
  papers: readonly RawRow[],
): AsyncGenerator<FolderPiece> {
  for (const row of papers as readonly (RawRow & Parameters<typeof openPaper>[1])[]) {
    const packet = packets.find(({ id }) => id === row.packetId);
    const folder = `packets/${safeName(`${packet?.code} version ${packet?.version}`)}/papers`;
    for (const file of paperFileKinds) {
      const { bytes, name } = await withTransaction(ctx, "read only", (scoped) => openPaper(scoped, row, file));
      yield {
        name: `${folder}/${safeName(name)}`,
        size: bytes.byteLength,
        open: async function* () {
          yield bytes;
        },
      };
    }
  }
}

function asServed({ code, version }: RawRow): string {
  const name = fileName({ code: String(code), version: Number(version) });
  return `as it was served, no longer counts/${safeName(name)}`;
}

/** @throws Error when a file that a record names is missing: a folder that lacks one is not made */
async function* fileOf(
  files: SealedFiles,
  fileId: unknown,
  { name, about }: Pick<FolderPiece, "name" | "about">,
): AsyncGenerator<FolderPiece> {
  if (typeof fileId !== "string") return;
  const kept = await files.stat(fileId);
  if (!kept) throw new Error("A file of the case is missing in the storage.");
  yield { name, about, size: kept.size, open: () => bytesOf(files, fileId) };
}

async function* bytesOf(files: SealedFiles, fileId: string): AsyncGenerator<Uint8Array> {
  const { stream } = await files.open(fileId);
  for await (const piece of stream) yield piece;
}

/** Chats may be very long: they pass a thousand at a time. */
async function* messages(ctx: Ctx, caseId: string, found: CaseKinds): AsyncGenerator<Uint8Array> {
  yield Buffer.from("[");
  let first = true;
  for (let after = ""; ; ) {
    const page = await listMessagesOf(ctx, { caseId, after, naming: found.naming });
    for (const row of page.rows) {
      yield Buffer.from(`${first ? "\n" : ",\n"}${JSON.stringify(row)}`);
      first = false;
    }
    if (!page.last) break;
    after = page.last;
  }
  yield Buffer.from("\n]\n");
}
