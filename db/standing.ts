import { join } from "node:path";
import { type MigrationMeta, readMigrationFiles } from "drizzle-orm/migrator";
import type postgres from "postgres";

type Sql = postgres.Sql | postgres.TransactionSql;

/** One migration of drizzle/. */
export type Step = MigrationMeta;

/** The migrations of this release, oldest first. */
export const readSteps = (): Step[] => readMigrationFiles({ migrationsFolder: join(process.cwd(), "drizzle") });

/**
 * The migration state of a database. `newer`: a later release has migrated it further. `stray`: what was applied does
 * not match drizzle/. `ends_before`, `before`: it is at the end of the chain that the baseline replaced, or somewhere
 * in it.
 */
export type Standing = {
  state: "same" | "older" | "newer" | "stray" | "ends_before" | "before";
  done: number;
  missing: Step[];
};

/** The first and the last migration of the chain that the baseline replaced (decision 0030). Its end is the baseline. */
export const replaced = {
  first: "22798d5e71ec11bb432c8390b1da902a69607d3825e8d325e6e62abc1b8172f7",
  last: "1aedfc6d4d169f9a413e5bcc3f182ea2c24a45a9605ac21f1867f233694e4a53",
};

/** Where the migrations that were applied, oldest first, leave a database. */
export function standingOf(applied: readonly string[], ours: readonly Step[] = readSteps()): Standing {
  if (applied[0] === replaced.first)
    return applied.at(-1) === replaced.last
      ? { state: "ends_before", done: 1, missing: ours.slice(1) }
      : { state: "before", done: 0, missing: [] };
  const done = applied.length;
  if (ours.some(({ hash }, at) => at < done && applied[at] !== hash)) return { state: "stray", done, missing: [] };
  const state = done > ours.length ? "newer" : done < ours.length ? "older" : "same";
  return { state, done, missing: ours.slice(done) };
}

/** The hashes of the applied migrations, oldest first; empty if it was never migrated. */
export async function readApplied(sql: Sql): Promise<string[]> {
  const [there] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as yes`;
  if (!there?.yes) return [];
  const rows = await sql<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations order by id`;
  return rows.map(({ hash }) => hash);
}

/** Applies migrations, in the transaction of the caller. */
export async function applySteps(tx: postgres.TransactionSql, steps: readonly Step[]): Promise<void> {
  await tx`create schema if not exists drizzle`;
  await tx`create table if not exists drizzle.__drizzle_migrations
    (id serial primary key, hash text not null, created_at bigint)`;
  for (const step of steps) {
    for (const statement of step.sql) await tx.unsafe(statement);
    await noteStep(tx, step);
  }
}

/** Notes the baseline in a database from the end of the chain that it replaced. */
export async function adoptBaseline(tx: postgres.TransactionSql): Promise<void> {
  await tx`delete from drizzle.__drizzle_migrations`;
  for (const step of readSteps().slice(0, 1)) await noteStep(tx, step);
}

const noteStep = (tx: postgres.TransactionSql, { hash, folderMillis }: Step) =>
  tx`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`;
