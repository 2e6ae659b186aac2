import "server-only";
import { type ExtractTablesWithRelations, sql } from "drizzle-orm";
import type { PgTransaction } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/platform/env";
import * as schema from "./schema";

export type Tx = PgTransaction<PostgresJsQueryResultHKT, typeof schema, ExtractTablesWithRelations<typeof schema>>;

type Database = ReturnType<typeof connect>;

/** postgres.js can lose a transaction's connection at its pipeline limit (its issue 1189), so there is none. */
const unbounded = { max_pipeline: 1e9 };

function connect(url: string) {
  const client = postgres(url, {
    ...unbounded,
    max: 10,
    idle_timeout: 60,
    connect_timeout: 5,
    onnotice: () => {},
    connection: {
      application_name: "crossdocket",
      statement_timeout: 10_000,
      idle_in_transaction_session_timeout: 15_000,
      lock_timeout: 3_000,
    },
  });
  return drizzle(client, { schema, casing: "snake_case" });
}

const kept = globalThis as { crossdocketDatabase?: Database };

/** One pool a process; kept on globalThis so that a development reload does not open another. */
export function database(): Database {
  kept.crossdocketDatabase ??= connect(env().DATABASE_URL);
  return kept.crossdocketDatabase;
}

/** Closes the pool: for scripts and tests that end. */
export async function closeDatabase(): Promise<void> {
  await kept.crossdocketDatabase?.$client.end({ timeout: 5 });
  kept.crossdocketDatabase = undefined;
}

/** Opens a transaction, enters it with `enter`, and runs `act` in it. Nothing else may open one on tenant tables. */
export async function transaction<T>(
  enter: (tx: Tx) => Promise<void>,
  act: (tx: Tx) => Promise<T>,
  mode: "read only" | "read write",
): Promise<T> {
  return database().transaction(
    async (tx) => {
      await enter(tx);
      return act(tx);
    },
    { accessMode: mode, isolationLevel: "read committed" },
  );
}

export { sql };
