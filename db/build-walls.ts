import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type postgres from "postgres";
import { ourSchemas } from "./backup/catalogue.ts";

type Sql = postgres.Sql | postgres.TransactionSql;

/** The contents of db/sql, in the order in which it is run, and a hash of it all. */
export type Walls = { files: { path: string; text: string }[]; hash: string };

/** A policy calls functions, a trigger runs one, and a right is given on what is there. */
const folders = ["functions", "policies", "triggers", "grants"];

/** Run at every start, behind the queues. */
const ofQueues = "db/sql/grants/queues.sql";

/** Reads db/sql for an application role: the files say `:app` where it is named. */
export function readWalls(appRole: string): Walls {
  const files = folders.flatMap((folder) =>
    filesBelow(`db/sql/${folder}`)
      .filter((path) => path !== ofQueues)
      .map((path) => ({ path, text: readSql(path, appRole) })),
  );
  return { files, hash: sha256(JSON.stringify(files)) };
}

/** The rights on the tables of pg-boss, which makes them itself. */
export const readQueueGrants = (appRole: string): string => readSql(ofQueues, appRole);

const filesBelow = (folder: string): string[] =>
  readdirSync(join(process.cwd(), folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".sql"))
    .map((name) => `${folder}/${name.replaceAll(sep, "/")}`)
    .sort();

const readSql = (path: string, appRole: string): string =>
  readFileSync(join(process.cwd(), path), "utf8").replaceAll(":app", `"${appRole.replaceAll('"', '""')}"`);

/** Takes every policy, trigger and function of ours away, so that what comes next finds bare tables. */
export async function takeDownWalls(tx: postgres.TransactionSql): Promise<void> {
  await tx.unsafe(takeDown);
}

const schemas = ourSchemas.map((name) => `'${name}'`).join(", ");

const takeDown = `do $$
declare x record;
begin
  for x in select p.polname, p.polrelid::regclass as t from pg_policy p join pg_class c on c.oid = p.polrelid
    join pg_namespace n on n.oid = c.relnamespace where n.nspname in (${schemas})
  loop execute format('drop policy %I on %s', x.polname, x.t); end loop;
  for x in select g.tgname, g.tgrelid::regclass as t from pg_trigger g join pg_class c on c.oid = g.tgrelid
    join pg_namespace n on n.oid = c.relnamespace where n.nspname in (${schemas}) and not g.tgisinternal
  loop execute format('drop trigger %I on %s', x.tgname, x.t); end loop;
  for x in select c.oid::regclass as t from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in (${schemas}) and c.relkind = 'r' and (c.relrowsecurity or c.relforcerowsecurity)
  loop execute format('alter table %s no force row level security, disable row level security', x.t); end loop;
  for x in select p.oid::regprocedure as f from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in (${schemas})
  loop execute format('drop routine %s', x.f); end loop;
end $$`;

/** Recreates them on tables stripped of them, in the caller's transaction. */
export async function buildWalls(tx: postgres.TransactionSql, { files }: Pick<Walls, "files">): Promise<void> {
  // A function may call one created after it; all are checked at the end.
  await tx`set local check_function_bodies = off`;
  const first = files.find(({ path }) => !path.startsWith("db/sql/functions/"));
  for (const { path, text } of files) {
    // What the policies read is brought to this release's rule before any of them hides a row.
    if (path === first?.path) await tx`select app.settle_all_access()`;
    await tx.unsafe(text).catch(named(path));
  }
  await tx`set local check_function_bodies = on`;
  await tx`select case l.lanname when 'sql' then fmgr_sql_validator(p.oid) else plpgsql_validator(p.oid) end
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
    where n.nspname = any(${ourSchemas})`.catch(named("db/sql/functions"));
}

const named = (path: string) => (error: Error & { where?: string }) => {
  error.message = `${path}: ${error.message}${error.where ? ` (${error.where})` : ""}`;
  throw error;
};

/**
 * Compares the policies, triggers and functions of a database with those of this release: `other` were created by
 * another release, `altered` by this one and changed since.
 */
export async function readWallState(sql: Sql, { hash }: Walls, appRole: string): Promise<"same" | "other" | "altered"> {
  const [row] = await sql`select obj_description(to_regnamespace('ctx'), 'pg_namespace') as mark`;
  const [, built, print] = /^walls (\w+) (\w+)$/.exec(row?.mark ?? "") ?? [];
  if (built !== hash) return "other";
  return print === (await printOf(sql, appRole)) ? "same" : "altered";
}

/** Notes by which files the walls were built and what the catalogue says of them. */
export async function noteWalls(tx: postgres.TransactionSql, { hash }: Walls, appRole: string): Promise<void> {
  await tx.unsafe(`comment on schema ctx is 'walls ${hash} ${await printOf(tx, appRole)}'`);
}

const printOf = async (sql: Sql, appRole: string): Promise<string> =>
  sha256((await listWalls(sql, appRole)).join("\n"));

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The walls as the catalogue has them, a line each: what they say, and what everybody and the application may do. */
export async function listWalls(sql: Sql, appRole: string): Promise<string[]> {
  const rows = await sql<{ line: string }[]>`
    with t as (select c.oid, n.nspname || '.' || c.relname as name, c.relrowsecurity as walled, c.relforcerowsecurity as forced,
        c.relacl from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = any(${ourSchemas}) and c.relkind = 'r'),
      f as (select p.*, n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as name
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = any(${ourSchemas})),
      rights as (select 'table ' || t.name as name, t.relacl as acl from t
        union all select 'function ' || f.name, coalesce(f.proacl, acldefault('f', f.proowner)) from f
        union all select 'schema ' || n.nspname, n.nspacl from pg_namespace n where n.nspname = any(${ourSchemas}))
    select 'table ' || name || ' ' || walled || ' ' || forced as line from t
    union all select 'policy ' || t.name || ' ' || p.polname || ' ' || p.polcmd::text || ' ' || p.polpermissive
        || ' ' || p.polroles::text || ' ' || coalesce(pg_get_expr(p.polqual, p.polrelid), '-')
        || ' ' || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '-')
      from t join pg_policy p on p.polrelid = t.oid
    union all select 'trigger ' || t.name || ' ' || g.tgenabled::text || ' ' || pg_get_triggerdef(g.oid)
      from t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal
    union all select 'function ' || f.name || ' ' || pg_get_function_result(f.oid) || ' ' || f.prosecdef || ' '
        || f.provolatile::text || ' ' || coalesce(f.proconfig::text, '-') || ' ' || md5(f.prosrc) from f
    union all select 'right on ' || r.name || ' ' || x.grantee::regrole || ' ' || x.privilege_type
      from rights r, aclexplode(r.acl) x where x.grantee in (0, to_regrole(quote_ident(${appRole})))`;
  return rows.map(({ line }) => line).sort();
}
