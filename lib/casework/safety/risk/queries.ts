import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { riskAssessments, riskDecisions } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { namesOf } from "@/lib/organisation/members/names-of";
import { readFloor } from "./read-floor";
import { answersPlace, decisionPlace } from "./rules";
import { type RiskView, riskAnswers } from "./types";

const keptAnswers = z.record(z.string(), z.enum(riskAnswers));

/** Every set of answers about the risk of a case with its decision, the newest first. @throws AppError not_found */
export const getRiskView = query("case.read", async (ctx, caseId: string): Promise<RiskView> => {
  const row = await findCase(ctx, caseId);
  const rows = await ctx.db
    .select({ answers: riskAssessments, decision: riskDecisions })
    .from(riskAssessments)
    .leftJoin(riskDecisions, eq(riskDecisions.assessmentId, riskAssessments.id))
    .where(and(eq(riskAssessments.orgId, ctx.orgId), eq(riskAssessments.caseId, row.id)))
    .orderBy(desc(riskAssessments.assessedAt), desc(riskAssessments.id));
  const vault = await openVault(ctx, row.keyId);
  const names = await namesOf(
    ctx,
    rows.flatMap(({ answers, decision }) => [answers.assessedBy, decision?.decidedBy ?? null]),
  );
  const assessments = rows.map(({ answers: given, decision }) => ({
    id: given.id,
    answers: keptAnswers.parse(JSON.parse(vault.open(answersPlace(given.id, "answers"), given.answers))),
    note: vault.openMaybe(answersPlace(given.id, "note"), given.note),
    points: given.points,
    suggested: given.suggested,
    by: names.get(given.assessedBy) ?? "",
    assessedAt: given.assessedAt,
    decision: decision && {
      level: decision.level,
      reason: vault.openMaybe(decisionPlace(decision.id), decision.reason),
      by: names.get(decision.decidedBy) ?? "",
      decidedAt: decision.decidedAt,
    },
  }));
  return { assessments, floor: await readFloor(ctx, row), risk: row.risk, closed: row.closedAt !== null };
});
