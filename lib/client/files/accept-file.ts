import "server-only";
import { announceUpload } from "@/lib/evidence/exhibits/commands/announce-upload";
import { receiveExhibit } from "@/lib/evidence/exhibits/commands/receive-exhibit";
import { maxExhibitBytes } from "@/lib/evidence/exhibits/rules";
import { openFiles, orDrop } from "@/lib/kernel/access/case-files";
import { parseInput } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { AcceptFile } from "./input";
import { noteAccepted } from "./note-accepted";
import { readReceivedFile } from "./queries";
import { addressIn, remarksOf } from "./rules";

/**
 * Makes evidence of a file that a client handed over: its bytes are copied from the key of her page to that of the case,
 * and must have the hash with which they arrived. The ledger begins with her capture.
 * @throws AppError not_found; invalid at `description`; conflict if it did not arrive whole or was accepted before, and
 * if the case takes no files
 */
export async function acceptFile(ctx: Ctx, raw: unknown): Promise<{ exhibitId: string; label: string }> {
  const { clientFileId, description } = parseInput(AcceptFile, raw);
  const file = await readReceivedFile(ctx, clientFileId);
  const { fileId, sha256, receivedAt, words } = file;
  if (!fileId || !sha256 || !receivedAt || file.state === "accepted") {
    throw new AppError("conflict", t("This file was accepted already, or has not arrived whole."));
  }
  const { id: uploadId } = await announceUpload(ctx, {
    caseId: file.caseId,
    fileName: words.fileName || "file",
    fileType: words.fileType,
    size: file.size,
    sha256,
    description,
    sourceUrl: addressIn(words.where),
    capturedBy: "The client, on her own device",
    method: "other",
    howObtained: "received_by_client",
  });
  const [from, to] = await Promise.all([openFiles(ctx, file.keyId), openFiles(ctx, file.caseKeyId)]);
  const { stream } = await from.open(fileId);
  const kept = await to.receive(stream, {
    maxBytes: maxExhibitBytes,
    expectedSize: file.size,
    expectedSha256: sha256,
  });
  return orDrop(to, [kept.fileId], () =>
    withTransaction(ctx, "read write", async (scoped) => {
      const fromClient = { at: receivedAt, hashedThere: file.sentSha256 !== null, remarks: remarksOf(words) };
      const receipt = await receiveExhibit(scoped, { uploadId, ...kept, fromClient });
      await noteAccepted(scoped, { clientFileId, exhibitId: receipt.exhibitId });
      return { exhibitId: receipt.exhibitId, label: receipt.label };
    }),
  );
}
