import { inspect } from "node:util";
import { eq, sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { z } from "zod";
import { cases } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { AppError } from "@/lib/platform/errors";
import { makeOrg, type Org } from "../../support/org";
import { plantCase } from "../../support/plant";

const superuser = postgres(inject("database").superuserUrl, { max: 1, onnotice: () => {} });
let org: Org;
let worker: Ctx;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

afterAll(() => superuser.end());

/** Changes the case and, before its entry in the log is written, meets what the test has in store. */
const changeAnd = (fate: (ctx: TxCtx) => Promise<unknown>) =>
  command({
    needs: "case.write",
    input: z.object({}),
    async run(ctx) {
      await ctx.db.update(cases).set({ matter: "Changed" }).where(eq(cases.id, caseId));
      await fate(ctx);
      return { value: null, audit: { action: "case.opened", subjectId: caseId, caseId, detail: {} } as never };
    },
  });

async function matter(): Promise<string | undefined> {
  const [row] = await withTransaction(worker, "read only", ({ db }) =>
    db.select().from(cases).where(eq(cases.id, caseId)),
  );
  return row?.matter;
}

async function idleInTransaction(): Promise<number> {
  const [row] = await superuser<{ n: number }[]>`select count(*)::int as n from pg_stat_activity
    where datname = ${databaseName()} and state like 'idle in transaction%'`;
  return row?.n ?? -1;
}

const databaseName = (): string => (process.env.DATABASE_URL ?? "").split("/").at(-1) ?? "";

test("a command whose connection dies midway changes nothing, and the next one works", async () => {
  // The statement itself ends its server process, so that the connection dies while an answer is awaited.
  const cut = changeAnd(({ db }) => db.execute(sql`select pg_terminate_backend(pg_backend_pid())`));
  await expect(cut(worker, {})).rejects.toThrow();
  expect(await matter()).toBe("Threats");
  expect(await org.auditOf(caseId)).toEqual([]);
  expect(await idleInTransaction()).toBe(0);
});

test("a command that fails midway changes nothing and leaves no session idle in a transaction", async () => {
  const refused = changeAnd(() => Promise.reject(new AppError("conflict", "Somebody was faster.")));
  const broken = changeAnd(({ db }) => db.execute(sql`select 1 / 0`));
  const attempts = Array.from({ length: 30 }, (_, at) => (at % 2 ? refused : broken)(worker, {}));
  const ends = await Promise.allSettled(attempts);
  expect(ends.filter((end) => end.status === "fulfilled")).toEqual([]);
  expect(await idleInTransaction()).toBe(0);
  expect(await matter()).toBe("Threats");
  expect(await org.auditOf(caseId)).toEqual([]);
});

test("the error of a failed statement names no value of it", async () => {
  const secret = "14 Nergens Street";
  const failing = changeAnd(({ db }) => db.execute(sql`select ${secret}::int`));
  const error = await failing(worker, {}).catch((failed: unknown) => failed);
  expect(sqlState(error)).toBe("22P02");
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("Nergens");
});
