import "server-only";
import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import { customFieldChanges, customFields } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import type { CustomField, FieldRecord } from "./types";

export type FieldRow = typeof customFields.$inferSelect;

/** Locks a field. @throws AppError not_found */
export async function lockField(ctx: TxCtx, fieldId: string): Promise<FieldRow> {
  const [row] = await ctx.db
    .select()
    .from(customFields)
    .where(and(eq(customFields.orgId, ctx.orgId), eq(customFields.id, fieldId)))
    .for("update");
  if (!row) throw new AppError("not_found", t("No such field."));
  return row;
}

/** The fields in use of a kind of record, in order, locked: their order changes together. */
export function lockFieldsOf(ctx: TxCtx, record: FieldRecord): Promise<FieldRow[]> {
  return ctx.db
    .select()
    .from(customFields)
    .where(and(eq(customFields.orgId, ctx.orgId), eq(customFields.record, record), isNull(customFields.retiredAt)))
    .orderBy(asc(customFields.position), asc(customFields.id))
    .for("update");
}

/** @throws AppError conflict on `label` when another field in use of the same records is called the same */
export async function refuseSameLabel(
  ctx: TxCtx,
  { record, label, except }: { record: FieldRecord; label: string; except?: string },
): Promise<void> {
  const called = and(
    eq(customFields.orgId, ctx.orgId),
    eq(customFields.record, record),
    isNull(customFields.retiredAt),
    sql`lower(${customFields.label}) = lower(${label})`,
    except ? ne(customFields.id, except) : undefined,
  );
  if ((await ctx.db.$count(customFields, called)) === 0) return;
  const message = t("Another field is called this already. Choose another label.");
  throw new AppError("conflict", message, { label: message });
}

/** Keeps the definition as it is after a change. */
export async function keepChange(
  ctx: TxCtx,
  { id, label, help, audience, required, choices }: Omit<CustomField, "isRetired" | "record" | "kind" | "isSealed">,
  what: (typeof customFieldChanges.$inferInsert)["what"],
): Promise<void> {
  await ctx.db.insert(customFieldChanges).values({
    id: newId(),
    orgId: ctx.orgId,
    fieldId: id,
    what,
    label,
    help,
    audience,
    required,
    choices: [...choices],
    changedBy: personOf(ctx),
    changedAt: ctx.now,
  });
}

/** @throws AppError forbidden for a job */
export function personOf(ctx: TxCtx): string {
  if (!ctx.actor.memberId) throw new AppError("forbidden", t("Only a person changes the fields."));
  return ctx.actor.memberId;
}
