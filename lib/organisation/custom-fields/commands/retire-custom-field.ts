import "server-only";
import { and, eq } from "drizzle-orm";
import { customFields } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { keepChange, lockField } from "../access";
import { RetireCustomField } from "../input";

/** No form asks for it any more; values that were written stay readable. @throws AppError not_found; conflict on a repeat */
export const retireCustomField = command({
  needs: "fields.write",
  input: RetireCustomField,
  async run(ctx, { fieldId }) {
    const row = await lockField(ctx, fieldId);
    if (row.retiredAt) throw new AppError("conflict", t("This field is retired already."));
    await ctx.db
      .update(customFields)
      .set({ retiredAt: ctx.now, retiredBy: ctx.actor.memberId })
      .where(and(eq(customFields.orgId, ctx.orgId), eq(customFields.id, row.id)));
    await keepChange(ctx, row, "retired");
    return { value: { id: row.id }, audit: { action: "custom_field.retired", subjectId: row.id, detail: {} } };
  },
});
