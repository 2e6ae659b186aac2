import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, max } from "drizzle-orm";
import { exhibits, uploads } from "@/db/schema";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { noteCustody } from "@/lib/evidence/custody/note-custody";
import { command } from "@/lib/kernel/access/command";
import { onceInBatch, type TxCtx } from "@/lib/kernel/access/ctx";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { scannerAddress } from "@/lib/platform/clamd/scanner";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { sizeOfFile } from "@/lib/platform/storage/file-storage";
import { authorities } from "@/lib/platform/tsa/authorities";
import { findCaseOfUpload, findUploadRow, lockForFiles, refuseStopped } from "../access";
import { addLinks } from "../add-links";
import { clearDetails } from "../clear-details";
import { AnnouncedDetails, type FromArchive, type FromClient, type FromMail, ReceiveExhibit } from "../input";
import { receiptOf } from "../receipt-of";
import { exhibitLabel } from "../rules";
import { sealWords } from "../seal-words";

/**
 * Creates an exhibit from an upload whose bytes are in the storage: label, row, ledger. A repeated call returns the
 * exhibit created the first time. @throws AppError not_found, and conflict if the bytes are not there
 */
export const receiveExhibit = command({
  needs: "case.write",
  input: ReceiveExhibit,
  forPairing: true,
  async run(ctx, { uploadId, fileId, sha256, size, fromClient, fromArchive, fromMail, waitedSince }) {
    const caseId = await findCaseOfUpload(ctx, uploadId);
    const locked = await lockForFiles(ctx, caseId);
    const { keyId } = locked;
    // Again, since another may have received it until the case was locked.
    const [upload, number] = await Promise.all([findUploadRow(ctx, { id: uploadId, caseId }), nextNumber(ctx, caseId)]);
    if (upload.exhibitId) {
      const value = await receiptOf(ctx, upload.exhibitId);
      return { value, audit: { action: "upload.repeated", subjectId: upload.exhibitId, caseId, detail: {} } };
    }
    refuseStopped(locked);
    await requireBytes(ctx, keyId, upload, { fileId, sha256, size });
    const vault = await onceInBatch(ctx, `vault ${keyId}`, () => openVault(ctx, keyId));
    const about = AnnouncedDetails.parse(
      JSON.parse(vault.open({ table: "uploads", column: "details", row: uploadId }, upload.details)),
    );
    const id = newId();
    await ctx.db.insert(exhibits).values({
      id,
      orgId: ctx.orgId,
      caseId,
      uploadId,
      fileId,
      sha256,
      size,
      sentSha256: upload.sha256,
      fileModifiedAt: upload.fileModifiedAt,
      number,
      originalName: vault.seal({ table: "exhibits", column: "original_name", row: id }, about.fileName),
      declaredType: about.fileType ?? null,
      ...sealWords(vault, id, about),
      ...clearDetails(about),
      receivedBy: ctx.actor.memberId ?? "",
      receivedAt: ctx.now,
      captureId: upload.captureId,
      capturePart: upload.capturePart,
    });
    const client = fromClient && { ...fromClient, vault };
    const origin = { part: upload.capturePart, fromClient: client, fromArchive, fromMail, waitedSince, vault };
    await beginLedger(ctx, { id, caseId, sha256 }, about.capturedAt, origin);
    await addLinks(ctx, { id, caseId }, about.incidentIds);
    // None of these waits for another: one way to the database for all.
    await Promise.all([
      ctx.db.update(uploads).set({ exhibitId: id }).where(mine(ctx, uploadId)),
      enqueue(ctx, "exhibit.look", { exhibitId: id }),
      scannerAddress() !== null && enqueue(ctx, "exhibit.scan", { exhibitId: id }),
      authorities().length > 0 && enqueue(ctx, "exhibit.stamp", { exhibitId: id }),
      touchCase(ctx, caseId),
    ]);
    const value = { exhibitId: id, label: exhibitLabel(number), sha256, size, sentSha256: upload.sha256 };
    return { value, audit: { action: "exhibit.received", subjectId: id, caseId, detail: { sha256, size } } };
  },
});

/** The first line of a part of a page that the browser extension captured. */
const byExtension = {
  picture: "Captured by the browser extension: picture of the whole page, hashed there",
  page: "Captured by the browser extension: page as saved by the browser, hashed there",
  text: "Captured by the browser extension: visible text of the page, hashed there",
};

const mine = (ctx: TxCtx, uploadId: string) => and(eq(uploads.orgId, ctx.orgId), eq(uploads.id, uploadId));

/** The row is written after the bytes, never before: what a receipt confirms exists. */
async function requireBytes(
  { orgId }: TxCtx,
  keyId: string,
  upload: { size: number; sha256: string | null },
  got: { fileId: string; sha256: string; size: number },
): Promise<void> {
  const kept = await sizeOfFile({ orgId, keyId }, got.fileId);
  const whole = kept === got.size && got.size === upload.size;
  if (!whole || (upload.sha256 !== null && upload.sha256 !== got.sha256)) {
    throw new AppError("conflict", t("The file is not there as it was announced. Send it again."));
  }
}

/** Numbers are assigned once per case: the case is locked, and exhibits are never deleted. */
async function nextNumber(ctx: TxCtx, caseId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ last: max(exhibits.number) })
    .from(exhibits)
    .where(eq(exhibits.caseId, caseId));
  return (row?.last ?? 0) + 1;
}

/** Set where the extension or the client captured it, where it was in an archive or a mail, or where it waited on a device. */
type Origin = {
  part: keyof typeof byExtension | null;
  fromClient: (FromClient & { vault: Vault }) | undefined;
  fromArchive: FromArchive | undefined;
  fromMail: FromMail | undefined;
  waitedSince: Date | undefined;
  vault: Vault;
};

function receivedHow({ fromClient, fromArchive, fromMail }: Pick<Origin, "fromClient" | "fromArchive" | "fromMail">) {
  if (fromClient) return "Accepted from the client's page with the same hash";
  if (fromArchive) return "Kept as an exhibit of its own; hashed again as it was stored";
  if (fromMail?.isAttachment) return "Taken out of the mail in the sandbox; hashed again as it was stored";
  if (fromMail) return "Kept as an exhibit of its own, with the same hash";
  return "Sent to Crossdocket; hashed as it arrived";
}

const handedOver = (hashedThere: boolean): string =>
  hashedThere
    ? "Captured by the client on her own device and handed over on her page; hashed in her browser and again as it arrived"
    : "Captured by the client on her own device and handed over on her page; hashed as it arrived";

async function beginLedger(
  ctx: TxCtx,
  exhibit: { id: string; caseId: string; sha256: string },
  capturedAt: Date | undefined,
  { part, fromClient, fromArchive, fromMail, waitedSince, vault: ofCase }: Origin,
): Promise<void> {
  if (part) {
    const purpose = byExtension[part];
    await noteCustody(ctx, exhibit, { action: "collected", at: capturedAt ?? ctx.now, purpose });
  } else if (waitedSince) {
    const purpose = "Added on a device that was offline: hashed there, and encrypted until it was sent";
    await noteCustody(ctx, exhibit, { action: "collected", at: waitedSince, purpose });
  } else if (capturedAt) {
    const purpose = "Captured, as stated when it was received";
    await noteCustody(ctx, exhibit, { action: "collected", at: capturedAt, by: null, purpose });
  }
  if (fromClient) {
    const { at, hashedThere, remarks, vault } = fromClient;
    const details = remarks ? { remarks } : {};
    await noteCustody(ctx, exhibit, {
      action: "transferred",
      at,
      by: null,
      purpose: handedOver(hashedThere),
      details,
      vault,
    });
  }
  if (fromArchive) {
    const { label, name } = fromArchive;
    await noteCustody(ctx, exhibit, {
      action: "copied",
      purpose: `Taken out of exhibit ${label}, an archive: unpacked in the sandbox, with the hash under which it was listed there`,
      details: { from: label, remarks: name },
      vault: ofCase,
    });
  }
  if (fromMail) {
    const { at, sha256, isAttachment } = fromMail;
    const whole = `a mail that came in, kept as it was received, with the hash ${sha256}`;
    const purpose = isAttachment ? `Attached to ${whole}` : `Received by mail: ${whole}`;
    await noteCustody(ctx, exhibit, { action: "transferred", at, by: null, purpose });
  }
  const purpose = receivedHow({ fromClient, fromArchive, fromMail });
  await noteCustody(ctx, exhibit, { action: "received", purpose });
}
