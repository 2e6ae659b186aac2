import postgres from "postgres";
import { inject } from "vitest";

const clocks = [
  { name: "now", prosrc: "now", volatility: "stable" },
  { name: "transaction_timestamp", prosrc: "now", volatility: "stable" },
  { name: "statement_timestamp", prosrc: "statement_timestamp", volatility: "stable" },
  { name: "clock_timestamp", prosrc: "clock_timestamp", volatility: "volatile" },
] as const;

/**
 * Sets the clock of this test file's own database, from which it runs on: what a test sets for us holds in Postgres too
 * (expiry of invitations and sessions, the times of the log). Other databases of the server keep theirs.
 */
export async function setDatabaseClock(now: Date): Promise<void> {
  const shift = now.getTime() - Date.now();
  const name = new URL(process.env.DATABASE_OWNER_URL ?? "").pathname;
  const url = inject("database").superuserUrl.replace(/\/[^/]+$/, name);
  const admin = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await admin.begin(async (sql) => {
      await sql`create schema if not exists real_clock`;
      await sql`grant usage on schema real_clock to public`;
      for (const clock of clocks) {
        await sql.unsafe(`create or replace function real_clock.${clock.name}() returns timestamptz
          language internal ${clock.volatility} as '${clock.prosrc}'`);
        await sql.unsafe(`create or replace function pg_catalog.${clock.name}() returns timestamptz
          language sql ${clock.volatility} return real_clock.${clock.name}() + interval '${shift} milliseconds'`);
      }
    });
  } finally {
    await admin.end();
  }
}
