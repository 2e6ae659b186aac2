import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { replicaHasCaughtUp } from "@/db/client";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { endOtherSessions } from "@/lib/auth/sessions/end-sessions";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { type Ctx, fromReplica, withTransaction } from "@/lib/kernel/access/ctx";
import { readReports } from "@/lib/oversight/reports/queries";
import { caseForm } from "../../support/case-form";
import { makeOrg, type Org, type Person } from "../../support/org";
import { startOwnPostgres } from "../../support/own-postgres";
import { startReplica } from "../../support/replica";
import { sessionBy } from "../../support/sessions";

let primary: Awaited<ReturnType<typeof startOwnPostgres>>;
let replica: Awaited<ReturnType<typeof startReplica>>;
let org: Org;
let supervisor: Person;
let caseworker: Person;

beforeAll(async () => {
  primary = await startOwnPostgres();
  replica = await startReplica(primary.urls.superuser, primary.cluster);
  process.env.DATABASE_REPLICA_URL = replica.urlOf(primary.urls.app);
  org = await makeOrg();
  [supervisor, caseworker] = await Promise.all([org.person("supervisor"), org.person("caseworker")]);
});

afterAll(async () => {
  await primary?.remove();
  await replica?.remove();
});

/** Which server answers, and how many cases it shows. */
const look = (ctx: Ctx) =>
  withTransaction(fromReplica(ctx), "read only", async ({ db }) => {
    const [row] = await db.execute<{ replica: boolean; cases: number }>(
      sql`select pg_is_in_recovery() as replica, (select count(*)::int from app.cases) as cases`,
    );
    return row;
  });

test("long reads go to the replica and have what was written a moment before", async () => {
  for (let made = 1; made <= 5; made += 1) {
    await openCase(caseworker.ctx, caseForm());
    expect(await look(caseworker.ctx)).toEqual({ replica: true, cases: made });
  }
  const elsewhere = await (await makeOrg()).person("supervisor");
  expect(await look(elsewhere.ctx)).toEqual({ replica: true, cases: 0 });
  const filter = { from: "2020-01-01", to: "2100-01-01", memberId: null, pair: null };
  const there = await readReports(fromReplica(supervisor.ctx), filter as never);
  expect(there).toEqual(await readReports(supervisor.ctx, filter as never));
  expect(there.some(({ rows }) => rows.length > 0)).toBe(true);
});

test("a session that was ended a moment ago is refused there", async () => {
  const other = await sessionBy(caseworker.loginId, "passkey");
  const ctx = await ctxFromToken(other);
  if (!ctx) throw new Error("It is open.");
  expect(await look(ctx)).toMatchObject({ replica: true });
  await endOtherSessions(caseworker.token);
  await expect(look(ctx)).rejects.toMatchObject({ cause: { code: "28000" } });
});

test("while the replica is behind the primary answers, so nobody sees an older state", async () => {
  await replica.holdStill(true);
  try {
    await openCase(caseworker.ctx, caseForm());
    expect(await look(caseworker.ctx)).toEqual({ replica: false, cases: 6 });
  } finally {
    await replica.holdStill(false);
  }
  await vi.waitUntil(replicaHasCaughtUp, { timeout: 20_000 });
  expect(await look(caseworker.ctx)).toEqual({ replica: true, cases: 6 });
});

test("after a failover the replica that became the primary is not taken for a replica any more", async () => {
  await replica.promote();
  expect(await look(caseworker.ctx)).toEqual({ replica: false, cases: 6 });
});

test("without the replica the primary answers", async () => {
  await replica.remove();
  expect(await look(caseworker.ctx)).toEqual({ replica: false, cases: 6 });
});
