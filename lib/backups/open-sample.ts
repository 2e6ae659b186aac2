import "server-only";
import { desc, eq, getTableColumns, inArray, isNotNull } from "drizzle-orm";
import { getTableConfig, type PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Sealed } from "@/db/columns";
import * as schema from "@/db/schema";
import { cases, dataKeys } from "@/db/schema";
import { type Ctx, inScope, type Scoped } from "@/lib/access/ctx";
import { openVault, type Vault } from "@/lib/access/vault";
import { isSealed } from "@/lib/platform/crypto";

type Row = Record<string, unknown>;
type SealedColumn = { table: PgTable; name: string; field: string; column: PgColumn };

export type Sample = { columns: number; opened: number; erased: number; shut: string[] };

/** Keys that a record does not point to: of the directory, of staff, of signing. */
const wide = ["directory", "staff", "signing"] as const;

/**
 * Opens the newest values of every sealed column of an organisation. Nothing of them is given out; `shut` names the
 * columns of which a value did not open although its key is there.
 */
export async function openSample(ctx: Ctx, size: number): Promise<Sample> {
  const sample: Sample = { columns: 0, opened: 0, erased: 0, shut: [] };
  for (const column of sealedColumns()) {
    await inScope(ctx, "read only", (scoped) => openColumn(scoped, column, size, sample));
  }
  return sample;
}

function sealedColumns(): SealedColumn[] {
  const tables = Object.values(schema).filter((value) => value instanceof PgTable) as PgTable[];
  return tables.flatMap((table) => {
    const { name } = getTableConfig(table);
    return Object.entries(getTableColumns(table) as Record<string, PgColumn>)
      .filter(([, column]) => column.columnType === "PgCustomColumn" && column.getSQLType() === "text")
      .map(([field, column]) => ({ table, name, field, column }));
  });
}

async function openColumn(scoped: Scoped, at: SealedColumn, size: number, sample: Sample): Promise<void> {
  const id = (getTableColumns(at.table) as Record<string, PgColumn>).id;
  if (!id) return;
  const rows: Row[] = await scoped.db.select().from(at.table).where(isNotNull(at.column)).orderBy(desc(id)).limit(size);
  if (rows.length > 0) sample.columns += 1;
  for (const row of rows) {
    const value = String(row[at.field]);
    if (!isSealed(value)) continue;
    const { vaults, destroyed } = await vaultsOf(scoped, row);
    const place = { table: at.name, column: snake(at.field), row: String(row.id) };
    if (vaults.some((vault) => opens(vault, place, value))) sample.opened += 1;
    else if (destroyed > 0) sample.erased += 1;
    else if (!sample.shut.includes(`${at.name}.${place.column}`)) sample.shut.push(`${at.name}.${place.column}`);
  }
}

function opens(vault: Vault, place: { table: string; column: string; row: string }, value: string): boolean {
  try {
    vault.open(place, value as Sealed);
    return true;
  } catch {
    return false;
  }
}

async function vaultsOf(scoped: Scoped, row: Row): Promise<{ vaults: Vault[]; destroyed: number }> {
  const found = [row.keyId, row.fileKeyId, await keyOfCase(scoped, row.caseId)].filter(
    (key) => typeof key === "string",
  );
  const shared = await scoped.db
    .select({ id: dataKeys.id })
    .from(dataKeys)
    .where(inArray(dataKeys.purpose, [...wide]));
  const own = await Promise.all(found.map((key) => openVault(scoped, key).catch(() => null)));
  const others = await Promise.all(shared.map(({ id }) => openVault(scoped, id)));
  return { vaults: [...own.filter((vault) => vault !== null), ...others], destroyed: own.filter((one) => !one).length };
}

async function keyOfCase(scoped: Scoped, caseId: unknown): Promise<string | undefined> {
  if (typeof caseId !== "string") return undefined;
  const [row] = await scoped.db.select({ keyId: cases.keyId }).from(cases).where(eq(cases.id, caseId));
  return row?.keyId;
}

const snake = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
