import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { raiseFlag } from "@/lib/casework/flags/raise-flag";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { examineDatabase } from "@/lib/operations/installation/checks/examine-database";
import { listCases } from "@/lib/oversight/case-list/queries";
import { makeOrg } from "../../support/org";
import { plantCase } from "../../support/plant";
import { startPooler } from "../../support/pooler";
import { hasTool } from "../../support/tools";

const firstPage = { filters: {}, sort: { key: "opened", dir: "asc" } } as const;
const direct = process.env.DATABASE_URL ?? "";

describe("behind PgBouncer, one transaction at a time on two connections", () => {
  if (!hasTool("pgbouncer")) return test.skip("pgbouncer is not installed here", () => {});

  let pooler: Awaited<ReturnType<typeof startPooler>>;
  let here: { ctx: Ctx; caseId: string };
  let there: { ctx: Ctx; caseId: string };

  beforeAll(async () => {
    pooler = await startPooler(direct);
    await closeDatabase();
    process.env.DATABASE_URL = pooler.url;
    [here, there] = await Promise.all([oneCase(), oneCase()]);
  });
  afterAll(() => pooler?.stop());

  async function oneCase() {
    const org = await makeOrg();
    return { caseId: await plantCase(await org.as("caseworker")), ctx: await org.as("supervisor") };
  }

  const read = ({ ctx }: { ctx: Ctx }) =>
    withTransaction({ ...ctx }, "read only", async (scoped) => {
      const [row] = await scoped.db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
      return { pid: row?.pid, ids: (await listCases(scoped, firstPage)).rows.map(({ id }) => id) };
    });

  test("each organisation gets its own rows from statements that stay prepared for both", async () => {
    const pids = new Set<number | undefined>();
    for (let turn = 0; turn < 10; turn += 1) {
      const both = [here, there, here, there, here, there];
      const seen = await Promise.all(both.map(read));
      both.forEach(({ caseId }, at) => {
        expect(seen[at]?.ids).toEqual([caseId]);
      });
      for (const { pid } of seen) pids.add(pid);
    }
    expect(pids.size).toBeLessThanOrEqual(2);
    const kept = await withTransaction(here.ctx, "read only", ({ db }) =>
      db.execute<{ runs: number }>(sql`select (generic_plans + custom_plans)::int as runs from pg_prepared_statements
        where statement like '%from "app"."cases"%' order by 1 desc`),
    );
    expect(kept[0]?.runs).toBeGreaterThan(5);
  });

  test("nothing of a transaction is left for whoever comes next on its connection", async () => {
    await read(here);
    const stranger = postgres(pooler.url, { max: 4, onnotice: () => {} });
    try {
      const found = await Promise.all(
        Array.from(
          { length: 8 },
          () => stranger`select current_setting('app.ctx', true) as ctx, current_setting('transaction_read_only') as mode,
            (select count(*)::int from app.cases) as cases`,
        ),
      );
      for (const [row] of found) {
        expect(row?.ctx ?? "").toBe("");
        expect(row).toMatchObject({ mode: "off", cases: 0 });
      }
    } finally {
      await stranger.end();
    }
  });

  test("what was acknowledged is there although the connections behind the pooler are cut", async () => {
    const write = (message: string) => raiseFlag(here.ctx, { caseId: here.caseId, message });
    await write("before");
    const itself = postgres(direct, { max: 1, onnotice: () => {} });
    await itself`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`;
    await itself.end();
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, (_, no) => write(`after ${no}`)));
    const done = outcomes.filter(({ status }) => status === "fulfilled").length;
    await write("in the end");
    const [row] = await withTransaction(here.ctx, "read only", ({ db }) =>
      db.execute(sql`select count(*)::int as n from app.case_flags where case_id = ${here.caseId}`),
    );
    expect(row?.n).toBe(done + 2);
  });

  test("the limits of a connection hold, and the doctor says where a pooler drops them", async () => {
    const [row] = await withTransaction(here.ctx, "read only", ({ db }) =>
      db.execute(sql`select current_setting('statement_timeout') as statement,
        current_setting('idle_in_transaction_session_timeout') as idle, current_setting('lock_timeout') as lock`),
    );
    expect(row).toEqual({ statement: "10s", idle: "15s", lock: "3s" });
    const bare = await startPooler(direct, { change: (text) => text.replace(/ connect_query='.*'$/m, "") });
    try {
      const found = async (url: string) =>
        (await examineDatabase({ settings: {}, databaseUrl: url })).map(([state, what]) => `${state}: ${what}`);
      expect(await found(pooler.url)).toContainEqual(expect.stringMatching(/^ok: A statement, a lock/));
      expect(await found(bare.url)).toContainEqual(expect.stringMatching(/^look: Nothing limits .*statement_timeout/));
    } finally {
      await bare.stop();
    }
  });
});
