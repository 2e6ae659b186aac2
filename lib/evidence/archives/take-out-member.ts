import "server-only";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { announceUpload } from "@/lib/evidence/exhibits/commands/announce-upload";
import { receiveExhibit } from "@/lib/evidence/exhibits/commands/receive-exhibit";
import { openOriginal } from "@/lib/evidence/exhibits/open-original";
import { openWords } from "@/lib/evidence/exhibits/open-words";
import { exhibitLabel, maxExhibitBytes } from "@/lib/evidence/exhibits/rules";
import { requireNoStop } from "@/lib/evidence/exposure/access";
import { refuseHeld } from "@/lib/evidence/scans/access";
import { openFiles, orDrop } from "@/lib/kernel/access/case-files";
import { parseInput, requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { applyRateLimit } from "@/lib/kernel/access/rate-limits";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { readPieces } from "@/lib/platform/sandbox/read-pieces";
import type { SandboxFile } from "@/lib/platform/sandbox/types";
import { TakeOutMember } from "./input";
import { noteTakenOut } from "./note-taken-out";
import { readMember } from "./queries";
import { fileNameIn } from "./rules";

const memberMs = 120_000;

/**
 * Makes an exhibit of one member of an archive: unpacked in the sandbox, with the hash under which it was listed, which
 * the bytes must have. Both ledgers say so; how it was captured and obtained is what the archive says.
 * @throws AppError not_found; invalid at `description`; conflict for one that cannot be unpacked, is held by the
 * scanner, or whose case takes no files
 */
export async function takeOutMember(ctx: Ctx, raw: unknown): Promise<{ exhibitId: string; label: string }> {
  requirePermission(ctx, "case.write");
  const { exhibitId, index, sha256, description } = parseInput(TakeOutMember, raw);
  await applyRateLimit(ctx, "look");
  const { archive, member } = await readWork(ctx, { exhibitId, index, sha256 });
  const { id: uploadId } = await announceUpload(ctx, {
    caseId: archive.caseId,
    fileName: fileNameIn(member.name).slice(0, 500) || "file",
    fileType: member.mime,
    size: member.size,
    sha256,
    description,
    method: archive.method,
    howObtained: archive.howObtained,
    sensitivity: archive.sensitivity,
    sourceUrl: archive.sourceUrl ?? "",
    capturedBy: archive.capturedBy ?? "",
  });
  const files = await openFiles(ctx, archive.keyId);
  const kept = await files.receive(unpacked(await openOriginal(ctx, archive), index), {
    maxBytes: maxExhibitBytes,
    expectedSize: member.size,
    expectedSha256: sha256,
  });
  return orDrop(files, [kept.fileId], () =>
    withTransaction(ctx, "read write", async (scoped) => {
      const fromArchive = { label: exhibitLabel(archive.number), name: member.name };
      const { exhibitId: takenId, label } = await receiveExhibit(scoped, { uploadId, ...kept, fromArchive });
      await noteTakenOut(scoped, { exhibitId, takenId });
      return { exhibitId: takenId, label };
    }),
  );
}

/** What was listed is what is taken: another place or another hash is no member. */
const readWork = query("case.read", async (ctx, asked: { exhibitId: string; index: number; sha256: string }) => {
  const row = await findExhibit(ctx, asked.exhibitId);
  const archive = { ...row, ...openWords(await openVault(ctx, row.keyId), row.id, row) };
  await requireNoStop(ctx, archive.caseId);
  const { letOut } = await refuseHeld(ctx, asked.exhibitId);
  const member = letOut ? null : await readMember(ctx, asked);
  if (!member) throw new AppError("conflict", t("This file cannot be taken out of the archive."));
  return { archive, member };
});

/** The pieces of a member as they come; the sandbox waits until each is stored. */
function unpacked(file: SandboxFile, index: number): ReadableStream<Uint8Array> {
  const passing = new TransformStream<Uint8Array, Uint8Array>();
  const writer = passing.writable.getWriter();
  const ask = { operation: "member", index, timeoutMs: memberMs } as const;
  readPieces(file, ask, (bytes) => writer.write(bytes))
    .then(
      (size) => (size === null ? writer.abort(new Error("The member did not come whole.")) : writer.close()),
      (error: unknown) => writer.abort(error),
    )
    .catch(() => undefined);
  return passing.readable;
}
