import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import { PgBoss } from "pg-boss";
import postgres from "postgres";
import { bossLink, tlsOf } from "../lib/platform/carried-safely.ts";

export type MigrateOptions = {
  /** URL of the role that owns the database; the application's role owns nothing. */
  ownerUrl: string;
  /** Name of the application's role, granted what db/sql/grants.sql lists. */
  appRole: string;
  /** 32 bytes; only its hash is stored, so that the worker can open a context of its own. */
  serviceToken: Buffer;
  /** Names of the job queues (lib/jobs/names.ts). */
  queues: readonly string[];
};

/** Brings the database to this version: tables, walls, ledgers, job queues, grants. Safe to run at every start. */
export async function migrate({ ownerUrl, appRole, serviceToken, queues }: MigrateOptions): Promise<void> {
  const client = postgres(ownerUrl, { ...tlsOf(ownerUrl), max: 1, onnotice: () => {} });
  try {
    // Two that start at the same moment take turns; the lock goes with the connection, of which there is one.
    await client`select pg_advisory_lock(hashtext('crossdocket migrations'))`;
    await runMigrations(drizzle(client), { migrationsFolder: join(process.cwd(), "drizzle") });
    await makeQueues(ownerUrl, queues);
    const grants = await readFile(join(process.cwd(), "db/sql/grants.sql"), "utf8");
    await client.unsafe(grants.replaceAll(":app", quoted(appRole)));
    await client`insert into ctx.service ${client({ token_hash: createHash("sha256").update(serviceToken).digest() })} on conflict do nothing`;
  } finally {
    await client.end();
  }
}

/** A worker that was killed lets go of its job after five minutes; a packet takes seconds. */
const retries = { retryLimit: 3, retryDelay: 2, retryBackoff: true, expireInSeconds: 300 };

/** The worker may not create tables, so the queues are made here, as the owner. */
async function makeQueues(ownerUrl: string, names: readonly string[]): Promise<void> {
  const boss = new PgBoss({ ...bossLink(ownerUrl), schema: "pgboss", supervise: false, schedule: false });
  boss.on("error", () => {});
  await boss.start();
  for (const name of names) {
    if (!(await boss.getQueue(name))) await boss.createQueue(name, retries);
  }
  await boss.stop({ graceful: false });
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
