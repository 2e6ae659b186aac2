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
 * Goes on with a list: each case in a transaction of its own, so that a bad one stops nothing and an interruption loses
 * nothing. Two that run at once share the work.
 * @param most so many cases at the most in this call
 * @returns how many of the list are done now
 * @throws AppError not_found for a list that somebody else began
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

/** The cases of a list that nobody tried yet, in its order. */
async function waitingRows(ctx: TxCtx, batchId: string, most: number): Promise<string[]> {
  const rows = await ctx.db
    .select({ askedId: assignmentRows.askedId })
    .from(assignmentRows)
    .where(and(eq(assignmentRows.orgId, ctx.orgId), eq(assignmentRows.batchId, batchId), isNull(assignmentRows.doneAt)))
    .orderBy(asc(assignmentRows.place))
    .limit(most);
  return rows.map((row) => row.askedId);
}
