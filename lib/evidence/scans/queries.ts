import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { among } from "@/db/among";
import { cases, members, scans } from "@/db/schema";
import { visibleCases } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import type { ScanProblem } from "@/lib/platform/clamd/problems";
import { scannerAddress } from "@/lib/platform/clamd/scanner";
import { findScanned, type ScanRow, scanOf } from "./access";
import { isHeld, letOutUntil, standingOf } from "./rules";
import type { ScanStanding, ScanView } from "./types";

/** The virus scan state of an exhibit. @throws AppError not_found */
export const readScan = query("case.read", async (ctx, exhibitId: string): Promise<ScanView> => {
  const { keyId } = await findScanned(ctx, exhibitId);
  const row = await scanOf(ctx, exhibitId);
  const setUp = scannerAddress() !== null;
  const standing = standingOf(row?.state, setUp);
  return {
    setUp,
    standing,
    held: isHeld(standing),
    virus: row?.virus ?? null,
    problem: standing === "pending" ? ((row?.problem ?? null) as ScanProblem | null) : null,
    engine: row?.engine ?? null,
    tries: row?.tries ?? 0,
    scannedAt: row?.scannedAt ?? null,
    letOut: row && isHeld(standing) ? await letOutOf(ctx, row, keyId) : null,
  };
});

/** The exhibits of a case that are not simply clean, by id; a case that this person may not see has none. */
export const scanStandings = query("case.read", async (ctx, caseId: string, ids?: readonly string[]) => {
  const rows = await ctx.db
    .select({ id: scans.exhibitId, state: scans.state })
    .from(scans)
    .innerJoin(cases, eq(cases.id, scans.caseId))
    .where(and(visibleCases(ctx), eq(scans.caseId, caseId), ids && among(scans.exhibitId, [...ids])));
  const setUp = scannerAddress() !== null;
  const standings = new Map<string, ScanStanding>(rows.map(({ id, state }) => [id, standingOf(state, setUp)]));
  return { standings, otherwise: standingOf(undefined, setUp) };
});

async function letOutOf(ctx: TxCtx, row: ScanRow, keyId: string): Promise<ScanView["letOut"]> {
  const until = letOutUntil(row.letOutAt, ctx.now);
  if (!until || !row.letOutBy || row.letOutReason === null) return null;
  const [person] = await ctx.db.select({ name: members.name }).from(members).where(eq(members.id, row.letOutBy));
  const vault = await openVault(ctx, keyId);
  const reason = vault.open({ table: "scans", column: "let_out_reason", row: row.id }, row.letOutReason);
  return { by: person?.name ?? t("A former colleague"), mine: row.letOutBy === ctx.actor.memberId, until, reason };
}
