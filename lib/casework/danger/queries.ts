import "server-only";
import { findCase } from "@/lib/casework/cases/access";
import { query } from "@/lib/kernel/access/query";
import { namesOf } from "@/lib/organisation/members/names-of";
import { readDanger } from "./read-danger";
import type { DangerView } from "./types";

/** The question of danger on a case, with who answered it before. @throws AppError not_found */
export const getDanger = query("case.read", async (ctx, caseId: string): Promise<DangerView> => {
  const row = await findCase(ctx, caseId);
  const { question, assessments } = await readDanger(ctx, row);
  const names = await namesOf(
    ctx,
    assessments.map(({ assessedBy }) => assessedBy),
  );
  const named = assessments.map((assessment) => ({ ...assessment, by: names.get(assessment.assessedBy) ?? "" }));
  return { question, assessments: named, closed: row.closedAt !== null };
});
