import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { customFieldChanges, customFields } from "@/db/schema";
import { query } from "@/lib/kernel/access/query";
import { namesOf } from "@/lib/organisation/members/names-of";
import { allOf } from "@/lib/platform/language/formats";
import { t } from "@/lib/platform/language/translate";
import type { FieldRow } from "./access";
import { audienceLabels, requirementLabels } from "./labels";
import { changedParts } from "./rules";
import type { CustomField, FieldOnDesk, FieldRecord } from "./types";

/** The fields in use of a kind of record, as far as the person may see them, in the order of the form. */
export const listCustomFields = query("fields.read", async (ctx, record: FieldRecord): Promise<CustomField[]> => {
  const rows = await ctx.db
    .select()
    .from(customFields)
    .where(and(eq(customFields.orgId, ctx.orgId), eq(customFields.record, record), isNull(customFields.retiredAt)))
    .orderBy(asc(customFields.position), asc(customFields.id));
  return rows.map(asField);
});

/** The same with retired ones, which have values that can still be read, at the end. */
export const listAllCustomFields = query("fields.read", async (ctx, record: FieldRecord): Promise<CustomField[]> => {
  const rows = await ctx.db
    .select()
    .from(customFields)
    .where(and(eq(customFields.orgId, ctx.orgId), eq(customFields.record, record)))
    .orderBy(sql`${customFields.retiredAt} is not null`, asc(customFields.position), asc(customFields.id));
  return rows.map(asField);
});

/** Every field with the history of its definition, the newest change first; retired ones at the end. */
export const readFieldDesk = query("fields.write", async (ctx): Promise<FieldOnDesk[]> => {
  const [fields, changes] = await Promise.all([
    ctx.db
      .select()
      .from(customFields)
      .where(eq(customFields.orgId, ctx.orgId))
      .orderBy(sql`${customFields.retiredAt} is not null`, asc(customFields.position), asc(customFields.id)),
    ctx.db
      .select()
      .from(customFieldChanges)
      .where(eq(customFieldChanges.orgId, ctx.orgId))
      .orderBy(asc(customFieldChanges.id)),
  ]);
  const names = await namesOf(
    ctx,
    changes.map(({ changedBy }) => changedBy),
  );
  return fields.map((row) => {
    const mine = changes.filter(({ fieldId }) => fieldId === row.id);
    const told = mine.map((change, at) => ({
      id: change.id,
      what: change.what,
      by: names.get(change.changedBy) ?? "",
      at: change.changedAt,
      differences: differencesOf(mine[at - 1], change),
    }));
    return { ...asField(row), changes: told.toReversed() };
  });
});

function asField(row: FieldRow): CustomField {
  const { id, record, kind, label, help, isSealed, audience, required, choices, retiredAt } = row;
  return { id, record, kind, label, help, isSealed, audience, required, choices, isRetired: retiredAt !== null };
}

type Kept = typeof customFieldChanges.$inferSelect;

function differencesOf(before: Kept | undefined, after: Kept): string[] {
  if (!before) return [];
  return changedParts(before, after).map((part) => {
    if (part === "label") return t("Label: “{from}” became “{to}”.", { from: before.label, to: after.label });
    if (part === "help") return t("The help text was changed.");
    if (part === "audience") return t("Seen by: {to}.", { to: audienceLabels[after.audience] });
    if (part === "required") return t("{to}.", { to: requirementLabels[after.required] });
    return t("Choices: {to}.", { to: allOf(after.choices.flatMap(({ label, retired }) => (retired ? [] : label))) });
  });
}
