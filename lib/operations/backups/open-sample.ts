import "server-only";
import { desc, eq, getTableColumns, inArray, isNotNull } from "drizzle-orm";
import { getTableConfig, type PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Sealed } from "@/db/columns";
import * as schema from "@/db/schema";
import { cases, dataKeys, imports } from "@/db/schema";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { isSealed } from "@/lib/platform/crypto/crypto";
import { AppError } from "@/lib/platform/errors";

type Row = Record<string, unknown>;
type SealedColumn = { table: PgTable; name: string; field: string; column: PgColumn };

export type Sample = { columns: number; opened: number; erased: number; shut: string[] };

/** Keys that a record does not point to: of the directory, of staff, of signing. */
const wide = ["directory", "staff", "signing"] as const;

/**
 * Decrypts the newest values of every encrypted column of an organisation. None of them is returned; `shut` names the
 * columns with a value that could not be decrypted although its key exists.
 */
export async function openSample(ctx: Ctx, size: number): Promise<Sample> {
  const sample: Sample = { columns: 0, opened: 0, erased: 0, shut: [] };
  const keys = new Map<string, Vault | null>();
  const shared = await withTransaction(ctx, "read only", ({ db }) =>
    db
      .select({ id: dataKeys.id })
      .from(dataKeys)
      .where(inArray(dataKeys.purpose, [...wide])),
  );
  const wideKeys = shared.map(({ id }) => id);
  for (const column of sealedColumns()) {
    await withTransaction(ctx, "read only", (scoped) => openColumn({ scoped, keys, wideKeys }, column, size, sample));
  }
  return sample;
}

type Opening = { scoped: TxCtx; keys: Map<string, Vault | null>; wideKeys: string[] };

function sealedColumns(): SealedColumn[] {
  const tables = Object.values(schema).filter((value) => value instanceof PgTable) as PgTable[];
  return tables.flatMap((table) => {
    const { name } = getTableConfig(table);
    return Object.entries(getTableColumns(table) as Record<string, PgColumn>)
      .filter(([, column]) => column.columnType === "PgCustomColumn" && column.getSQLType() === "text")
      .map(([field, column]) => ({ table, name, field, column }));
  });
}

async function openColumn(opening: Opening, at: SealedColumn, size: number, sample: Sample): Promise<void> {
  const id = (getTableColumns(at.table) as Record<string, PgColumn>).id;
  if (!id) return;
  const rows: Row[] = await opening.scoped.db
    .select()
    .from(at.table)
    .where(isNotNull(at.column))
    .orderBy(desc(id))
    .limit(size);
  if (rows.length > 0) sample.columns += 1;
  for (const row of rows) {
    const value = String(row[at.field]);
    if (!isSealed(value)) continue;
    const { vaults, destroyed } = await vaultsOf(opening, row);
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

async function vaultsOf(opening: Opening, row: Row): Promise<{ vaults: Vault[]; destroyed: number }> {
  const parents = [await keyOf(opening, cases, row.caseId), await keyOf(opening, imports, row.importId)];
  const found = [row.keyId, row.fileKeyId, ...parents].filter((key) => typeof key === "string");
  const own = await Promise.all(found.map((key) => vaultOf(opening, key)));
  const others = await Promise.all(opening.wideKeys.map((key) => vaultOf(opening, key)));
  const vaults = [...own, ...others].filter((vault) => vault !== null);
  return { vaults, destroyed: own.filter((vault) => vault === null).length };
}

/** Null when the key was destroyed. @throws Error when the key ring does not open it */
async function vaultOf({ scoped, keys }: Opening, keyId: string): Promise<Vault | null> {
  const known = keys.get(keyId);
  if (known !== undefined) return known;
  const vault = await openVault(scoped, keyId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  });
  keys.set(keyId, vault);
  return vault;
}

async function keyOf({ scoped }: Opening, table: typeof cases | typeof imports, id: unknown) {
  if (typeof id !== "string") return undefined;
  const [row] = await scoped.db.select({ keyId: table.keyId }).from(table).where(eq(table.id, id));
  return row?.keyId;
}

const snake = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
