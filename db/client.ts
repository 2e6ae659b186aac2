import "server-only";
import { type ExtractTablesWithRelations, type SQL, sql } from "drizzle-orm";
import type { PgTransaction } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/platform/env";
import { tlsOf } from "@/lib/platform/network/tls-policy";
import { buildSelectFast, type SelectDialect } from "./build-select";
import { connectionSettings } from "./connection-settings";
import { endWithConnection, isLost } from "./end-with-connection";
import { keepPrepared } from "./keep-prepared";
import { readTogether } from "./read-together";
import { writeFast } from "./write-sql";

/** No query of ours uses drizzle's relations, for which each transaction would make an object for each table: 0.05 ms. */
type NoSchema = Record<string, never>;
export type Tx = PgTransaction<PostgresJsQueryResultHKT, NoSchema, ExtractTablesWithRelations<NoSchema>>;

type Database = ReturnType<typeof connect>;

/**
 * Seconds until a connection that could not be made is tried again. By itself postgres.js waits longer each time, up to 20:
 * a database that was away for three seconds would be missed for half a minute.
 */
const backoff = () => 0.2;

/** postgres.js can lose a transaction's connection at its pipeline limit (its issue 1189), so there is none. */
const unbounded = { max_pipeline: 1e9 };

function connect(url: string) {
  const client = postgres(url, {
    ...unbounded,
    ...tlsOf(url),
    max: 10,
    idle_timeout: 60,
    connect_timeout: 5,
    backoff,
    onnotice: () => {},
    connection: {
      application_name: "crossdocket",
      default_transaction_isolation: "read committed",
      ...connectionSettings,
    },
  });
  const connected = drizzle(keepPrepared(endWithConnection(client)), { casing: "snake_case" });
  const { dialect } = connected as unknown as { dialect: SelectDialect & Parameters<typeof writeFast>[0] };
  writeFast(dialect);
  buildSelectFast(dialect);
  return connected;
}

const kept = globalThis as { crossdocketDatabase?: Database; crossdocketReplica?: Database };

/** One pool a process; kept on globalThis so that a development reload does not open another. */
export function database(): Database {
  kept.crossdocketDatabase ??= connect(env().DATABASE_URL);
  return kept.crossdocketDatabase;
}

/** That of the replica, where there is one. */
function replica(): Database | undefined {
  const url = env().DATABASE_REPLICA_URL;
  if (url) kept.crossdocketReplica ??= connect(url);
  return kept.crossdocketReplica;
}

/** Closes the pools: for scripts and tests that end. */
export async function closeDatabase(): Promise<void> {
  await Promise.all(
    [kept.crossdocketDatabase, kept.crossdocketReplica].map((pool) => pool?.$client.end({ timeout: 5 })),
  );
  kept.crossdocketDatabase = undefined;
  kept.crossdocketReplica = undefined;
}

/** One for the process, as the pool is. */
const places = globalThis as { crossdocketUse?: { open: number; waiting: number } };

/** How many transactions are open, and how many wait for their turn or for a connection. */
export function poolUse(): { open: number; waiting: number } {
  places.crossdocketUse ??= { open: 0, waiting: 0 };
  return places.crossdocketUse;
}

/** How long a transaction waits for its turn and for a connection, in milliseconds. */
const patience = 5_000;

/** Ends a transaction that the database did not let begin. */
export class DatabaseAway extends Error {
  constructor() {
    super("The database does not answer.");
    this.name = "DatabaseAway";
  }
}

export type Mode = "read only" | "read write";

/** How a transaction gets its context, and is made one that only reads: the ids of those whom the person covers for. */
export type Door = (tx: Tx, mode: Mode) => Promise<readonly string[]>;

/** Wraps a function that enters the context: one statement, even if the transaction is read-only. */
export function doorOf(call: SQL): Door {
  return async (tx, mode) => {
    await tx.execute(mode === "read only" ? sql`select ${call}, ${onlyReads}` : sql`select ${call}`);
    return [];
  };
}

/** The same for a member, who may cover for colleagues: the function says for whom. */
export function memberDoorOf(call: SQL): Door {
  return async (tx, mode) => {
    const [row] = await tx.execute<{ covers: string[] }>(
      mode === "read only"
        ? sql`select entered.covers, ${onlyReads} from ${call} entered`
        : sql`select entered.covers from ${call} entered`,
    );
    return row?.covers ?? [];
  };
}

const onlyReads = sql`set_config('transaction_read_only', 'on', true)`;

export type Server = "primary" | "replica";

/** How long the replica may take to have everything that was written before it is asked, in milliseconds. */
const catchUp = 2_000;

/** How long a replica that did not answer is left alone, so that nobody else waits for it, in milliseconds. */
const respite = 30_000;
const leftAlone = globalThis as { crossdocketReplicaFrom?: number };

/**
 * True when there is a replica and it has all that the primary had written when this was called: what it answers is then
 * as new as the question, so whoever was locked out a moment ago is locked out there too.
 */
export async function replicaHasCaughtUp(): Promise<boolean> {
  const there = replica();
  if (!there || performance.now() < (leftAlone.crossdocketReplicaFrom ?? 0)) return false;
  const [row] = await ask<{ lsn: string }>(sql`select pg_current_wal_lsn()::text as lsn`);
  const deadline = performance.now() + catchUp;
  const asked = sql`select pg_is_in_recovery() and pg_last_wal_replay_lsn() >= ${row?.lsn}::pg_lsn as has`;
  try {
    do {
      const [found] = await inTime<{ has: boolean }>(there, asked);
      if (found?.has) return true;
      await new Promise((resolve) => setTimeout(resolve, 20));
    } while (performance.now() < deadline);
  } catch {
    // Whatever is wrong with it, the primary answers.
    leftAlone.crossdocketReplicaFrom = performance.now() + respite;
  }
  return false;
}

/**
 * Opens a transaction, enters it with `enter`, and runs `act` in it. Nothing else may open one on tenant tables.
 * @throws DatabaseAway when it could not begin in 5 seconds; nothing was done then, and nothing will be
 */
export async function transaction<T>(
  enter: Door,
  act: (tx: Tx, covers: readonly string[]) => Promise<T>,
  mode: Mode,
  server: Server = "primary",
): Promise<T> {
  // When the server dies while postgres.js connects, it lets who waits for a connection wait until it is back.
  const wait = new AbortController();
  const use = poolUse();
  let state: keyof typeof use = "waiting";
  use.waiting += 1;
  const pool = (server === "replica" && replica()) || database();
  const begun = pool.transaction(async (tx) => {
    if (wait.signal.aborted) throw new DatabaseAway();
    clearTimeout(timer);
    use.waiting -= 1;
    use.open += 1;
    state = "open";
    return act(tx, await enter(tx, mode));
  });
  const timer = setTimeout(() => wait.abort(), patience);
  const never = new Promise<never>((_, reject) => {
    wait.signal.addEventListener("abort", () => reject(new DatabaseAway()));
  });
  return Promise.race([begun, never])
    .catch(unspoken)
    .finally(() => {
      clearTimeout(timer);
      use[state] -= 1;
    });
}

export type SharedReading = {
  /** False once nobody reads any more, or a statement failed: then nobody may join. */
  readonly isOpen: boolean;
  /** Runs `act` in the shared transaction, which ends when the last who joined is done. */
  join: <T>(act: (tx: Tx, covers: readonly string[]) => Promise<T>) => Promise<T>;
};

/** A transaction that only reads and that several share. What `transaction` throws, each of them is told. */
export function openReading(enter: Door): SharedReading {
  let readers = 0;
  let isOpen = true;
  let refuseLate = () => {};
  const begun = Promise.withResolvers<{ tx: Tx; covers: readonly string[] }>();
  const lost = Promise.withResolvers<never>();
  const ended = Promise.withResolvers<void>();
  const whole = transaction(
    enter,
    (tx, covers) => {
      const { session } = tx as unknown as { session: { client: Parameters<typeof readTogether>[0] } };
      const together = readTogether(session.client);
      session.client = together.client;
      refuseLate = together.end;
      begun.resolve({ tx, covers });
      return Promise.race([ended.promise, lost.promise]);
    },
    "read only",
  );
  const refuse = (error: unknown) => {
    isOpen = false;
    begun.reject(error);
    // The server may have ended it while nobody asked anything: what they ask next would never be answered.
    lost.reject(error);
  };
  whole.catch(refuse);
  lost.promise.catch(() => {});
  const join = async <T>(act: (tx: Tx, covers: readonly string[]) => Promise<T>): Promise<T> => {
    readers += 1;
    try {
      const { tx, covers } = await begun.promise;
      return await Promise.race([act(tx, covers), lost.promise]);
    } catch (error) {
      if (isOfStatement(error)) isOpen = false;
      // Nobody may go on with a connection that is gone: it would never answer.
      if (isLost(error)) lost.reject(error);
      return unspoken(error);
    } finally {
      readers -= 1;
      if (readers === 0) {
        isOpen = false;
        // Not before: a statement behind the end would run on a connection that another person has by then.
        refuseLate();
        ended.resolve();
        await whole.catch(() => {});
      }
    }
  };
  return {
    get isOpen() {
      return isOpen;
    },
    join,
  };
}

/**
 * One statement outside any context: the functions of sign-in, which open no tenant table.
 * @throws DatabaseAway when there is no answer in 5 seconds
 */
export function ask<Row extends Record<string, unknown>>(statement: SQL): Promise<Row[]> {
  return inTime(database(), statement);
}

async function inTime<Row extends Record<string, unknown>>(pool: Database, statement: SQL): Promise<Row[]> {
  let timer: NodeJS.Timeout | undefined;
  const away = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DatabaseAway()), patience);
  });
  const rows = async (): Promise<Row[]> => [...(await pool.execute<Row>(statement))] as Row[];
  return Promise.race([rows(), away])
    .catch(unspoken)
    .finally(() => clearTimeout(timer));
}

/** Drizzle's message holds the values of the statement, and they are about people; what leaves here ends up in logs. */
function unspoken(error: unknown): never {
  if (!isOfStatement(error)) throw error;
  const { code, message } = (error.cause ?? {}) as { code?: string; message?: string };
  // A policy denied it, not a trigger: the only part of the message for which people get our own text.
  const wall = code === "42501" && message?.includes("row-level security policy") === true;
  const frozen = code === "42501" && /policy "restricted|the case is restricted/.test(message ?? "");
  const cause = frozen ? { code, frozen } : wall ? { code, wall } : { code };
  throw new Error(`The database refused a statement (${code ?? "unknown"}).`, { cause });
}

/**
 * By its shape and not its class: a build holds drizzle more than once, and the one pool of the process was made by
 * whichever part of it came first.
 */
function isOfStatement(error: unknown): error is Error {
  return error instanceof Error && "query" in error && "params" in error;
}

export { sql };
