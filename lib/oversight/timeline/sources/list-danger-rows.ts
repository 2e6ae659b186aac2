import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { dangerAssessments } from "@/db/schema";
import { answerLabels } from "@/lib/casework/danger/labels";
import { assessmentPlace } from "@/lib/casework/danger/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import type { SourceRow, Traced } from "../types";

/** What somebody decided about danger. */
export async function listDangerRows(ctx: TxCtx, { row, vault }: Traced): Promise<SourceRow[]> {
  const { id, answer, reason, assessedAt, assessedBy } = dangerAssessments;
  const rows = await ctx.db
    .select({ id, answer, reason, assessedAt, assessedBy })
    .from(dangerAssessments)
    .where(and(eq(dangerAssessments.orgId, ctx.orgId), eq(dangerAssessments.caseId, row.id)));
  return rows.map((assessment) => ({
    key: `danger-${assessment.id}`,
    kind: "danger",
    at: assessment.assessedAt,
    day: null,
    title: t("Danger: {answer}", { answer: answerLabels[assessment.answer].label.toLowerCase() }),
    words: () => vault.open(assessmentPlace(assessment.id, "reason"), assessment.reason),
    byId: assessment.assessedBy,
    href: `/cases/${row.id}/danger`,
  }));
}
