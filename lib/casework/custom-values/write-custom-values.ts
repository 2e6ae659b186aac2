import "server-only";
import { and, eq } from "drizzle-orm";
import { customValues } from "@/db/schema";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { refuseOld } from "@/lib/kernel/access/refuse-old";
import type { Vault } from "@/lib/kernel/access/vault";
import type { CustomField, CustomValue } from "@/lib/organisation/custom-fields/types";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { readCustomValues } from "./read-custom-values";
import { judgeTyped } from "./rules";
import type { TypedValues, ValueOwner, WritingMoment } from "./types";

/**
 * Writes what a form sent of an organisation's own fields, inside the transaction of a command that found and locked the
 * record. Fields that were not sent keep their value; a text that is empty takes the value away.
 * @returns the entry for the log, which names the fields and no value; none when nothing changed
 * @throws AppError invalid, at `custom.` and the id of the field; forbidden for a value that is too old for the role
 */
export async function writeCustomValues(
  ctx: TxCtx,
  owner: ValueOwner,
  vault: Pick<Vault, "seal">,
  typed: TypedValues,
  moment: WritingMoment,
): Promise<AuditEntry[]> {
  const { record, recordId } = owner;
  const filled = (await readCustomValues(ctx, record, [recordId])).get(recordId) ?? [];
  const fields = filled.filter(({ isRetired }) => !isRetired);
  const kept = new Map(filled.map(({ id, value, isUnknown }) => [id, { value, isUnknown }]));
  const { changed, errors } = judgeTyped(fields, typed, kept, moment);
  if (Object.keys(errors).length > 0) throw new AppError("invalid", t("Some answers need correcting."), errors);
  if (changed.length === 0) return [];
  const ids = await idsOf(ctx, recordId);
  for (const { field, value, isUnknown } of changed) {
    const before = ids.get(field.id);
    if (before) refuseOld(ctx, before.setAt);
    const id = before?.id ?? newId();
    const written = { ...columnsOf(vault, id, field, { value, isUnknown }), setBy: ctx.actor.memberId, setAt: ctx.now };
    await ctx.db
      .insert(customValues)
      .values({
        id,
        orgId: ctx.orgId,
        fieldId: field.id,
        recordId,
        caseId: owner.caseId ?? null,
        clientId: owner.clientId ?? null,
        ...written,
      })
      .onConflictDoUpdate({
        target: [customValues.orgId, customValues.recordId, customValues.fieldId],
        set: written,
      });
  }
  const detail = { record, fields: changed.map(({ field }) => field.id) };
  return [{ action: "custom_value.written", subjectId: recordId, caseId: owner.caseId, detail }];
}

async function idsOf(ctx: TxCtx, recordId: string): Promise<Map<string, { id: string; setAt: Date }>> {
  const rows = await ctx.db
    .select({ id: customValues.id, fieldId: customValues.fieldId, setAt: customValues.setAt })
    .from(customValues)
    .where(and(eq(customValues.orgId, ctx.orgId), eq(customValues.recordId, recordId)));
  return new Map(rows.map(({ fieldId, ...row }) => [fieldId, row]));
}

function columnsOf(vault: Pick<Vault, "seal">, id: string, field: CustomField, { value, isUnknown }: CustomValue) {
  const sealedValue =
    field.isSealed && value !== null
      ? vault.seal({ table: "custom_values", column: "sealed_value", row: id }, value)
      : null;
  const open = field.isSealed ? null : value;
  return {
    isUnknown,
    sealedValue,
    value: open,
    amount: field.kind === "number" && open !== null ? Number(open) : null,
    day: field.kind === "date" ? open : null,
  };
}
