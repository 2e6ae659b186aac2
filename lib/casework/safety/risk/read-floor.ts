import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { type cases, dangerAssessments } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { floorOf } from "./rules";
import type { RiskFloor } from "./types";

/** The lowest level that the last answer about danger allows on a case. */
export async function readFloor(
  ctx: TxCtx,
  { id, inDanger }: Pick<typeof cases.$inferSelect, "id" | "inDanger">,
): Promise<RiskFloor> {
  const [last] = await ctx.db
    .select({ answer: dangerAssessments.answer })
    .from(dangerAssessments)
    .where(and(eq(dangerAssessments.orgId, ctx.orgId), eq(dangerAssessments.caseId, id)))
    .orderBy(desc(dangerAssessments.assessedAt), desc(dangerAssessments.id))
    .limit(1);
  return floorOf(inDanger, last?.answer);
}
