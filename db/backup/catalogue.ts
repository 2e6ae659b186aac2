import type postgres from "postgres";

type Sql = postgres.Sql | postgres.TransactionSql;

/** Tables of ours with the columns that hold data, in a fixed order. */
export type TableShape = { name: string; columns: string[] };

export const ourSchemas = ["app", "auth", "audit", "ctx"];

/**
 * Never in a backup. The key that signs contexts and what the worker is known by are this installation's own and are
 * made again; the others last minutes.
 */
const leftOut = ["ctx.key", "ctx.service", "auth.buckets", "auth.login_tickets", "auth.setup_tokens"];

/** Every table that a backup holds. */
export async function readTables(sql: Sql): Promise<TableShape[]> {
  const rows = await sql<TableShape[]>`
    select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where n.nspname = any(${ourSchemas}) and c.relkind = 'r'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by 1 order by 1`;
  return rows.filter(({ name }) => !leftOut.includes(name)).map(({ name, columns }) => ({ name, columns }));
}

/**
 * The tables as lines that are the same on every Postgres: columns and constraints. What stands in front of them is not
 * among them: the release that restores builds its own (db/sql).
 */
export async function readSchema(sql: Sql): Promise<string[]> {
  const rows = await sql<{ line: string }[]>`
    with t as (select c.oid, n.nspname || '.' || c.relname as name
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any(${ourSchemas}) and c.relkind = 'r')
    select 'table ' || name as line from t
    union all select 'column ' || t.name || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull
      from t join pg_attribute a on a.attrelid = t.oid where a.attnum > 0 and not a.attisdropped
    union all select 'constraint ' || t.name || ' ' || k.conname || ' ' || k.contype::text || ' ' || k.convalidated
      from t join pg_constraint k on k.conrelid = t.oid where k.contype <> 'n'`;
  return rows.map(({ line }) => line).sort();
}

/** What a backup says of its tables. Those of before the baseline said more: walls, triggers, functions. */
export const tablesIn = (schema: readonly string[]): string[] =>
  schema.filter((line) => /^(table|column|constraint) /.test(line)).map((line) => line.replace(/^(table \S+).*/, "$1"));

export type Sequence = { name: string; value: string };

/** Sequences of ours that were used. */
export async function readSequences(sql: Sql): Promise<Sequence[]> {
  return await sql<Sequence[]>`select schemaname || '.' || sequencename as name, last_value::text as value
    from pg_sequences where schemaname = any(${ourSchemas}) and last_value is not null order by 1`;
}

export type Migration = { hash: string; at: string };

/** The migrations that made this schema, oldest first. */
export async function readMigrations(sql: Sql): Promise<Migration[]> {
  return await sql<Migration[]>`select hash, created_at::text as at from drizzle.__drizzle_migrations order by id`;
}

/** Columns that name a stored file. */
export async function readFileColumns(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`select table_schema || '.' || table_name as name
    from information_schema.columns where table_schema = 'app' and column_name = 'file_id' and data_type = 'uuid' order by 1`;
  return rows.map(({ name }) => name);
}

/** `app.references` as it must be written in a statement. */
export const quoted = (name: string): string => name.split(".").map(quote).join(".");

export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
