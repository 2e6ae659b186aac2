import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { filledForms } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { findFilled } from "../access";
import { WithdrawFilledForm } from "../input";

/** Says that a filled form no longer counts. It stays readable. @throws AppError not_found; conflict on a repeat */
export const withdrawFilledForm = command({
  needs: "document.write",
  input: WithdrawFilledForm,
  async run(ctx, { filledId }) {
    const { row: seen } = await findFilled(ctx, filledId);
    await lockCase(ctx, seen.caseId);
    const [won] = await ctx.db
      .update(filledForms)
      .set({ withdrawnAt: ctx.now, withdrawnBy: ctx.actor.memberId })
      .where(and(eq(filledForms.id, seen.id), isNull(filledForms.withdrawnAt)))
      .returning({ id: filledForms.id });
    if (!won) throw new AppError("conflict", t("This form was withdrawn already."));
    await touchCase(ctx, seen.caseId);
    return {
      value: { id: seen.id },
      audit: { action: "form.withdrawn", subjectId: seen.id, caseId: seen.caseId, detail: { version: seen.version } },
    };
  },
});
