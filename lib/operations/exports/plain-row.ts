import "server-only";
import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { leaves, type RawRow } from "./access";
import { type Naming, plainOf, readText } from "./rules";
import type { Plain } from "./types";

/** A row for export: decrypted, without internal columns, ids as names. */
export async function plainRow(
  ctx: TxCtx,
  table: PgTable,
  row: RawRow,
  { vault, naming }: { vault: Vault; naming: Naming },
): Promise<Record<string, Plain>> {
  const columns = getTableColumns(table) as Record<string, PgColumn>;
  const own = typeof row.keyId === "string" && row.keyId !== vault.keyId ? row.keyId : null;
  let opened: Vault | null = own ? null : vault;
  const plain: Record<string, Plain> = {};
  const called = typeof row.id === "string" ? naming(row.id) : null;
  if (called) plain.name = called;
  for (const [name, column] of Object.entries(columns)) {
    if (!leaves(name, column)) continue;
    let value: unknown = row[name];
    if (isSealedText(value)) {
      opened ??= await openVault(ctx, own ?? vault.keyId);
      const place = { table: getTableName(table), column: snake(name), row: String(row.id) };
      value = readText(opened.open(place, value as Parameters<Vault["open"]>[1]));
    }
    plain[name] = plainOf(value, naming);
  }
  return plain;
}

const isSealedText = (value: unknown): boolean =>
  typeof value === "string" && /^v1\.[\w-]{16}\.[\w-]{22,}$/.test(value);

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
