import "server-only";
import { and, eq } from "drizzle-orm";
import { among } from "@/db/among";
import { customValues } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { shownValue } from "@/lib/organisation/custom-fields/rules";
import type { CustomField } from "@/lib/organisation/custom-fields/types";

/** The values of some fields that are not encrypted on the cases of a page, as words; empty where there is none. */
export async function readListedValues(
  ctx: TxCtx,
  fields: readonly CustomField[],
  caseIds: readonly string[],
): Promise<(caseId: string, field: CustomField) => string> {
  if (fields.length === 0 || caseIds.length === 0) return () => "";
  const rows = await ctx.db
    .select({
      recordId: customValues.recordId,
      fieldId: customValues.fieldId,
      value: customValues.value,
      isUnknown: customValues.isUnknown,
    })
    .from(customValues)
    .where(
      and(
        eq(customValues.orgId, ctx.orgId),
        among(customValues.recordId, [...caseIds]),
        among(
          customValues.fieldId,
          fields.map(({ id }) => id),
        ),
      ),
    );
  const found = new Map(rows.map((row) => [`${row.recordId} ${row.fieldId}`, row]));
  return (caseId, field) => {
    const row = found.get(`${caseId} ${field.id}`);
    return row ? shownValue(field, row) : "";
  };
}
