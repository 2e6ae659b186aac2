import postgres from "postgres";
import { tlsOf } from "../lib/platform/network/tls-policy.ts";

/**
 * A restore point is a second database on the same server, copied whole by Postgres itself: an upgrade that fails goes
 * back by changing two names. It holds what the database holds, as it is stored there, and is as protected.
 */
type Place = {
  /** Who may create databases: the superuser of the embedded Postgres, or the owner where it has `createdb`. */
  adminUrl: string;
  database: string;
};

/** Tables that an upgrade never makes shorter. */
const kept = [
  "app.organisations",
  "app.members",
  "app.clients",
  "app.cases",
  "app.exhibits",
  "app.packets",
  "app.data_keys",
  "audit.entries",
];

const restorePointOf = (database: string): string => `${database}_before`;

/** Copies the database under its second name; an earlier copy goes. @throws if somebody is connected to it (55006) */
export async function makeRestorePoint({ adminUrl, database }: Place): Promise<void> {
  const copy = restorePointOf(database);
  await inMaintenance(adminUrl, async (sql) => {
    await sql.unsafe(`drop database if exists ${quoted(copy)}`);
    const [row] = await sql<{ owner: string }[]>`
      select pg_get_userbyid(datdba) as owner from pg_database where datname = ${database}`;
    if (!row) throw new Error(`There is no database ${database}.`);
    await sql.unsafe(`create database ${quoted(copy)} owner ${quoted(row.owner)} template ${quoted(database)}`);
    await copyRights(sql, database, copy);
  });
}

/** Who may connect is not part of what Postgres copies. */
async function copyRights(sql: postgres.Sql, database: string, copy: string): Promise<void> {
  const rights = await sql<{ role: string; privilege: string }[]>`
    select r.rolname as role, a.privilege_type as privilege
    from pg_database d cross join lateral aclexplode(d.datacl) a join pg_roles r on r.oid = a.grantee
    where d.datname = ${database} and a.grantee <> d.datdba`;
  const [open] = await sql<{ yes: boolean }[]>`
    select d.datacl is null or exists (select 1 from aclexplode(d.datacl) a where a.grantee = 0) as yes
    from pg_database d where d.datname = ${database}`;
  if (!open?.yes) await sql.unsafe(`revoke all on database ${quoted(copy)} from public`);
  for (const { role, privilege } of rights)
    await sql.unsafe(`grant ${privilege} on database ${quoted(copy)} to ${quoted(role)}`);
}

/** True when there is something to go back to. */
export const hasRestorePoint = ({ adminUrl, database }: Place): Promise<boolean> =>
  inMaintenance(adminUrl, async (sql) => {
    const rows = await sql`select 1 from pg_database where datname = ${restorePointOf(database)}`;
    return rows.length > 0;
  });

/** The restore point becomes the database again. What there was meanwhile is removed. */
export async function goBack({ adminUrl, database }: Place): Promise<void> {
  const failed = `${database}_failed`;
  await inMaintenance(adminUrl, async (sql) => {
    await sql.unsafe(`drop database if exists ${quoted(failed)}`);
    await sql.unsafe(`alter database ${quoted(database)} rename to ${quoted(failed)}`);
    await sql.unsafe(`alter database ${quoted(restorePointOf(database))} rename to ${quoted(database)}`);
    await sql.unsafe(`drop database ${quoted(failed)}`);
  });
}

/** Removes the restore point, when the upgrade is known to be good. */
export const forgetRestorePoint = ({ adminUrl, database }: Place): Promise<void> =>
  inMaintenance(adminUrl, async (sql) => {
    await sql.unsafe(`drop database if exists ${quoted(restorePointOf(database))}`);
  });

/** How many rows the tables have that never become shorter; tables of another release are left out. */
export async function countKept(url: string): Promise<Record<string, number>> {
  const sql = postgres(url, { ...tlsOf(url), max: 1, onnotice: () => {} });
  try {
    const counts: Record<string, number> = {};
    for (const table of kept) {
      const [there] = await sql`select to_regclass(${table}) is not null as yes`;
      if (!there?.yes) continue;
      const [row] = await sql.unsafe<{ rows: number }[]>(`select count(*)::int as rows from ${table}`);
      counts[table] = row?.rows ?? 0;
    }
    return counts;
  } finally {
    await sql.end();
  }
}

/** The tables that have fewer rows than before. */
export const shorterThan = (before: Record<string, number>, after: Record<string, number>): string[] =>
  Object.entries(before)
    .filter(([table, rows]) => (after[table] ?? 0) < rows)
    .map(([table]) => table);

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** No database can be copied or renamed from inside. */
async function inMaintenance<T>(adminUrl: string, act: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const url = adminUrl.replace(/\/[^/?]*(\?|$)/, "/postgres$1");
  const sql = postgres(url, { ...tlsOf(url), max: 1, onnotice: () => {} });
  try {
    return await act(sql);
  } finally {
    await sql.end();
  }
}
