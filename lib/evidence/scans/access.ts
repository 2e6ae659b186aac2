import "server-only";
import { and, eq } from "drizzle-orm";
import { among } from "@/db/among";
import { cases, exhibits, scans } from "@/db/schema";
import { visibleCases } from "@/lib/casework/cases/access";
import type { Scoped } from "@/lib/kernel/access/ctx";
import { enqueue } from "@/lib/kernel/jobs/queue";
import type { ScanProblem } from "@/lib/platform/clamd/problems";
import { scannerAddress } from "@/lib/platform/clamd/scanner";
import { AppError } from "@/lib/platform/errors";
import { isId, newId } from "@/lib/platform/ids";
import { heldInPacket, heldSaid } from "./labels";
import { askedAgainAt, isHeld, letOutUntil, standingOf } from "./rules";

export type ScanRow = typeof scans.$inferSelect;

/** What a scan needs of an exhibit, when this person, or job, may see its case. @throws AppError not_found */
export async function findScanned(ctx: Scoped, exhibitId: string) {
  if (isId(exhibitId)) {
    const { id, caseId, sha256, size, fileId } = exhibits;
    const [row] = await ctx.db
      .select({ id, caseId, sha256, size, fileId, keyId: cases.keyId })
      .from(exhibits)
      .innerJoin(cases, eq(cases.id, exhibits.caseId))
      .where(and(visibleCases(ctx), eq(exhibits.id, exhibitId)));
    if (row) return row;
  }
  throw new AppError("not_found", "No such exhibit.");
}

export type Scanned = Awaited<ReturnType<typeof findScanned>>;

/** The same verdict by a newer list: which one is kept, and no line of the log for each file and day. */
export async function keepCleanAgain(ctx: Scoped, { id, tries }: ScanRow, engine: string): Promise<void> {
  await ctx.db
    .update(scans)
    .set({ engine, tries: tries + 1, lastTriedAt: ctx.now, scannedAt: ctx.now })
    .where(and(eq(scans.orgId, ctx.orgId), eq(scans.id, id), eq(scans.state, "clean")));
}

/** The row of an exhibit, or undefined when nothing is recorded of it. */
export async function scanOf(ctx: Scoped, exhibitId: string): Promise<ScanRow | undefined> {
  const [row] = await ctx.db
    .select()
    .from(scans)
    .where(and(eq(scans.orgId, ctx.orgId), eq(scans.exhibitId, exhibitId)));
  return row;
}

/** The row of an exhibit, made when it is not there; nobody else changes it until this transaction ends. */
export async function lockScan(ctx: Scoped, exhibit: { id: string; caseId: string }): Promise<ScanRow> {
  await ctx.db.insert(scans).values(pendingRow(ctx, exhibit)).onConflictDoNothing();
  const [row] = await ctx.db
    .select()
    .from(scans)
    .where(and(eq(scans.orgId, ctx.orgId), eq(scans.exhibitId, exhibit.id)))
    .for("update");
  if (!row) throw new Error("The row of a scan is not there.");
  return row;
}

export function pendingRow(ctx: Scoped, exhibit: { id: string; caseId: string }): typeof scans.$inferInsert {
  const { id: exhibitId, caseId } = exhibit;
  return { id: newId(), orgId: ctx.orgId, caseId, exhibitId, state: "pending", askedAt: ctx.now };
}

/** Counts a try without a verdict, and has the job ask again at the time that the rule gives. */
export async function keepTry(ctx: Scoped, row: ScanRow, problem: ScanProblem): Promise<void> {
  const tries = row.tries + 1;
  await ctx.db
    .update(scans)
    .set({ problem, tries, lastTriedAt: ctx.now })
    .where(and(eq(scans.orgId, ctx.orgId), eq(scans.id, row.id)));
  const again = askedAgainAt(problem, tries, ctx.now);
  if (again) await enqueue(ctx, "exhibit.scan", { exhibitId: row.exhibitId }, again);
}

/** Of these exhibits those whose originals go nowhere, each with the words that a packet prints. */
export async function heldOf(ctx: Scoped, exhibitIds: readonly string[]): Promise<Map<string, string>> {
  if (exhibitIds.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: scans.exhibitId, state: scans.state })
    .from(scans)
    .where(and(eq(scans.orgId, ctx.orgId), among(scans.exhibitId, [...exhibitIds])));
  const states = new Map(rows.map(({ id, state }) => [id, state]));
  const setUp = scannerAddress() !== null;
  return new Map(
    exhibitIds.flatMap((id) => {
      const standing = standingOf(states.get(id), setUp);
      return standing === "virus" || standing === "pending" ? [[id, heldInPacket[standing]] as const] : [];
    }),
  );
}

/**
 * Before an original is handed out as a file. @returns whether it is one that this person let out a moment ago
 * @throws AppError conflict for one that a scanner has not called clean
 */
export async function refuseHeld(ctx: Scoped, exhibitId: string): Promise<{ letOut: boolean }> {
  const row = await scanOf(ctx, exhibitId);
  const standing = standingOf(row?.state, scannerAddress() !== null);
  if (!isHeld(standing)) return { letOut: false };
  const isMine = row?.letOutBy !== null && row?.letOutBy === ctx.actor.memberId;
  if (row && isMine && letOutUntil(row.letOutAt, ctx.now)) return { letOut: true };
  throw new AppError("conflict", standing === "virus" ? heldSaid.virus : heldSaid.pending);
}
