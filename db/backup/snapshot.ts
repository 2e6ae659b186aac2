import postgres from "postgres";
import { tlsOf } from "../../lib/platform/network/tls-policy.ts";
import {
  type Migration,
  quote,
  quoted,
  readFileColumns,
  readMigrations,
  readSchema,
  readSequences,
  readTables,
  type Sequence,
  type TableShape,
} from "./catalogue";

/** postgres.js can lose a transaction's connection at its pipeline limit (its issue 1189), so there is none. */
const unbounded = { max_pipeline: 1e9 };

/** A waiting job, to be enqueued again after a restore. */
export type WaitingJob = { name: string; data: unknown; startAfter: string };
/** The end of one organisation's audit chain. */
type AuditHead = { orgId: string; seq: string; hash: string };

/** A key that was destroyed because what it opened was erased. Ids only. */
export type ErasedKey = { keyId: string; of: string; erasedId: string; at: string };

export type Snapshot = {
  at: Date;
  server: string;
  tables: TableShape[];
  schema: string[];
  sequences: Sequence[];
  migrations: Migration[];
  heads: AuditHead[];
  jobs: WaitingJob[];
  erased: ErasedKey[];
  organisations: string[];
  /** The rows of a table as COPY writes them, text format: one line a row. */
  copyOut(table: TableShape): Promise<AsyncIterable<Buffer>>;
  /** Which of these file ids the records of this moment name. */
  named(fileIds: readonly string[]): Promise<Set<string>>;
  /** How many files the records of this moment name. */
  countFiles(): Promise<number>;
};

/** What `withSnapshot` ends with when the role may not read everything. */
export class CannotReadAll extends Error {
  constructor(role: string) {
    super(`The role ${role} is bound by row-level security, so a backup by it would not be whole.`);
    this.name = "CannotReadAll";
  }
}

/**
 * A consistent read of everything at one moment, while the product is running: REPEATABLE READ, read only, by a role
 * that row-level security does not restrict. With `row_security` off Postgres fails instead of omitting rows.
 * @throws CannotReadAll
 */
export async function withSnapshot<T>(url: string, act: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const sql = postgres(url, { ...unbounded, ...tlsOf(url), max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    const done = await sql.begin("isolation level repeatable read read only", async (tx) => {
      await tx`set local row_security = off`;
      await tx`set local statement_timeout = 0`;
      await tx`set local idle_in_transaction_session_timeout = 0`;
      return { value: await act(await look(tx)) };
    });
    return (done as { value: T }).value;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function look(tx: postgres.TransactionSql): Promise<Snapshot> {
  const [row] = await tx<{ at: Date; server: string; role: string; reads_all: boolean }[]>`
    select transaction_timestamp() as at, current_setting('server_version') as server, current_user as role,
      (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as reads_all`;
  if (!row?.reads_all) throw new CannotReadAll(row?.role ?? "");
  const files = await readFileColumns(tx);
  const named = files.map((table) => `select file_id from ${quoted(table)} where file_id is not null`).join(" union ");
  return {
    at: row.at,
    server: row.server,
    tables: await readTables(tx),
    schema: await readSchema(tx),
    sequences: await readSequences(tx),
    migrations: await readMigrations(tx),
    heads: [
      ...(await tx<
        AuditHead[]
      >`select org_id as "orgId", seq::text, encode(hash, 'hex') as hash from audit.heads order by 1`),
    ],
    jobs: await readJobs(tx),
    erased: await readErasures(tx),
    organisations: (await tx<{ id: string }[]>`select id from app.organisations order by id`).map(({ id }) => id),
    copyOut: ({ name, columns }) =>
      tx.unsafe(`copy ${quoted(name)} (${columns.map(quote).join(", ")}) to stdout`).readable() as Promise<
        AsyncIterable<Buffer>
      >,
    named: async (ids) => {
      const found = await tx.unsafe<{ id: string }[]>(
        `select file_id::text as id from (${named}) f where file_id = any($1::uuid[])`,
        [ids as string[]],
      );
      return new Set(found.map(({ id }) => id));
    },
    countFiles: async () => Number((await tx.unsafe(`select count(*)::int as n from (${named}) f`))[0]?.n ?? 0),
  };
}

async function readErasures(tx: postgres.TransactionSql): Promise<ErasedKey[]> {
  const [there] = await tx`select to_regclass('app.erasures') is not null as yes`;
  if (!there?.yes) return [];
  return [
    ...(await tx<ErasedKey[]>`select k::text as "keyId", e.of, e.erased_id::text as "erasedId",
        to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
      from app.erasures e, unnest(e.key_ids) k order by e.at, 1`),
  ];
}

/** Of the queue only what still waits: a second run of a job finds its work done, and what is done is not needed. */
async function readJobs(tx: postgres.TransactionSql): Promise<WaitingJob[]> {
  const [there] = await tx`select to_regclass('pgboss.job') is not null as yes`;
  if (!there?.yes) return [];
  return [
    ...(await tx<WaitingJob[]>`select name, data, start_after::text as "startAfter" from pgboss.job
      where state in ('created', 'retry', 'active') and name not like '\\_\\_pgboss%' order by created_on`),
  ];
}
