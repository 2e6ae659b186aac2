import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { assignmentBatches, assignmentRows } from "@/db/schema";
import type { Scoped } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";

/** A list that whoever acts began. @throws AppError not_found */
export async function findMyBatch(ctx: Scoped, batchId: string) {
  if (isId(batchId)) {
    const [row] = await ctx.db
      .select()
      .from(assignmentBatches)
      .where(and(eq(assignmentBatches.orgId, ctx.orgId), eq(assignmentBatches.id, batchId)));
    if (row && row.askedBy === ctx.actor.memberId) return row;
  }
  throw new AppError("not_found", "No such list.");
}

/** The cases of a list that nobody tried yet, in its order. */
export async function waitingRows(ctx: Scoped, batchId: string, most: number): Promise<string[]> {
  const rows = await ctx.db
    .select({ askedId: assignmentRows.askedId })
    .from(assignmentRows)
    .where(and(eq(assignmentRows.orgId, ctx.orgId), eq(assignmentRows.batchId, batchId), isNull(assignmentRows.doneAt)))
    .orderBy(asc(assignmentRows.place))
    .limit(most);
  return rows.map((row) => row.askedId);
}
