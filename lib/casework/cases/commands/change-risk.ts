import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { cases } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { bumpRecordVersion } from "@/lib/kernel/access/record-versions";
import { AppError } from "@/lib/platform/errors";
import { lockOpenCase } from "../access";
import { ChangeRisk } from "../input";
import { riskWord } from "../rules";
import { touchCase } from "../touch-case";

/**
 * Changes risk or danger, with a reason kept in the log.
 * @throws AppError conflict if nothing changes; ClashError
 */
export const changeRisk = command({
  needs: "case.write",
  input: ChangeRisk,
  async run(ctx, { caseId, risk, inDanger, reason, version }) {
    const row = await lockOpenCase(ctx, caseId);
    const now = () => ({ risk: row.risk, inDanger: row.inDanger });
    await bumpRecordVersion(ctx, { record: caseId, seen: version, now });
    if (row.riskAssessed && row.risk === risk && row.inDanger === inDanger)
      throw new AppError("conflict", t("The case already has this risk level."));
    await ctx.db
      .update(cases)
      .set({ risk, riskAssessed: true, inDanger, dangerSince: inDanger ? (row.dangerSince ?? ctx.now) : null })
      .where(and(eq(cases.orgId, ctx.orgId), eq(cases.id, caseId)));
    await touchCase(ctx, caseId);
    const detail = { from: riskWord(row.risk, row.inDanger), to: riskWord(risk, inDanger), reason };
    return { value: { id: caseId }, audit: { action: "case.risk_changed", subjectId: caseId, caseId, detail } };
  },
});
