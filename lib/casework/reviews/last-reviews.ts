import "server-only";
import { eq, sql } from "drizzle-orm";
import { caseReviews } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";

/** When each case was last reviewed. */
export function lastReviews(ctx: TxCtx) {
  return ctx.db
    .select({ caseId: caseReviews.caseId, at: sql<Date>`max(${caseReviews.writtenAt})`.as("at") })
    .from(caseReviews)
    .where(eq(caseReviews.orgId, ctx.orgId))
    .groupBy(caseReviews.caseId)
    .as("last_reviews");
}
