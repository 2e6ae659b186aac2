import { written } from "@/lib/platform/language/written";
import "server-only";
import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { findCase, isRestricted } from "@/lib/casework/cases/access";
import { isStopped } from "@/lib/casework/minors-stop/access";
import { openFiles } from "@/lib/kernel/access/case-files";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { restricted } from "@/lib/kernel/access/database-errors";
import { AppError } from "@/lib/platform/errors";
import type { SealedFiles } from "@/lib/platform/storage/storage";
import { noteWrittenOut } from "../commands/note-written-out";
import { draftOf } from "../drafting/draft-of";
import { packetKinds } from "../labels";
import { noteFile } from "../parts/originals";
import { checklistFor } from "../preflight/preflight";
import { hardFails, openFails, viewOf } from "../rules";
import { takeAnnex } from "../snapshot/annex";
import { takeSnapshot } from "../snapshot/take-snapshot";
import type { KeptPart, PacketKindKey } from "../types";
import type { Begun } from "./begin-assembly";
import { buildParts } from "./build-parts";
import { openFolderStore } from "./open-folder-store";

type Asked = { caseId: string; kind: PacketKindKey; folder: string };
type WrittenOut = { parts: KeptPart[]; originals: number; fails: number };

/**
 * Builds a packet of a case into an operator's folder, with the same pipeline as the job. It is never approved and has
 * no version number; the organisation's log records it.
 * @throws CannotBuild with the reason; Error EEXIST if the folder already has such a packet
 */
export const writeOutPacket = (ctx: Ctx, asked: Asked): Promise<WrittenOut> => written(() => writeOut(ctx, asked));

async function writeOut(ctx: Ctx, { caseId, kind, folder }: Asked): Promise<WrittenOut> {
  requirePermission(ctx, "job.run");
  const { begun, keyId } = await begin(ctx, caseId, kind);
  const originals = await openFiles(ctx, keyId);
  const store = openFolderStore(folder);
  try {
    const { snapshot, parts, beside, note } = await buildParts(ctx, {
      begun,
      originals,
      store,
      note: async () => undefined,
    });
    await writeOriginals(
      originals,
      begun.files.filter(({ code }) => beside.includes(code)),
      folder,
      note,
    );
    const exhibits = snapshot.exhibits.map(({ code, rehashed }) => ({ code, rehashed }));
    await noteWrittenOut(ctx, { caseId, kind, exhibits });
    const lines = viewOf(snapshot.preflight?.results ?? [], checklistFor(snapshot));
    return { parts, originals: beside.length, fails: openFails(lines).length + hardFails(lines).length };
  } catch (error) {
    await store.dropAll();
    throw error;
  }
}

async function begin(ctx: Ctx, caseId: string, kind: PacketKindKey): Promise<{ begun: Begun; keyId: string }> {
  return withTransaction(ctx, "read only", async (scoped) => {
    const { keyId, code, ownerId } = await findCase(scoped, caseId);
    if (await isRestricted(scoped, caseId)) throw new AppError("conflict", restricted);
    const draft = await draftOf(scoped, { caseId, kind });
    const facts = { caseId, kind, code: `${code}-draft`, number: 0, version: 1, draftedBy: ownerId, draft };
    const taken = await takeSnapshot(scoped, facts);
    const annex = packetKinds[kind].hasAnnex ? await takeAnnex(scoped, { caseId, snapshot: taken.snapshot }) : null;
    const stopped = await isStopped(scoped, caseId);
    const keys = { keyId, fileKeyId: null, annexKeyId: null };
    return { keyId, begun: { ...taken, ...keys, annex, code: facts.code, frozen: false, reviewed: null, stopped } };
  });
}

async function writeOriginals(
  files: SealedFiles,
  beside: Begun["files"],
  folder: string,
  note: string | null,
): Promise<void> {
  if (beside.length === 0) return;
  await mkdir(join(folder, "originals"), { mode: 0o700 });
  if (note !== null) await writeFile(join(folder, noteFile(note).name), note, { flag: "wx", mode: 0o600 });
  for (const { fileId, name } of beside) {
    const { stream } = await files.open(fileId ?? "");
    const out = createWriteStream(join(folder, "originals", name), { flags: "wx", mode: 0o600 });
    await pipeline(Readable.from(stream), out);
  }
}
