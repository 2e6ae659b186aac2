import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { officialForms } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { findForm } from "../access";
import { RetireForm } from "../input";

/** Nobody fills it any more; what was filled with it stays. @throws AppError not_found; conflict on a repeat */
export const retireForm = command({
  needs: "law.write",
  input: RetireForm,
  async run(ctx, { formId }) {
    const { id } = await findForm(ctx, formId);
    const [won] = await ctx.db
      .update(officialForms)
      .set({ retiredAt: ctx.now, retiredBy: ctx.actor.memberId })
      .where(and(eq(officialForms.id, id), isNull(officialForms.retiredAt)))
      .returning({ id: officialForms.id });
    if (!won) throw new AppError("conflict", t("This form is out of use already."));
    return { value: { id }, audit: { action: "form.retired", subjectId: id, detail: {} } };
  },
});
