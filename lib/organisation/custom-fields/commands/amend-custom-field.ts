import "server-only";
import { and, eq } from "drizzle-orm";
import { customFields } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { bumpRecordVersion } from "@/lib/kernel/access/record-versions";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { keepChange, lockField, refuseSameLabel } from "../access";
import { AmendCustomField, whyNotRequired } from "../input";
import { changedParts, mergeChoices } from "../rules";
import { audiences } from "../types";

/**
 * Changes label, help, choices, who sees a field and when it is required. Fewer people may come to see it and never more,
 * since values were written for those who saw them.
 * @throws AppError not_found; conflict for a retired field or without a change; invalid on `audience`, `required` or
 * `choices`; ClashError
 */
export const amendCustomField = command({
  needs: "fields.write",
  input: AmendCustomField,
  async run(ctx, { fieldId, version, choices: typed, ...given }) {
    const row = await lockField(ctx, fieldId);
    if (row.retiredAt) throw new AppError("conflict", t("This field is retired. Bring it back first."));
    const now = () => ({
      label: row.label,
      help: row.help,
      audience: row.audience,
      required: row.required,
      choices: row.choices.flatMap(({ label, retired }) => (retired ? [] : label)).join("\n"),
    });
    await bumpRecordVersion(ctx, { record: row.id, seen: version, now });
    if (audiences.indexOf(given.audience) < audiences.indexOf(row.audience)) {
      throw refused(
        "audience",
        t("Values were written for fewer people. Add another field instead, for those who may see it."),
      );
    }
    const notRequired = whyNotRequired({ record: row.record, required: given.required });
    if (notRequired) throw refused("required", notRequired);
    if (row.kind === "choice" && typed.length < 2) {
      throw refused("choices", t("Type at least two choices, one on each line."));
    }
    await refuseSameLabel(ctx, { record: row.record, label: given.label, except: row.id });
    const after = { ...given, choices: row.kind === "choice" ? mergeChoices(row.choices, typed) : row.choices };
    const fields = changedParts(row, after);
    if (fields.length === 0) throw new AppError("conflict", t("Nothing was changed."));
    await ctx.db
      .update(customFields)
      .set(after)
      .where(and(eq(customFields.orgId, ctx.orgId), eq(customFields.id, row.id)));
    await keepChange(ctx, { ...after, id: row.id }, "amended");
    return { value: { id: row.id }, audit: { action: "custom_field.amended", subjectId: row.id, detail: { fields } } };
  },
});

const refused = (field: string, message: string) => new AppError("invalid", message, { [field]: message });
