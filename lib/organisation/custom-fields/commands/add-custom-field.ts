import "server-only";
import { customFields } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { keepChange, lockFieldsOf, personOf, refuseSameLabel } from "../access";
import { AddCustomField } from "../input";
import { isSealedByDefault, mergeChoices } from "../rules";

/** Forms and lists read all fields at once. */
const mostFields = 60;

/** Adds a field at the end of the form. @throws AppError conflict, also on `label` for a second one of the same name */
export const addCustomField = command({
  needs: "fields.write",
  input: AddCustomField,
  async run(ctx, { storage, choices: typed, ...field }) {
    const present = await lockFieldsOf(ctx, field.record);
    if (present.length >= mostFields) {
      throw new AppError("conflict", t("There are {most} fields already. Retire one first.", { most: mostFields }));
    }
    await refuseSameLabel(ctx, field);
    const row = {
      ...field,
      id: newId(),
      isSealed: storage === "suited" ? isSealedByDefault(field.kind) : storage === "sealed",
      choices: field.kind === "choice" ? mergeChoices([], typed) : [],
    };
    await ctx.db.insert(customFields).values({
      ...row,
      orgId: ctx.orgId,
      position: (present.at(-1)?.position ?? 0) + 1,
      addedBy: personOf(ctx),
      addedAt: ctx.now,
    });
    await keepChange(ctx, row, "added");
    const detail = { record: row.record, kind: row.kind, sealed: row.isSealed, audience: row.audience };
    return { value: { id: row.id }, audit: { action: "custom_field.added", subjectId: row.id, detail } };
  },
});
