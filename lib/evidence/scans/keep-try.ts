import "server-only";
import { and, eq } from "drizzle-orm";
import { scans } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { enqueue } from "@/lib/kernel/jobs/queue";
import type { ScanProblem } from "@/lib/platform/clamd/problems";
import type { ScanRow } from "./access";
import { askedAgainAt } from "./rules";

/** Counts an attempt without a verdict, and schedules the next one according to the rule. */
export async function keepTry(ctx: TxCtx, row: ScanRow, problem: ScanProblem): Promise<void> {
  const tries = row.tries + 1;
  await ctx.db
    .update(scans)
    .set({ problem, tries, lastTriedAt: ctx.now })
    .where(and(eq(scans.orgId, ctx.orgId), eq(scans.id, row.id)));
  const again = askedAgainAt(problem, tries, ctx.now);
  if (again) await enqueue(ctx, "exhibit.scan", { exhibitId: row.exhibitId }, again);
}
