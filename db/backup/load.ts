import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import postgres from "postgres";
import { tlsOf } from "../../lib/platform/network/tls-policy.ts";
import { buildWalls, readWalls } from "../build-walls";
import { applySteps, readSteps, type Step, standingOf } from "../standing";
import {
  type Migration,
  ourSchemas,
  quote,
  quoted,
  readSchema,
  type Sequence,
  type TableShape,
  tablesIn,
} from "./catalogue";

/** `not_empty`, `newer`, `other_schema`: why a backup does not go into this database. Nothing was changed then. */
export class CannotLoad extends Error {
  readonly fault: "not_empty" | "newer" | "other_schema";

  constructor(fault: "not_empty" | "newer" | "other_schema", message: string) {
    super(message);
    this.name = "CannotLoad";
    this.fault = fault;
  }
}

export type Loading = {
  copyIn(table: TableShape, rows: AsyncIterable<Buffer>): Promise<void>;
  /** The wrapped data keys, in batches of 1,000. */
  dataKeys(): AsyncIterable<{ id: string; orgId: string; wrapped: string }[]>;
  /** Destroys the data keys of what was erased after the backup was made. Gives how many there still were. */
  eraseKeys(ids: readonly string[]): Promise<number>;
};

/** postgres.js can lose a transaction's connection at its pipeline limit (its issue 1189), so there is none. */
const unbounded = { max_pipeline: 1e9 };

export type LoadPlan = { migrations: Migration[]; schema: string[]; sequences: Sequence[] };

/**
 * Fills an empty database in one transaction: the tables as they were, the rows that `fill` brings, constraints checked
 * again, every session ended, the migrations since, and the walls of this release. Whatever fails leaves it empty.
 * @throws CannotLoad
 */
export async function loadDatabase(
  ownerUrl: string,
  plan: LoadPlan,
  fill: (loading: Loading) => Promise<void>,
  ours: readonly Step[] = readSteps(),
): Promise<void> {
  const sql = postgres(ownerUrl, { ...unbounded, ...tlsOf(ownerUrl), max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    await sql.begin(async (tx) => {
      await tx`set local statement_timeout = 0`;
      await tx`set local idle_in_transaction_session_timeout = 0`;
      await requireEmpty(tx);
      await dropOurs(tx);
      const later = await migrateTo(tx, plan.migrations, ours);
      await requireSchema(tx, plan.schema);
      const restoreForeignKeys = await dropForeignKeys(tx);
      await fill(loadingOf(tx));
      for (const { name, value } of plan.sequences)
        await tx`select setval(${quoted(name)}::regclass, ${value}::bigint)`;
      await restoreForeignKeys();
      await requireSchema(tx, plan.schema);
      await tx`update auth.sessions set ended_at = clock_timestamp() where ended_at is null`;
      await applySteps(tx, later);
      await buildWalls(tx, wallsWithoutRights());
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** True if this database was never used: it has no schema of ours, or no login and no log. */
export async function isEmptyDatabase(sql: postgres.Sql | postgres.TransactionSql): Promise<boolean> {
  const [there] =
    await sql`select to_regclass('auth.logins') is not null as logins, to_regclass('audit.heads') is not null as heads`;
  if (!there?.logins && !there?.heads) return !(await hasForeignTables(sql));
  const [row] = await sql`select exists (select from auth.logins) or exists (select from audit.heads) as used`;
  return !row?.used;
}

async function hasForeignTables(sql: postgres.Sql | postgres.TransactionSql): Promise<boolean> {
  const [row] = await sql`select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = any(${[...ourSchemas, "public"]}) and c.relkind = 'r') as yes`;
  return Boolean(row?.yes);
}

async function requireEmpty(tx: postgres.TransactionSql): Promise<void> {
  if (!(await isEmptyDatabase(tx)))
    throw new CannotLoad("not_empty", "The database is not empty. Nothing was changed.");
}

async function dropOurs(tx: postgres.TransactionSql): Promise<void> {
  for (const schema of [...ourSchemas, "drizzle"]) await tx.unsafe(`drop schema if exists ${quote(schema)} cascade`);
}

/** Applies our migrations as far as the backup's went. Gives those that came since. @throws CannotLoad newer */
async function migrateTo(
  tx: postgres.TransactionSql,
  wanted: readonly Migration[],
  ours: readonly Step[],
): Promise<Step[]> {
  const { state, done, missing } = standingOf(
    wanted.map(({ hash }) => hash),
    ours,
  );
  if (state === "newer" || state === "stray" || state === "before" || done === 0) {
    const why = state === "newer" ? "a newer Crossdocket" : "another Crossdocket";
    throw new CannotLoad("newer", `The backup was made by ${why}. Install the release that made it, or a later one.`);
  }
  await applySteps(tx, ours.slice(0, done));
  return missing;
}

/** Without privileges: they are granted when the database is brought up to date, which recreates everything. */
function wallsWithoutRights() {
  const { files } = readWalls("");
  return { files: files.filter(({ path }) => !path.startsWith("db/sql/grants/")) };
}

async function requireSchema(tx: postgres.TransactionSql, wanted: readonly string[]): Promise<void> {
  const found = await readSchema(tx);
  const theirTables = tablesIn(wanted);
  const ours = new Set(found);
  const theirs = new Set(theirTables);
  const lines = [
    ...theirTables.filter((line) => !ours.has(line)).map((line) => `only in the backup: ${line}`),
    ...found.filter((line) => !theirs.has(line)).map((line) => `only here: ${line}`),
  ];
  if (lines.length === 0) return;
  const shown = lines.slice(0, 3).join("; ");
  throw new CannotLoad(
    "other_schema",
    `The schema of the backup is not that of its release (${lines.length} differences; ${shown}).`,
  );
}

/** Lets rows in in any order: no foreign keys. Gives what puts them back and checks every row. */
async function dropForeignKeys(tx: postgres.TransactionSql): Promise<() => Promise<void>> {
  const keys = await tx<{ table: string; name: string; says: string }[]>`
    select n.nspname || '.' || c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as says
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and n.nspname = any(${ourSchemas}) order by 1, 2`;
  for (const { table, name } of keys) await tx.unsafe(`alter table ${quoted(table)} drop constraint ${quote(name)}`);
  return async () => {
    for (const { table, name, says } of keys)
      await tx.unsafe(`alter table ${quoted(table)} add constraint ${quote(name)} ${says}`);
  };
}

function loadingOf(tx: postgres.TransactionSql): Loading {
  return {
    copyIn: async ({ name, columns }, rows) => {
      const into = await tx.unsafe(`copy ${quoted(name)} (${columns.map(quote).join(", ")}) from stdin`).writable();
      await pipeline(Readable.from(rows), into);
    },
    dataKeys: () =>
      tx`select id, org_id as "orgId", wrapped from app.data_keys where wrapped <> ''`.cursor(1000) as never,
    eraseKeys: async (ids) => {
      if (ids.length === 0) return 0;
      const keys = ids as string[];
      await tx`delete from app.search_tokens t where t.owner_id in (
        select id from app.clients where key_id = any(${keys}::uuid[])
        union select a.id from app.accounts a join app.cases c on c.id = a.case_id where c.key_id = any(${keys}::uuid[])
        union select i.id from app.identifiers i join app.cases c on c.id = i.case_id where c.key_id = any(${keys}::uuid[])
        union select s.id from app.subjects s join app.cases c on c.id = s.case_id where c.key_id = any(${keys}::uuid[]))`;
      // A record may still point to its key: what is destroyed is what opens it.
      const gone = await tx`update app.data_keys set wrapped = '' where id = any(${keys}::uuid[]) and wrapped <> ''`;
      return gone.count;
    },
  };
}
