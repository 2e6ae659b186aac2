import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { cases, clients, customValues, dataKeys } from "@/db/schema";
import { query } from "@/lib/kernel/access/query";
import { type Vault, vaultOf } from "@/lib/kernel/access/vault";
import { listAllCustomFields } from "@/lib/organisation/custom-fields/queries";
import type { FieldRecord } from "@/lib/organisation/custom-fields/types";
import { mayKnow } from "./access";
import type { FilledField } from "./types";

/**
 * The fields of records of one kind with their values, as far as the person may see them: those in use, in the order of
 * the form, then retired ones that have a value. Every record that was asked for has an entry.
 */
export const readCustomValues = query(
  "case.read",
  async (ctx, record: FieldRecord, recordIds: readonly string[]): Promise<Map<string, FilledField[]>> => {
    if (recordIds.length === 0) return new Map();
    const fields = await listAllCustomFields(ctx, record);
    // Most organisations have none; then there are no values either.
    if (fields.length === 0) return new Map(recordIds.map((recordId) => [recordId, []]));
    const [known, values] = await Promise.all([
      mayKnow(ctx, record, recordIds),
      ctx.db
        .select({
          id: customValues.id,
          fieldId: customValues.fieldId,
          recordId: customValues.recordId,
          value: customValues.value,
          sealedValue: customValues.sealedValue,
          isUnknown: customValues.isUnknown,
          keyId: sql<string>`coalesce(${cases.keyId}, ${clients.keyId})`,
          wrapped: dataKeys.wrapped,
        })
        .from(customValues)
        .leftJoin(cases, and(eq(cases.orgId, customValues.orgId), eq(cases.id, customValues.caseId)))
        .leftJoin(clients, and(eq(clients.orgId, customValues.orgId), eq(clients.id, customValues.clientId)))
        .leftJoin(dataKeys, eq(dataKeys.id, sql`coalesce(${cases.keyId}, ${clients.keyId})`))
        .where(and(eq(customValues.orgId, ctx.orgId), among(customValues.recordId, [...recordIds]))),
    ]);
    const vaults = new Map<string, Vault>();
    const textOf = (row: (typeof values)[number]): string | null => {
      if (row.sealedValue === null) return row.value;
      const vault = vaults.get(row.keyId) ?? vaultOf(ctx, row.keyId, row.wrapped);
      vaults.set(row.keyId, vault);
      return vault.open({ table: "custom_values", column: "sealed_value", row: row.id }, row.sealedValue);
    };
    const filled = (recordId: string) =>
      fields.flatMap((field): FilledField[] => {
        const row = values.find((one) => one.fieldId === field.id && one.recordId === recordId);
        const value = row ? textOf(row) : null;
        const isUnknown = row?.isUnknown ?? false;
        if (field.isRetired && value === null && !isUnknown) return [];
        if (field.audience === "owner" && !known.has(recordId)) return [];
        return [{ ...field, value, isUnknown }];
      });
    return new Map(recordIds.map((recordId) => [recordId, filled(recordId)]));
  },
);
