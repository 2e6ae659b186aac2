import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { among } from "@/db/among";
import { derivatives, exhibits, organisations, packetParts } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { openFiles } from "@/lib/kernel/access/case-files";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import type { SealedFiles } from "@/lib/platform/storage/storage";
import { findPacket, findPart, type PartPlace } from "./access";
import { findGiven } from "./find-given";
import { noteFile, standingFile } from "./parts/originals";
import { originalsNote } from "./parts/verifier/originals-note.mjs";
import { readStanding } from "./read-standing";
import { compareParts, isToSend } from "./rules";
import { exhibitCode } from "./snapshot/words";
import type { PacketPartKey } from "./types";

/** `name` is a path inside the folder, such as `originals/E-01.jpg`; `size` in bytes. */
export type FolderFile = { name: string; size: number; open: () => Promise<ReadableStream<Uint8Array>> };

/** The part of the manifest that names the originals and masked copies next to the served part. */
const Originals = z.object({
  exhibits: z.array(
    z.object({
      code: z.string(),
      originals: z.array(
        z.object({
          travels: z.string(),
          travelsAs: z.string().nullish(),
          name: z.string().nullish(),
          acts: z.array(z.string()).optional(),
        }),
      ),
      maskedCopies: z
        .array(z.object({ name: z.string(), sha256: z.string(), travels: z.string().optional() }))
        .default([]),
    }),
  ),
});

type Asked = { packetId: string; withAnnex?: boolean };

/**
 * The folder of a packet, file by file: a note if the version no longer counts, its parts, then the originals that its
 * manifest lists next to them. The sealed annex is left out unless requested: it travels separately. No transaction
 * stays open while bytes are sent.
 * @throws AppError forbidden, not_found, conflict while the copy of a version that no longer counts is not made; the
 * caller writes the log (see downloadFolder)
 */
export async function* readFolder(ctx: Ctx, { packetId, withAnnex = false }: Asked): AsyncGenerator<FolderFile> {
  requirePermission(ctx, "case.read");
  const { parts, keyId, caseId, state } = await withTransaction(ctx, "read only", async (scoped) => {
    const packet = await findPacket(scoped, packetId);
    const rows = await scoped.db
      .select({ part: packetParts.part })
      .from(packetParts)
      .where(and(eq(packetParts.orgId, scoped.orgId), eq(packetParts.packetId, packetId)));
    const known = new Set<PacketPartKey>(["served", ...rows.map((row) => row.part)]);
    const note = await readStanding(scoped, packet);
    const wanted = [...known]
      .filter((part) => travels(part, { withAnnex, counts: note === null }))
      .toSorted(compareParts);
    const found = await Promise.all(wanted.map(async (part) => ({ part, ...(await inFolder(scoped, packet, part)) })));
    const state = note && standingFile(note, { ...packet, phone: await deskPhone(scoped) });
    return { parts: found, keyId: (await findCase(scoped, packet.caseId)).keyId, caseId: packet.caseId, state };
  });
  if (state) yield state;
  for (const part of parts) yield fileOf(part.name, await openFiles(ctx, part.keyId), part.fileId);
  const manifest = parts.find((part) => part.part === "manifest");
  if (!manifest) return;
  const { beside, masked, note } = await besideIn(ctx, manifest);
  if (note !== null) yield noteFile(note);
  yield* originalsOf(ctx, { caseId, keyId }, beside);
  yield* maskedOf(ctx, { caseId, keyId }, masked);
}

async function deskPhone({ db, orgId }: TxCtx): Promise<string | null> {
  const [org] = await db
    .select({ phone: organisations.deskPhone })
    .from(organisations)
    .where(eq(organisations.id, orgId));
  return org?.phone ?? null;
}

/**
 * What may leave is named here, part by part. A stamped copy replaces the served part, the originals are unpacked here,
 * and a letter or the request leaves only while its version counts.
 */
function travels(part: PacketPartKey, { withAnnex, counts }: { withAnnex: boolean; counts: boolean }): boolean {
  if (isToSend(part)) return counts;
  return part === "annex" ? withAnnex : leaving.has(part);
}

const leaving: ReadonlySet<PacketPartKey> = new Set([
  "served",
  "request",
  "manifest",
  "manifest_signature",
  "case_uco",
  "verifier",
]);

/** What is next to the served part keeps its name in the manifest; the note gives its status. */
function inFolder(ctx: TxCtx, packet: Awaited<ReturnType<typeof findPacket>>, part: PacketPartKey) {
  return part === "served" ? findGiven(ctx, packet, part) : findPart(ctx, packet, part);
}

/** Exhibit code and file name of each original next to the served part, the masked copies, and the note on them. */
async function besideIn(
  ctx: Ctx,
  place: PartPlace,
): Promise<{ beside: ReadonlyMap<string, string>; masked: ReadonlyMap<string, string>; note: string | null }> {
  const { stream } = await (await openFiles(ctx, place.keyId)).open(place.fileId);
  const { exhibits: listed } = Originals.parse(await new Response(stream).json());
  const beside = listed.flatMap(({ code, originals }) =>
    originals
      .filter((original) => original.travels === "beside")
      .map((original) => [code, original.travelsAs ?? original.name ?? `${code}.bin`] as const),
  );
  const named = beside.map(
    ([code, name]) => [code, name.startsWith("originals/") ? name : `originals/${name}`] as const,
  );
  const copies = listed.flatMap(({ maskedCopies }) => maskedCopies.filter(({ travels }) => travels === "beside"));
  const masked = new Map(copies.map(({ name, sha256 }) => [sha256, `masked/${name}`]));
  return { beside: new Map(named), masked, note: originalsNote(listed) };
}

/** @param masked the names of the masked copies by their hash */
async function* maskedOf(
  ctx: Ctx,
  { caseId, keyId }: { caseId: string; keyId: string },
  masked: ReadonlyMap<string, string>,
): AsyncGenerator<FolderFile> {
  if (masked.size === 0) return;
  const { fileId, sha256, kind } = derivatives;
  const rows = await withTransaction(ctx, "read only", ({ db, orgId }) =>
    db
      .select({ fileId, sha256 })
      .from(derivatives)
      .where(
        and(
          eq(derivatives.orgId, orgId),
          eq(derivatives.caseId, caseId),
          eq(kind, "redacted"),
          among(sha256, [...masked.keys()]),
        ),
      ),
  );
  const found = new Map(rows.map((row) => [row.sha256, row.fileId]));
  const files = await openFiles(ctx, keyId);
  for (const [hash, name] of masked) {
    const stored = found.get(hash);
    if (stored) yield fileOf(name, files, stored);
  }
}

async function* originalsOf(
  ctx: Ctx,
  { caseId, keyId }: { caseId: string; keyId: string },
  beside: ReadonlyMap<string, string>,
): AsyncGenerator<FolderFile> {
  if (beside.size === 0) return;
  const numbers = [...beside.keys()].map((code) => Number(code.slice(2)));
  const rows = await withTransaction(ctx, "read only", ({ db, orgId }) =>
    db
      .select({ number: exhibits.number, fileId: exhibits.fileId })
      .from(exhibits)
      .where(and(eq(exhibits.orgId, orgId), eq(exhibits.caseId, caseId), among(exhibits.number, numbers)))
      .orderBy(exhibits.number),
  );
  const files = await openFiles(ctx, keyId);
  for (const row of rows) {
    const name = beside.get(exhibitCode(row));
    if (name && row.fileId) yield fileOf(name, files, row.fileId);
  }
}

async function fileOf(name: string, files: SealedFiles, fileId: string): Promise<FolderFile> {
  const found = await files.stat(fileId);
  if (!found) throw new AppError("not_found", t("A file of this packet is missing. Tell the administrator."));
  return { name, size: found.size, open: async () => (await files.open(fileId)).stream };
}
