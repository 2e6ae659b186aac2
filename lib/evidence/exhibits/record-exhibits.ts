import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, max } from "drizzle-orm";
import { exhibits, uploads } from "@/db/schema";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { noteCustody } from "@/lib/evidence/custody/note-custody";
import { allOf } from "@/lib/kernel/access/all-of";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import { onceInBatch, type TxCtx } from "@/lib/kernel/access/ctx";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { scannerAddress } from "@/lib/platform/clamd/scanner";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { sizeOfFile } from "@/lib/platform/storage/file-storage";
import { authorities } from "@/lib/platform/tsa/authorities";
import type { UploadRow } from "./access";
import { addLinks } from "./add-links";
import { clearDetails } from "./clear-details";
import { AnnouncedDetails, type ReceiveExhibit } from "./input";
import { exhibitLabel } from "./rules";
import { sealWords } from "./seal-words";
import type { Receipt } from "./types";

/** An upload whose bytes are in the storage. */
type Item = ReceiveExhibit & { upload: UploadRow };

type Recorded = { value: Receipt; audit: AuditEntry };

/**
 * Writes the exhibits of uploads of a case that is locked and open to files: rows, ledgers, jobs. Their labels follow each
 * other in the order given. Statements that do not wait for one another are sent together.
 * @throws AppError conflict if bytes are not there
 */
export async function recordExhibits(
  ctx: TxCtx,
  { caseId, keyId }: { caseId: string; keyId: string },
  items: readonly Item[],
): Promise<Recorded[]> {
  const [number, vault] = await Promise.all([
    nextNumber(ctx, caseId),
    onceInBatch(ctx, `vault ${keyId}`, () => openVault(ctx, keyId)),
    ...items.map(({ upload, ...got }) => requireBytes(ctx, keyId, upload, got)),
  ]);
  const made = items.map((item, at) => ({
    ...item,
    id: newId(),
    number: number + at,
    about: openAbout(vault, item.upload),
  }));
  await allOf(made.map((item) => ctx.db.insert(exhibits).values(rowOf(ctx, vault, caseId, item))));
  await allOf([
    ...made.map(({ id, sha256, about, upload, ...from }) => {
      const origin = { ...from, part: upload.capturePart, vault };
      return beginLedger(ctx, { id, caseId, sha256 }, about.capturedAt, origin);
    }),
    ...made.map(({ id, about }) => addLinks(ctx, { id, caseId }, about.incidentIds)),
    ...made.map(({ id, uploadId }) => ctx.db.update(uploads).set({ exhibitId: id }).where(mine(ctx, uploadId))),
    ...made.flatMap(({ id: exhibitId }) => jobsOf(ctx, exhibitId)),
    touchCase(ctx, caseId),
  ]);
  return made.map(({ id, number: its, sha256, size, upload }) => ({
    value: { exhibitId: id, label: exhibitLabel(its), sha256, size, sentSha256: upload.sha256 },
    audit: { action: "exhibit.received", subjectId: id, caseId, detail: { sha256, size } },
  }));
}

function openAbout(vault: Vault, { id, details }: UploadRow) {
  return AnnouncedDetails.parse(JSON.parse(vault.open({ table: "uploads", column: "details", row: id }, details)));
}

type Made = Item & { id: string; number: number; about: ReturnType<typeof openAbout> };

function rowOf(ctx: TxCtx, vault: Vault, caseId: string, { id, about, upload, number, ...got }: Made) {
  const { uploadId, fileId, sha256, size } = got;
  return {
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
  };
}

function jobsOf(ctx: TxCtx, exhibitId: string): Promise<void>[] {
  return [
    enqueue(ctx, "exhibit.look", { exhibitId }),
    ...(scannerAddress() === null ? [] : [enqueue(ctx, "exhibit.scan", { exhibitId })]),
    ...(authorities().length > 0 ? [enqueue(ctx, "exhibit.stamp", { exhibitId })] : []),
  ];
}

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
type Origin = Pick<ReceiveExhibit, "fromClient" | "fromArchive" | "fromMail" | "waitedSince"> & {
  part: keyof typeof byExtension | null;
  vault: Vault;
};

function receivedHow({ fromClient, fromArchive, fromMail }: Origin) {
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
  origin: Origin,
): Promise<void> {
  const { part, fromClient, fromArchive, fromMail, waitedSince, vault } = origin;
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
    const { at, hashedThere, remarks } = fromClient;
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
      vault,
    });
  }
  if (fromMail) {
    const { at, sha256, isAttachment } = fromMail;
    const whole = `a mail that came in, kept as it was received, with the hash ${sha256}`;
    const purpose = isAttachment ? `Attached to ${whole}` : `Received by mail: ${whole}`;
    await noteCustody(ctx, exhibit, { action: "transferred", at, by: null, purpose });
  }
  const purpose = receivedHow(origin);
  await noteCustody(ctx, exhibit, { action: "received", purpose });
}
