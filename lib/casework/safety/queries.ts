import "server-only";
import { and, desc, eq, max } from "drizzle-orm";
import { riskAssessments, riskDecisions, safetyChecks, safetyPlans } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { technologyItems } from "@/lib/law/jurisdictions/common/technology-items";
import { lastSafetyReviews } from "./reviews/queries";
import { countStates } from "./technology/rules";
import type { SafetyState } from "./types";

/** Plan, risk and list of devices of a case, in short. @throws AppError not_found */
export const readSafetyState = query("case.read", async (ctx, caseId: string): Promise<SafetyState> => {
  const row = await findCase(ctx, caseId);
  const [reviews, [plan], pending, counts] = await Promise.all([
    lastSafetyReviews(ctx, row.id),
    ctx.db
      .select({ version: max(safetyPlans.version) })
      .from(safetyPlans)
      .where(and(eq(safetyPlans.orgId, ctx.orgId), eq(safetyPlans.caseId, row.id))),
    isPending(ctx, row.id),
    countChecks(ctx, row.id),
  ]);
  return {
    plan: { version: plan?.version ?? 0, reviewedOn: reviews.plan?.reviewedOn ?? null },
    risk: { level: row.risk, decidedOn: reviews.risk?.reviewedOn ?? null, pending },
    technology: { counts, reviewedOn: reviews.technology?.reviewedOn ?? null },
  };
});

async function isPending(ctx: TxCtx, caseId: string): Promise<boolean> {
  const [newest] = await ctx.db
    .select({ decided: riskDecisions.id })
    .from(riskAssessments)
    .leftJoin(riskDecisions, eq(riskDecisions.assessmentId, riskAssessments.id))
    .where(and(eq(riskAssessments.orgId, ctx.orgId), eq(riskAssessments.caseId, caseId)))
    .orderBy(desc(riskAssessments.assessedAt), desc(riskAssessments.id))
    .limit(1);
  return newest !== undefined && newest.decided === null;
}

async function countChecks(ctx: TxCtx, caseId: string): Promise<SafetyState["technology"]["counts"]> {
  const { item, state, recordedAt, id } = safetyChecks;
  const rows = await ctx.db
    .selectDistinctOn([item], { item, state })
    .from(safetyChecks)
    .where(and(eq(safetyChecks.orgId, ctx.orgId), eq(safetyChecks.caseId, caseId)))
    .orderBy(item, desc(recordedAt), desc(id));
  const found = new Map(rows.map((row) => [row.item, row.state]));
  return countStates(technologyItems.map(({ key }) => ({ state: found.get(key) ?? "not_asked" })));
}
