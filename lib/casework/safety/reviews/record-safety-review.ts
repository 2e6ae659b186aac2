import "server-only";
import { and, eq } from "drizzle-orm";
import { safetyChecks, safetyPlans } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { todayAtHome } from "@/lib/law/office/rules";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { RecordSafetyReview } from "./input";
import { writeReviewLine } from "./write-review-line";

/**
 * Records that the plan, or the list of devices and accounts, was gone through with the client, and by when again.
 * @throws AppError not_found; conflict while there is nothing to go through; invalid at `reviewedOn`
 */
export const recordSafetyReview = command({
  needs: "case.write",
  input: RecordSafetyReview,
  async run(ctx, { caseId, about, reviewedOn, reviewOn }) {
    const row = await lockCase(ctx, caseId);
    if (reviewedOn > todayAtHome(row.pair, ctx.now)) {
      const message = t("Choose today or an earlier day.");
      throw new AppError("invalid", message, { reviewedOn: message });
    }
    if (!(await hasAny(ctx, caseId, about)))
      throw new AppError(
        "conflict",
        about === "plan" ? t("Write something into the plan first.") : t("Go through at least one item first."),
      );
    const id = await writeReviewLine(ctx, { caseId, about, reviewedOn, reviewOn });
    await touchCase(ctx, caseId);
    return {
      value: { id, caseId },
      audit: { action: "safety.reviewed", subjectId: id, caseId, detail: { about, reviewedOn, reviewOn } },
    };
  },
});

async function hasAny(ctx: TxCtx, caseId: string, about: "plan" | "technology"): Promise<boolean> {
  const table = about === "plan" ? safetyPlans : safetyChecks;
  return (await ctx.db.$count(table, and(eq(table.orgId, ctx.orgId), eq(table.caseId, caseId)))) > 0;
}
