import "server-only";
import { and, eq, max } from "drizzle-orm";
import { cases, filledForms, officialForms } from "@/db/schema";
import { visibleCases } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import type { FormField, FormRemoval } from "@/lib/platform/sandbox/form-types";
import { FieldsOfForm, Places } from "./input";
import type { Place } from "./types";

type FormRecord = typeof officialForms.$inferSelect;
export type OpenedForm = Omit<FormRecord, "fields" | "places" | "removed"> & {
  fields: FormField[];
  places: Place[];
  removed: FormRemoval[];
};
export type FilledRecord = typeof filledForms.$inferSelect;
type CaseRow = typeof cases.$inferSelect;

/** A form with what is kept about it as it is used; a mapping of an older shape that cannot be read counts as none. */
export const openedForm = (row: FormRecord): OpenedForm => ({
  ...row,
  fields: FieldsOfForm.catch([]).parse(row.fields),
  places: Places.catch([]).parse(row.places),
  removed: row.removed as FormRemoval[],
});

/** @throws AppError not_found */
export async function findForm(ctx: TxCtx, formId: string): Promise<OpenedForm> {
  if (isId(formId)) {
    const [row] = await ctx.db
      .select()
      .from(officialForms)
      .where(and(eq(officialForms.orgId, ctx.orgId), eq(officialForms.id, formId)));
    if (row) return openedForm(row);
  }
  throw new AppError("not_found", t("No such form."));
}

/** A filled form with its case, if this person may see the case. @throws AppError not_found */
export async function findFilled(ctx: TxCtx, filledId: string): Promise<{ row: FilledRecord; found: CaseRow }> {
  if (isId(filledId)) {
    const [hit] = await ctx.db
      .select({ row: filledForms, found: cases })
      .from(filledForms)
      .innerJoin(cases, eq(cases.id, filledForms.caseId))
      .where(and(visibleCases(ctx), eq(filledForms.id, filledId)));
    if (hit) return hit;
  }
  throw new AppError("not_found", t("No such form on this case."));
}

/** The next number in the case, and the next version of this form there. The caller holds the case. */
export async function nextNumbers(
  ctx: TxCtx,
  caseId: string,
  formId: string,
): Promise<{ number: number; version: number }> {
  const [last] = await ctx.db
    .select({ number: max(filledForms.number) })
    .from(filledForms)
    .where(eq(filledForms.caseId, caseId));
  const [same] = await ctx.db
    .select({ version: max(filledForms.version) })
    .from(filledForms)
    .where(and(eq(filledForms.caseId, caseId), eq(filledForms.formId, formId)));
  return { number: (last?.number ?? 0) + 1, version: (same?.version ?? 0) + 1 };
}

export const bodyPlace = (row: string) => ({ table: "filled_forms", column: "body", row });
