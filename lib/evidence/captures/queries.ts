import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { captures, exhibits, uploads } from "@/db/schema";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { exhibitLabel } from "@/lib/evidence/exhibits/rules";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { namesOf } from "@/lib/organisation/members/names-of";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { capturePlace, isOtherHost } from "./rules";
import type { CaptureView } from "./types";

/** The captured page that an exhibit is a part of; null for one that came otherwise. @throws AppError not_found */
export const readCaptureOf = query("case.read", async (ctx, exhibitId: string): Promise<CaptureView | null> => {
  const { captureId, keyId } = await findExhibit(ctx, exhibitId);
  if (captureId === null) return null;
  const [row] = await ctx.db
    .select()
    .from(captures)
    .where(and(eq(captures.orgId, ctx.orgId), eq(captures.id, captureId)));
  if (!row) return null;
  const vault = await openVault(ctx, keyId);
  const arrived = await ctx.db
    .select({ id: exhibits.id, number: exhibits.number, part: exhibits.capturePart, sha256: exhibits.sha256 })
    .from(exhibits)
    .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.captureId, captureId)))
    .orderBy(asc(exhibits.number));
  const address = vault.open(capturePlace(row.id, "address"), row.address);
  const canonical = vault.openMaybe(capturePlace(row.id, "canonical"), row.canonical);
  return {
    id: row.id,
    address,
    platform: row.platform,
    says: {
      title: vault.openMaybe(capturePlace(row.id, "title"), row.title),
      canonical,
      accountId: vault.openMaybe(capturePlace(row.id, "accountId"), row.accountId),
      handle: vault.openMaybe(capturePlace(row.id, "handle"), row.handle),
      postId: vault.openMaybe(capturePlace(row.id, "postId"), row.postId),
    },
    otherHost: isOtherHost(address, canonical),
    capturedAt: row.capturedAt,
    zone: row.capturedZone,
    clockOffset: row.clockOffset,
    by: (await namesOf(ctx, [row.capturedBy])).get(row.capturedBy) ?? "",
    browser: row.browser,
    device: row.device,
    extensionVersion: row.extensionVersion,
    parts: row.parts.map(({ part, size, sha256, cut }) => {
      const exhibit = arrived.find((one) => one.part === part);
      return {
        part,
        size,
        sha256,
        cut,
        exhibit: exhibit
          ? { id: exhibit.id, label: exhibitLabel(exhibit.number), same: exhibit.sha256 === sha256 }
          : null,
      };
    }),
  };
});

/** Whether an upload is a part of what this pairing captured: it sends bytes for nothing else. @throws AppError not_found */
export const requireOwnPart = query(
  "case.write",
  async (ctx, uploadId: string): Promise<void> => {
    const mine = and(eq(captures.orgId, uploads.orgId), eq(captures.id, uploads.captureId));
    const ofPairing = and(
      eq(uploads.orgId, ctx.orgId),
      eq(uploads.id, uploadId),
      eq(captures.pairingId, ctx.pairing?.id ?? ""),
    );
    const found =
      isId(uploadId) && ctx.pairing
        ? await ctx.db.select({ id: uploads.id }).from(uploads).innerJoin(captures, mine).where(ofPairing)
        : [];
    if (found.length === 0) throw new AppError("not_found", t("No such upload."));
  },
  undefined,
  true,
);
