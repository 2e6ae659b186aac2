import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { among } from "@/db/among";
import { exhibits, uploads } from "@/db/schema";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { noteCustody } from "@/lib/evidence/custody/note-custody";
import type { CustodyEvent } from "@/lib/evidence/custody/types";
import { allOf } from "@/lib/kernel/access/all-of";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { type Vault, vaultOf } from "@/lib/kernel/access/vault";
import { enqueueAll } from "@/lib/kernel/jobs/queue";
import { scannerAddress } from "@/lib/platform/clamd/scanner";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { sizeOfFile } from "@/lib/platform/storage/file-storage";
import { authorities } from "@/lib/platform/tsa/authorities";
import type { ReadyForFiles, UploadRow } from "./access";
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
  { caseId, keyId, wrapped, lastNumber }: ReadyForFiles,
  items: readonly Item[],
): Promise<Recorded[]> {
  const vault = vaultOf(ctx, keyId, wrapped);
  const made = items.map((item, at) => ({
    ...item,
    id: newId(),
    number: lastNumber + 1 + at,
    about: openAbout(vault, item.upload),
  }));
  // Sent first: the others refer to its rows, and each statement begins when the one before it has ended.
  const inserting = ctx.db
    .insert(exhibits)
    .values(made.map((item) => rowOf(ctx, vault, caseId, item)))
    .execute();
  await allOf([
    ...items.map(({ upload, ...got }) => requireBytes(ctx, keyId, upload, got)),
    inserting,
    beginLedgers(ctx, vault, caseId, made),
    ...made.map(({ id, about }) => addLinks(ctx, { id, caseId }, about.incidentIds)),
    fillUploads(ctx, made),
    ...jobsOf(
      ctx,
      made.map(({ id }) => ({ exhibitId: id })),
    ),
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

function jobsOf(ctx: TxCtx, made: readonly { exhibitId: string }[]): Promise<void>[] {
  return [
    enqueueAll(ctx, "exhibit.look", made),
    ...(scannerAddress() === null ? [] : [enqueueAll(ctx, "exhibit.scan", made)]),
    ...(authorities().length > 0 ? [enqueueAll(ctx, "exhibit.stamp", made)] : []),
  ];
}

/** Says of each upload which exhibit it became. */
async function fillUploads({ db, orgId }: TxCtx, made: readonly Made[]): Promise<void> {
  const pairs = JSON.stringify(made.map(({ uploadId, id }) => ({ id: uploadId, exhibit: id })));
  const ids = made.map(({ uploadId }) => uploadId);
  // Named by their ids too: Postgres takes the list for a hundred rows, and joined with it alone may read all uploads.
  await db.execute(sql`update ${uploads} set exhibit_id = made.exhibit
    from jsonb_to_recordset(${pairs}::jsonb) as made(id uuid, exhibit uuid)
    where ${uploads.orgId} = ${orgId} and ${among(uploads.id, ids)} and ${uploads.id} = made.id`);
}

/** The first line of a part of a page that the browser extension captured. */
const byExtension = {
  picture: "Captured by the browser extension: picture of the whole page, hashed there",
  page: "Captured by the browser extension: page as saved by the browser, hashed there",
  text: "Captured by the browser extension: visible text of the page, hashed there",
};

/** Nothing is committed unless the bytes are there: what a receipt confirms exists. */
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

/** Set where the extension or the client captured it, where it was in an archive or a mail, or where it waited on a device. */
type Origin = Pick<ReceiveExhibit, "fromClient" | "fromArchive" | "fromMail" | "waitedSince"> & {
  part: keyof typeof byExtension | null;
  vault: Vault;
};

function receivedHow({ fromClient, fromArchive, fromMail }: Omit<Origin, "part" | "vault">) {
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

/** The ledgers of what was sent, which all begin alike, in one statement; of what came another way, one by one. */
async function beginLedgers(ctx: TxCtx, vault: Vault, caseId: string, made: readonly Made[]): Promise<void> {
  const lines = made.map(({ id, sha256, about, upload, ...from }) => ({
    exhibit: { id, caseId, sha256 },
    earlier: earlierEvents(ctx, about.capturedAt, { ...from, part: upload.capturePart, vault }),
    purpose: receivedHow(from),
  }));
  await allOf([
    ...lines.flatMap(({ exhibit, earlier }) => earlier.map((event) => noteCustody(ctx, exhibit, event))),
    ...[...Map.groupBy(lines, ({ purpose }) => purpose)].map(([purpose, alike]) =>
      noteCustody(
        ctx,
        alike.map(({ exhibit }) => exhibit),
        { action: "received", purpose },
      ),
    ),
  ]);
}

/** What happened to it before it was received, in that order. */
function earlierEvents(ctx: TxCtx, capturedAt: Date | undefined, origin: Origin): CustodyEvent[] {
  const { part, fromClient, fromArchive, fromMail, waitedSince, vault } = origin;
  const events: CustodyEvent[] = [];
  if (part) {
    const purpose = byExtension[part];
    events.push({ action: "collected", at: capturedAt ?? ctx.now, purpose });
  } else if (waitedSince) {
    const purpose = "Added on a device that was offline: hashed there, and encrypted until it was sent";
    events.push({ action: "collected", at: waitedSince, purpose });
  } else if (capturedAt) {
    const purpose = "Captured, as stated when it was received";
    events.push({ action: "collected", at: capturedAt, by: null, purpose });
  }
  if (fromClient) {
    const { at, hashedThere, remarks } = fromClient;
    const details = remarks ? { remarks } : {};
    events.push({
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
    events.push({
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
    events.push({ action: "transferred", at, by: null, purpose });
  }
  return events;
}
