import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { cases, exhibits, scans } from "@/db/schema";
import { visibleCases } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { scannerAddress } from "@/lib/platform/clamd/scanner";
import { AppError } from "@/lib/platform/errors";
import { isId, newId } from "@/lib/platform/ids";
import { heldMessages } from "./labels";
import { isHeld, letOutUntil, standingOf } from "./rules";

export type ScanRow = typeof scans.$inferSelect;

/** What a scan needs of an exhibit, if this person, or job, may see its case. @throws AppError not_found */
export async function findScanned(ctx: TxCtx, exhibitId: string) {
  if (isId(exhibitId)) {
    const { id, caseId, sha256, size, fileId } = exhibits;
    const [row] = await ctx.db
      .select({ id, caseId, sha256, size, fileId, keyId: cases.keyId })
      .from(exhibits)
      .innerJoin(cases, eq(cases.id, exhibits.caseId))
      .where(and(visibleCases(ctx), eq(exhibits.id, exhibitId)));
    if (row) return row;
  }
  throw new AppError("not_found", t("No such exhibit."));
}

export type Scanned = Awaited<ReturnType<typeof findScanned>>;

/** The row of an exhibit, or undefined when nothing is recorded of it. */
export async function scanOf(ctx: TxCtx, exhibitId: string): Promise<ScanRow | undefined> {
  const [row] = await ctx.db
    .select()
    .from(scans)
    .where(and(eq(scans.orgId, ctx.orgId), eq(scans.exhibitId, exhibitId)));
  return row;
}

/** The row of an exhibit, created if missing, locked until this transaction ends. */
export async function lockScan(ctx: TxCtx, exhibit: { id: string; caseId: string }): Promise<ScanRow> {
  await ctx.db.insert(scans).values(pendingRow(ctx, exhibit)).onConflictDoNothing();
  const [row] = await ctx.db
    .select()
    .from(scans)
    .where(and(eq(scans.orgId, ctx.orgId), eq(scans.exhibitId, exhibit.id)))
    .for("update");
  if (!row) throw new Error("The row of a scan is not there.");
  return row;
}

export function pendingRow(ctx: TxCtx, exhibit: { id: string; caseId: string }): typeof scans.$inferInsert {
  const { id: exhibitId, caseId } = exhibit;
  return { id: newId(), orgId: ctx.orgId, caseId, exhibitId, state: "pending", askedAt: ctx.now };
}

/**
 * Called before an original is handed out as a file. @returns whether it is one that this person just released
 * @throws AppError conflict for one that the scanner has not called clean
 */
export async function refuseHeld(ctx: TxCtx, exhibitId: string): Promise<{ letOut: boolean }> {
  const row = await scanOf(ctx, exhibitId);
  const standing = standingOf(row?.state, scannerAddress() !== null);
  if (!isHeld(standing)) return { letOut: false };
  const isMine = row?.letOutBy !== null && row?.letOutBy === ctx.actor.memberId;
  if (row && isMine && letOutUntil(row.letOutAt, ctx.now)) return { letOut: true };
  throw new AppError("conflict", standing === "virus" ? heldMessages.virus : heldMessages.pending);
}
