import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { assignmentBatches } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";

/** A batch started by the acting member. @throws AppError not_found */
export async function findMyBatch(ctx: TxCtx, batchId: string) {
  if (isId(batchId)) {
    const [row] = await ctx.db
      .select()
      .from(assignmentBatches)
      .where(and(eq(assignmentBatches.orgId, ctx.orgId), eq(assignmentBatches.id, batchId)));
    if (row && row.askedBy === ctx.actor.memberId) return row;
  }
  throw new AppError("not_found", t("No such list."));
}
