import "server-only";
import { riskAssessments } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { riskQuestions } from "@/lib/law/jurisdictions/common/risk-questions";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { AssessRisk } from "./input";
import { readFloor } from "./read-floor";
import { answersPlace, fieldOf, suggestRisk } from "./rules";

/**
 * Keeps the answers about risk with the level that they suggest. It changes nothing on the case: a person decides.
 * @throws AppError not_found; conflict for a closed case
 */
export const assessRisk = command({
  needs: "case.write",
  input: AssessRisk,
  async run(ctx, { caseId, note, ...fields }) {
    const row = await lockCase(ctx, caseId);
    if (!ctx.actor.memberId) throw new AppError("forbidden", t("A person assesses the risk."));
    const answers = Object.fromEntries(riskQuestions.map(({ key }) => [key, fields[fieldOf(key)]]));
    const { points, level } = suggestRisk(answers, await readFloor(ctx, row));
    const id = newId();
    const vault = await openVault(ctx, row.keyId);
    await ctx.db.insert(riskAssessments).values({
      id,
      orgId: ctx.orgId,
      caseId,
      answers: vault.seal(answersPlace(id, "answers"), JSON.stringify(answers)),
      note: vault.sealMaybe(answersPlace(id, "note"), note),
      points,
      suggested: level,
      assessedBy: ctx.actor.memberId,
      assessedAt: ctx.now,
    });
    await touchCase(ctx, caseId);
    return {
      value: { id, caseId, suggested: level },
      audit: { action: "risk.assessed", subjectId: id, caseId, detail: { points, suggested: level } },
    };
  },
});
