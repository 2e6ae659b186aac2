import "server-only";
import { and, eq } from "drizzle-orm";
import { customFields } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { keepChange, lockField, lockFieldsOf, refuseSameLabel } from "../access";
import { RestoreCustomField } from "../input";

/** Forms ask for it again, at the end. @throws AppError not_found; conflict on a repeat, or if its label is used now */
export const restoreCustomField = command({
  needs: "fields.write",
  input: RestoreCustomField,
  async run(ctx, { fieldId }) {
    const row = await lockField(ctx, fieldId);
    if (!row.retiredAt) throw new AppError("conflict", t("This field is in use already."));
    await refuseSameLabel(ctx, { record: row.record, label: row.label, except: row.id });
    const present = await lockFieldsOf(ctx, row.record);
    await ctx.db
      .update(customFields)
      .set({ retiredAt: null, retiredBy: null, position: (present.at(-1)?.position ?? 0) + 1 })
      .where(and(eq(customFields.orgId, ctx.orgId), eq(customFields.id, row.id)));
    await keepChange(ctx, row, "restored");
    return { value: { id: row.id }, audit: { action: "custom_field.restored", subjectId: row.id, detail: {} } };
  },
});
