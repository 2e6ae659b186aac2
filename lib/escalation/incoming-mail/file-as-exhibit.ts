import "server-only";
import { announceUpload } from "@/lib/evidence/exhibits/commands/announce-upload";
import { receiveExhibit } from "@/lib/evidence/exhibits/commands/receive-exhibit";
import { maxExhibitBytes } from "@/lib/evidence/exhibits/rules";
import { openFiles, orDrop } from "@/lib/kernel/access/case-files";
import { parseInput, requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { applyRateLimit } from "@/lib/kernel/access/rate-limits";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { readPieces } from "@/lib/platform/sandbox/read-pieces";
import type { SandboxFile } from "@/lib/platform/sandbox/types";
import { noteMailExhibit } from "./commands/note-mail-exhibit";
import { FileAsExhibit } from "./input";
import { readKeptMail } from "./queries";
import { readAttachmentMarks, writerOf } from "./rules";

const attachmentMs = 120_000;

/**
 * Makes an exhibit of a mail as it was received, or of one attachment, which is taken out in the sandbox and must have
 * the hash under which it was listed. The ledger says from which mail it comes.
 * @throws AppError not_found; conflict when it is evidence already, belongs to no case, or its bytes were not kept
 */
export async function fileAsExhibit(ctx: Ctx, raw: unknown): Promise<{ exhibitId: string; label: string }> {
  requirePermission(ctx, "case.write");
  const { mailId, part } = parseInput(FileAsExhibit, raw);
  await applyRateLimit(ctx, "look");
  const mail = await readKeptMail(ctx, mailId);
  const { caseId, caseKeyId, fileId, words } = mail;
  if (!caseId || !caseKeyId) throw new AppError("conflict", t("Link it to a case first."));
  if (!fileId) throw new AppError("conflict", t("The message itself was not kept."));
  const index = part === "message" ? null : Number(part);
  const attachment = index === null ? null : words.attachments[index];
  if (attachment === undefined) throw new AppError("not_found", t("No such attachment."));
  const taken = index === null ? mail.exhibitId !== null : readAttachmentMarks(mail.attachmentExhibits).has(index);
  if (taken) throw new AppError("conflict", t("This is evidence already. Reload to see it."));
  const whole = { name: "message.eml", mime: "message/rfc822", size: mail.size, sha256: mail.sha256 };
  const { name, mime, size, sha256 } = attachment ?? whole;
  const { id: uploadId } = await announceUpload(ctx, {
    caseId,
    fileName: name.slice(0, 500) || "attachment",
    fileType: mime,
    size,
    sha256,
    description: describe(words, attachment?.name ?? null),
    method: attachment ? "document" : "email_original",
    howObtained: "handed_over",
    capturedBy: "",
    sourceUrl: "",
  });
  const [from, to] = await Promise.all([openFiles(ctx, mail.keyId), openFiles(ctx, caseKeyId)]);
  const file: SandboxFile = { size: mail.size, open: async () => (await from.open(fileId)).stream };
  const kept = await to.receive(index === null ? await file.open() : takenOut(file, index), {
    maxBytes: maxExhibitBytes,
    expectedSize: size,
    expectedSha256: sha256,
  });
  return orDrop(to, [kept.fileId], () =>
    withTransaction(ctx, "read write", async (scoped) => {
      const fromMail = { at: mail.receivedAt, sha256: mail.sha256, isAttachment: index !== null };
      const { exhibitId, label } = await receiveExhibit(scoped, { uploadId, ...kept, fromMail });
      await noteMailExhibit(scoped, { mailId, exhibitId, index });
      return { exhibitId, label };
    }),
  );
}

/** What an exhibit is called until a caseworker says it better. */
function describe(words: Parameters<typeof writerOf>[0] & { subject: string }, file: string | null): string {
  const mail = `Mail from ${writerOf(words)}: ${words.subject || "no subject"}`;
  return (file === null ? mail : `${file || "Attachment"}. ${mail}`).slice(0, 300);
}

/** The pieces of an attachment as they come; the sandbox waits until each is stored. */
function takenOut(file: SandboxFile, index: number): ReadableStream<Uint8Array> {
  const passing = new TransformStream<Uint8Array, Uint8Array>();
  const writer = passing.writable.getWriter();
  const ask = { operation: "attachment", index, timeoutMs: attachmentMs } as const;
  readPieces(file, ask, (bytes) => writer.write(bytes))
    .then(
      (size) => (size === null ? writer.abort(new Error("The attachment did not come whole.")) : writer.close()),
      (error: unknown) => writer.abort(error),
    )
    .catch(() => undefined);
  return passing.readable;
}
