import type postgres from "postgres";

type Sql = postgres.Sql | postgres.TransactionSql;

/** Tables of ours with the columns that hold data, in a fixed order. */
export type TableShape = { name: string; columns: string[] };

export const ourSchemas = ["app", "auth", "audit", "ctx"];

/**
 * Never in a backup. The key that signs contexts and what the worker is known by are this installation's own and are
 * made anew; the others last minutes.
 */
export const leftOut = ["ctx.key", "ctx.service", "auth.buckets", "auth.login_tickets", "auth.setup_tokens"];

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

/** The schema as lines that are the same on every Postgres: columns, constraints, policies, triggers, functions. */
export async function readSchema(sql: Sql): Promise<string[]> {
  const rows = await sql<{ line: string }[]>`
    with t as (select c.oid, n.nspname || '.' || c.relname as name, c.relrowsecurity as walled, c.relforcerowsecurity as forced
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = any(${ourSchemas}) and c.relkind = 'r')
    select 'table ' || name || ' ' || walled || ' ' || forced as line from t
    union all select 'column ' || t.name || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull
      from t join pg_attribute a on a.attrelid = t.oid where a.attnum > 0 and not a.attisdropped
    union all select 'constraint ' || t.name || ' ' || k.conname || ' ' || k.contype::text || ' ' || k.convalidated
      from t join pg_constraint k on k.conrelid = t.oid where k.contype <> 'n'
    union all select 'policy ' || t.name || ' ' || p.polname || ' ' || p.polcmd::text from t join pg_policy p on p.polrelid = t.oid
    union all select 'trigger ' || t.name || ' ' || g.tgname || ' ' || g.tgenabled::text || ' ' || g.tgtype
      from t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal
    union all select 'function ' || n.nspname || '.' || f.proname || '(' || pg_get_function_identity_arguments(f.oid) || ') '
        || f.prosecdef || ' ' || md5(f.prosrc)
      from pg_proc f join pg_namespace n on n.oid = f.pronamespace where n.nspname = any(${ourSchemas})`;
  return rows.map(({ line }) => line).sort();
}

export type Sequence = { name: string; value: string };

/** Sequences of ours that were used. */
export async function readSequences(sql: Sql): Promise<Sequence[]> {
  return await sql<Sequence[]>`select schemaname || '.' || sequencename as name, last_value::text as value
    from pg_sequences where schemaname = any(${ourSchemas}) and last_value is not null order by 1`;
}

export type Migration = { hash: string; at: string };

/** The migrations that made this schema, oldest first. */
export async function readMigrations(sql: Sql): Promise<Migration[]> {
  return await sql<
    Migration[]
  >`select hash, created_at::text as at from drizzle.__drizzle_migrations order by created_at`;
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
