import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { safetyReviews } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { query } from "@/lib/kernel/access/query";
import { namesOf } from "@/lib/organisation/members/names-of";
import type { ReviewedThing, SafetyReview } from "./types";

/** The last review of each thing on a case. @throws AppError not_found */
export const lastSafetyReviews = query(
  "case.read",
  async (ctx, caseId: string): Promise<Partial<Record<ReviewedThing, SafetyReview>>> => {
    await findCase(ctx, caseId);
    const { id, about, reviewedOn, reviewOn, recordedBy, recordedAt } = safetyReviews;
    const rows = await ctx.db
      .selectDistinctOn([about], { id, about, reviewedOn, reviewOn, recordedBy })
      .from(safetyReviews)
      .where(and(eq(safetyReviews.orgId, ctx.orgId), eq(safetyReviews.caseId, caseId)))
      .orderBy(about, desc(recordedAt), desc(id));
    const names = await namesOf(
      ctx,
      rows.map((row) => row.recordedBy),
    );
    return Object.fromEntries(
      rows.map(({ recordedBy: by, ...row }) => [row.about, { ...row, by: names.get(by) ?? "" }]),
    );
  },
);
