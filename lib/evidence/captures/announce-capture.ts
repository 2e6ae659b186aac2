import "server-only";
import { and, eq } from "drizzle-orm";
import { accounts, captures, uploads } from "@/db/schema";
import { lockOpenCase } from "@/lib/casework/cases/access";
import { announceUpload } from "@/lib/evidence/exhibits/commands/announce-upload";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { AnnounceCapture } from "./input";
import {
  capturePlace,
  describeCapture,
  isOtherHost,
  offsetOf,
  partFiles,
  plainAddress,
  plainWords,
  typedTime,
} from "./rules";
import type { CapturePart } from "./types";

/**
 * Records a page that a paired browser extension captured, and announces its parts: the bytes follow under the returned
 * ids and become exhibits as any others do, with what the capture says in their details.
 * @throws AppError forbidden without a pairing; conflict when the case is closed or takes no files
 */
export const announceCapture = command({
  needs: "case.write",
  input: AnnounceCapture,
  rateLimit: "record",
  forPairing: true,
  async run(ctx, page) {
    const { pairing, actor } = ctx;
    if (!pairing || !actor.memberId) throw new AppError("forbidden", t("Connect the browser extension first."));
    const { id: pairingId, caseId } = pairing;
    const { keyId } = await lockOpenCase(ctx, caseId);
    const vault = await openVault(ctx, keyId);
    const id = newId();
    const known = (await readLaw(ctx)).platforms.some(({ key }) => key === page.platform);
    const platform = known ? page.platform : null;
    const clockOffset = offsetOf(page.sentAt, ctx.now);
    await ctx.db.insert(captures).values({
      id,
      orgId: ctx.orgId,
      caseId,
      pairingId,
      address: vault.seal(capturePlace(id, "address"), page.address),
      title: vault.sealMaybe(capturePlace(id, "title"), page.title),
      canonical: vault.sealMaybe(capturePlace(id, "canonical"), page.canonical),
      accountId: vault.sealMaybe(capturePlace(id, "accountId"), page.accountId),
      handle: vault.sealMaybe(capturePlace(id, "handle"), page.handle),
      postId: vault.sealMaybe(capturePlace(id, "postId"), page.postId),
      platform,
      capturedAt: new Date(page.capturedAt),
      capturedZone: page.zone,
      clockOffset,
      browser: page.browser,
      device: page.device,
      extensionVersion: page.extensionVersion,
      parts: page.parts,
      capturedBy: actor.memberId,
      receivedAt: ctx.now,
    });
    const details = { ...detailsOf(page, clockOffset, actor.name), platform: platform ?? "" };
    const accountId = await accountOf(ctx, caseId, platform, page);
    const parts: { part: CapturePart; uploadId: string; known: string | null }[] = [];
    for (const { part, size, sha256 } of page.parts) {
      const { name, type, method } = partFiles[part];
      const file = { caseId, fileName: name, fileType: type, size, sha256, method };
      const about = { ...details, ...file, accountId, description: describeCapture(page, part) };
      const upload = await announceUpload(ctx, about);
      await ctx.db
        .update(uploads)
        .set({ captureId: id, capturePart: part })
        .where(and(eq(uploads.orgId, ctx.orgId), eq(uploads.id, upload.id)));
      parts.push({ part, uploadId: upload.id, known: upload.known?.label ?? null });
    }
    const detail = { platform, parts: page.parts.map(({ part }) => part) };
    return { value: { id, parts }, audit: { action: "capture.announced", subjectId: id, caseId, detail } };
  },
});

/** What the packet and the certificate print of an exhibit. What another host claims is not printed as its address. */
function detailsOf(page: AnnounceCapture, clockOffset: number, name: string) {
  const permalink = isOtherHost(page.address, page.canonical) ? undefined : plainAddress(page.canonical);
  return {
    sourceUrl: plainAddress(page.address),
    permalink,
    postId: page.postId === null ? undefined : plainWords(page.postId, 120),
    capturedBy: plainWords(name, 120),
    device: plainWords(page.device, 120),
    tool: plainWords(`Crossdocket browser extension ${page.extensionVersion}, ${page.browser}`, 120),
    howObtained: page.howObtained,
    sensitivity: page.sensitivity,
    incidentIds: [],
    ...typedTime(new Date(page.capturedAt), page.zone, clockOffset),
  };
}

/** The account of this case that the page names: by its id, which does not change, and otherwise by its handle. */
async function accountOf(ctx: TxCtx, caseId: string, platform: string | null, page: AnnounceCapture) {
  const { accountId, handle } = page;
  if (platform === null || (accountId === null && handle === null)) return "";
  const rows = await ctx.db
    .select({ id: accounts.id, platformId: accounts.platformId, handle: accounts.handle })
    .from(accounts)
    .where(and(eq(accounts.orgId, ctx.orgId), eq(accounts.caseId, caseId), eq(accounts.platform, platform)));
  const bare = (text: string) => text.replace(/^@/, "").toLowerCase();
  const byId = rows.find((row) => accountId !== null && row.platformId === accountId);
  const byHandle = rows.find(
    (row) => handle !== null && bare(row.handle) === bare(handle) && (row.platformId === null || accountId === null),
  );
  return (byId ?? byHandle)?.id ?? "";
}
