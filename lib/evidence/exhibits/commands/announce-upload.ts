import "server-only";
import { uploads } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { onceInBatch } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { newId } from "@/lib/platform/ids";
import { findSameBytes, lockForFiles, refuseStopped, requireCapturedBefore, requireOfCase } from "../access";
import { AnnounceExhibit } from "../input";

/**
 * Records an announced upload and its details. The file itself follows under the returned id; `known` names the exhibit
 * of this case that already has the same bytes, so that the sender need not send them again.
 */
export const announceUpload = command({
  needs: "case.write",
  input: AnnounceExhibit,
  rateLimit: "record",
  async run(ctx, { caseId, size, sha256, modifiedAt, ...about }) {
    const locked = await lockForFiles(ctx, caseId);
    refuseStopped(locked);
    await requireOfCase(ctx, caseId, about);
    requireCapturedBefore(ctx.now, about);
    const vault = await onceInBatch(ctx, `vault ${locked.keyId}`, () => openVault(ctx, locked.keyId));
    const id = newId();
    await ctx.db.insert(uploads).values({
      id,
      orgId: ctx.orgId,
      caseId,
      size,
      sha256: sha256 ?? null,
      details: vault.seal({ table: "uploads", column: "details", row: id }, JSON.stringify(about)),
      fileModifiedAt: modifiedAt ?? null,
      announcedBy: ctx.actor.memberId ?? "",
      announcedAt: ctx.now,
    });
    const known = sha256 ? await findSameBytes(ctx, caseId, sha256) : null;
    return { value: { id, known }, audit: { action: "upload.announced", subjectId: id, caseId, detail: { size } } };
  },
});
