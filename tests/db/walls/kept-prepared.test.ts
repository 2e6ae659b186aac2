import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { among } from "@/db/among";
import { cases } from "@/db/schema";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { listCases, readViewCounts } from "@/lib/oversight/case-list/queries";
import type { CaseListView } from "@/lib/oversight/case-list/types";
import { newId } from "@/lib/platform/ids";
import { makeOrg } from "../../support/org";
import { plantCase } from "../../support/plant";

const view: CaseListView = { filters: {}, sort: { key: "due", dir: "asc" } };
let here: { ctx: Ctx; caseId: string };
let there: { ctx: Ctx; caseId: string };

beforeAll(async () => {
  [here, there] = await Promise.all([oneCase(), oneCase()]);
});

async function oneCase() {
  const org = await makeOrg();
  return { caseId: await plantCase(await org.as("caseworker")), ctx: await org.as("supervisor") };
}

type Kept = { statement: string; runs: number };

/** What the server itself says that it keeps for this connection. */
const keptOn = async ({ db }: TxCtx): Promise<Kept[]> => [
  ...(await db.execute<Kept>(
    sql`select statement, (generic_plans + custom_plans)::int as runs from pg_prepared_statements`,
  )),
];

describe("a connection of the product", () => {
  test("keeps the statements of the cases page prepared, and plans none of them again by being asked", async () => {
    const look = (turn: number) =>
      withTransaction(here.ctx, "read only", async (scoped) => {
        await listCases(scoped, view);
        await readViewCounts(scoped);
        await withTransaction(scoped, "read write", ({ db }) => db.execute(sql`select 'within', ${turn}::int`));
        await scoped.db.execute(sql`select 'without values'`);
        return keptOn(scoped);
      });
    // A reading asks each of them once, and readings take turns on the connections of the pool, of which there are ten.
    for (let turn = 0; turn < 50; turn += 1) await look(turn);
    const kept = await look(50);
    const runsOf = (part: string) => kept.filter(({ statement }) => statement.includes(part)).map(({ runs }) => runs);
    expect(runsOf(`from "app"."cases"`).length).toBeGreaterThan(1);
    for (const runs of runsOf(`from "app"."cases"`)) expect(runs).toBeGreaterThanOrEqual(3);
    for (const part of ["'within'", "'without values'"]) {
      expect(runsOf(part)).toHaveLength(1);
      expect(runsOf(part)[0]).toBeGreaterThanOrEqual(3);
    }
    // The door, by which every transaction enters.
    expect(runsOf("ctx.enter").length).toBeGreaterThan(0);
  });

  test("keeps one statement for a list of any length, which finds what is on the list and no more", async () => {
    const kept = await withTransaction(here.ctx, "read only", async (scoped) => {
      const { db } = scoped;
      const [row] = await db.select().from(cases);
      if (!row) throw new Error("There is a case.");
      const byIds = (ids: string[]) => db.select({ n: cases.number }).from(cases).where(among(cases.id, ids));
      for (const [ids, found] of [
        [[], 0],
        [[here.caseId], 1],
        [[newId(), here.caseId, there.caseId], 1],
        [[newId(), newId()], 0],
      ] as const) {
        expect(await byIds([...ids])).toHaveLength(found);
      }
      const times = [new Date(0), row.openedAt];
      expect(await db.$count(cases, among(cases.openedAt, times))).toBe(1);
      expect(await db.$count(cases, among(cases.number, [row.number, 77]))).toBe(1);
      expect(await db.$count(cases, among(cases.pseudonym, [`with "quotes", \\ and {}`, row.pseudonym]))).toBe(1);
      return keptOn(scoped);
    });
    expect(kept.filter(({ statement }) => /"cases"."id" = any\(\$1\)$/.test(statement))).toHaveLength(1);
  });

  test("gives each organisation its own rows from the statement that another left prepared", async () => {
    const seen = new Map<number, Set<string>>();
    // Ten in a row, since the connections of the pool, at most ten, take turns.
    for (let turn = 0; turn < 60; turn += 1) {
      const { ctx, caseId } = Math.floor(turn / 10) % 2 === 0 ? here : there;
      const { pid, ids } = await withTransaction(ctx, "read only", async (scoped) => {
        const [row] = await scoped.db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
        return { pid: row?.pid ?? 0, ids: (await listCases(scoped, view)).rows.map(({ id }) => id) };
      });
      expect(ids).toEqual([caseId]);
      seen.set(pid, (seen.get(pid) ?? new Set()).add(caseId));
    }
    // One connection at least served both, or nothing was shown.
    expect(Math.max(...[...seen.values()].map((ids) => ids.size))).toBe(2);
  });
});
