import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { assignmentRows } from "@/db/schema";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { findMyBatch } from "./access";
import { assignRow } from "./assign-row";
import type { BatchProgress } from "./types";

/**
 * Continues a batch: each case has its own transaction, so one bad case stops nothing and an interruption loses
 * nothing. Concurrent runs share the work.
 * @param most the maximum number of cases in this call
 * @returns how many of the batch are done
 * @throws AppError not_found for a batch started by somebody else
 */
export async function runBatch(ctx: Ctx, batchId: string, most: number): Promise<BatchProgress> {
  requirePermission(ctx, "case.write");
  const { batch, waiting } = await withTransaction(ctx, "read only", async (scoped) => ({
    batch: await findMyBatch(scoped, batchId),
    waiting: await waitingRows(scoped, batchId, most),
  }));
  for (const askedId of waiting) {
    try {
      await assignRow(ctx, { batchId, askedId });
    } catch (error) {
      if (!(error instanceof AppError && error.code === "conflict")) throw error;
    }
  }
  const left = await withTransaction(ctx, "read only", (scoped) => waitingRows(scoped, batchId, batch.total));
  return { done: batch.total - left.length, total: batch.total };
}

/** The cases of a batch not tried yet, in order. */
async function waitingRows(ctx: TxCtx, batchId: string, most: number): Promise<string[]> {
  const rows = await ctx.db
    .select({ askedId: assignmentRows.askedId })
    .from(assignmentRows)
    .where(and(eq(assignmentRows.orgId, ctx.orgId), eq(assignmentRows.batchId, batchId), isNull(assignmentRows.doneAt)))
    .orderBy(asc(assignmentRows.place))
    .limit(most);
  return rows.map((row) => row.askedId);
}
