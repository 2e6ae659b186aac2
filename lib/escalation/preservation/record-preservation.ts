import "server-only";
import { preservations } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { civilDate } from "@/lib/platform/time/clock";
import { requireOnCase } from "./access";
import { RecordPreservation } from "./input";
import { readPreservations } from "./read-preservations";
import { refuseSecond, requireDays } from "./rules";

/**
 * Records that an officer asked a provider to preserve an account. Only officials can ask; this is the record of it.
 * @throws AppError conflict if a request still in force is already recorded for the account
 */
export const recordPreservation = command({
  needs: "case.write",
  input: RecordPreservation,
  async run(ctx, { id, caseId, accountId, ...asked }) {
    const row = await lockCase(ctx, caseId);
    const law = await readLaw(ctx);
    const today = civilDate(ctx.now, findPlaybook(row.pair, row.playbookVersion, law)?.home.zone ?? "UTC");
    await requireOnCase(ctx, caseId, { accountId, referenceId: asked.referenceId });
    requireDays(asked, today);
    refuseSecond(await readPreservations(ctx, caseId), accountId, today, law);
    const by = { recordedBy: ctx.actor.memberId ?? "", recordedAt: ctx.now };
    await ctx.db.insert(preservations).values({ id, orgId: ctx.orgId, caseId, accountId, ...asked, ...by });
    await touchCase(ctx, caseId);
    const state = asked.refusedOn ? "refused" : asked.acceptedOn ? "accepted" : "asked";
    return { value: { id }, audit: { action: "preservation.recorded", subjectId: id, caseId, detail: { state } } };
  },
});
