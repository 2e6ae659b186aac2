import { t } from "@/lib/platform/language/translate";
import "server-only";
import { uploads } from "@/db/schema";
import { allOf } from "@/lib/kernel/access/all-of";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import { onceInBatch, type TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { findSameBytes, lockForFiles, refuseStopped, requireCapturedBefore, requireOfCase } from "./access";
import type { AnnounceExhibit } from "./input";
import type { KnownExhibit } from "./types";

type Announced = { value: { id: string; known: KnownExhibit | null }; audit: AuditEntry };

/**
 * Records announced uploads of a case and their details, in their order. `known` names the exhibit of this case that has
 * the same bytes. @throws AppError invalid with the field; not_found; conflict for a case that is closed or stopped
 */
export async function announceFiles(
  ctx: TxCtx,
  caseId: string,
  files: readonly AnnounceExhibit[],
): Promise<Announced[]> {
  if (files.some((file) => file.caseId !== caseId)) throw new AppError("invalid", t("Choose files for one case."));
  const locked = await lockForFiles(ctx, caseId);
  refuseStopped(locked);
  for (const about of differentIn(files)) await requireOfCase(ctx, caseId, about);
  for (const about of files) requireCapturedBefore(ctx.now, about);
  const vault = await onceInBatch(ctx, `vault ${locked.keyId}`, () => openVault(ctx, locked.keyId));
  const rows = files.map(({ caseId: _, size, sha256, modifiedAt, ...about }) => {
    const id = newId();
    return {
      id,
      orgId: ctx.orgId,
      caseId,
      size,
      sha256: sha256 ?? null,
      details: vault.seal({ table: "uploads", column: "details", row: id }, JSON.stringify(about)),
      fileModifiedAt: modifiedAt ?? null,
      announcedBy: ctx.actor.memberId ?? "",
      announcedAt: ctx.now,
    };
  });
  await allOf(rows.map((row) => ctx.db.insert(uploads).values(row)));
  const digests = rows.flatMap(({ sha256 }) => sha256 ?? []);
  const known = await findSameBytes(ctx, caseId, digests);
  return rows.map(({ id, sha256, size }) => ({
    value: { id, known: known.get(sha256 ?? "") ?? null },
    audit: { action: "upload.announced", subjectId: id, caseId, detail: { size } },
  }));
}

/** One of those that name the same account and incidents: files that are added together mostly do. */
function differentIn(files: readonly AnnounceExhibit[]): AnnounceExhibit[] {
  const named = ({ accountId, incidentIds }: AnnounceExhibit) => JSON.stringify([accountId, incidentIds]);
  return [...new Map(files.map((file) => [named(file), file])).values()];
}
