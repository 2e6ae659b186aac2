import { createHash } from "node:crypto";
import { PgBoss } from "pg-boss";
import postgres from "postgres";
import { bossLink, tlsOf } from "../lib/platform/network/tls-policy.ts";
import { buildWalls, noteWalls, readQueueGrants, readWallState, readWalls, takeDownWalls } from "./build-walls.ts";
import { adoptBaseline, applySteps, readApplied, type Standing, standingOf } from "./standing.ts";

export type MigrateOptions = {
  /** URL of the role that owns the database; the application's role owns nothing. */
  ownerUrl: string;
  /** Name of the application's role, granted what db/sql/grants lists. */
  appRole: string;
  /** 32 bytes; only its hash is stored, so that the worker can open its own context. */
  serviceToken: Buffer;
  /** Names of the job queues (lib/kernel/jobs/names.ts). */
  queues: readonly string[];
};

/** Brings the database to this version: tables, walls, ledgers, grants, job queues. Safe to run at every start. */
export async function migrate({ ownerUrl, appRole, serviceToken, queues }: MigrateOptions): Promise<void> {
  const client = postgres(ownerUrl, { ...tlsOf(ownerUrl), max: 1, onnotice: () => {} });
  try {
    // Two that start at the same moment take turns; the lock goes with the connection, of which there is one.
    await client`select pg_advisory_lock(hashtext('crossdocket migrations'))`;
    await bringUp(client, appRole);
    await makeQueues(ownerUrl, queues);
    await client.unsafe(readQueueGrants(appRole));
    await client`insert into ctx.service ${client({ token_hash: createHash("sha256").update(serviceToken).digest() })} on conflict do nothing`;
  } finally {
    await client.end();
  }
}

/** Tables and rules in one transaction, so that no table of this release ever runs with the policies of another. */
async function bringUp(client: postgres.Sql, appRole: string): Promise<void> {
  const { state, done, missing } = standingOf(await readApplied(client));
  if (state === "newer") return;
  if (state === "before" || state === "stray") throw new Error(refusals[state](done));
  const walls = readWalls(appRole);
  if (state === "same" && (await readWallState(client, walls, appRole)) === "same") return;
  await again(() =>
    client.begin(async (tx) => {
      await takeDownWalls(tx);
      if (state === "ends_before") await adoptBaseline(tx);
      await applySteps(tx, missing);
      await buildWalls(tx, walls);
      await noteWalls(tx, walls, appRole);
    }),
  );
}

/** Copies of the release before may still serve: of two who wait for each other Postgres ends one, and it may be us. */
async function again(act: () => Promise<unknown>, tries = 5): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (tries === 1 || (error as { code?: string }).code !== "40P01") throw error;
    await again(act, tries - 1);
  }
}

const refusals = {
  before: () =>
    "this database is from before the baseline, and not from the end of that chain. Nothing was released then: remove it" +
    " (for a demonstration .data/demo), or bring it up to date first with the last commit that still had" +
    " drizzle/0001_walls.sql (decision 0030)",
  stray: (done: number) =>
    `one of the ${done} migrations that were applied here is not in drizzle/ as it was applied. A migration that ran is` +
    " not changed any more: add another one",
} satisfies Partial<Record<Standing["state"], (done: number) => string>>;

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
