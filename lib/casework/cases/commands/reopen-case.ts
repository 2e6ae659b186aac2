import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { cases } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { lockAnyCase } from "../access";
import { ReopenCase } from "../input";
import { requireOwnerOrSupervisor } from "../rules";
import { touchCase } from "../touch-case";

/**
 * Reopens a closed case; its clocks count from their original start dates. The closing note is kept.
 * @throws AppError forbidden for a colleague who only works on it; conflict if it is open
 */
export const reopenCase = command({
  needs: "case.write",
  input: ReopenCase,
  async run(ctx, { caseId, reason }) {
    const row = await lockAnyCase(ctx, caseId);
    requireOwnerOrSupervisor(ctx.actor, row.ownerId, t("opens a case again"));
    if (!row.closedAt) throw new AppError("conflict", t("This case is open."));
    await ctx.db
      .update(cases)
      .set({ closedAt: null, closedBy: null, outcome: null })
      .where(and(eq(cases.orgId, ctx.orgId), eq(cases.id, caseId)));
    await touchCase(ctx, caseId);
    return {
      value: { id: caseId },
      audit: { action: "case.reopened", subjectId: caseId, caseId, detail: { reason } },
    };
  },
});
