import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { closeDatabase, database } from "@/db/client";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { reading } from "@/lib/kernel/access/query";
import { listStaff } from "@/lib/organisation/members/queries";
import { countFacets } from "@/lib/oversight/case-list/count-facets";
import { listCases, readViewCounts } from "@/lib/oversight/case-list/queries";
import type { CaseListView } from "@/lib/oversight/case-list/types";
import { readMyWork } from "@/lib/oversight/my-work/queries";
import { readNavCounts } from "@/lib/oversight/my-work/read-nav-counts";
import { interleave, type Measurement, measurements, reportProgress, sizeOf } from "./harness";
import { type BigOrganisation, makeBigOrganisation } from "./support/big-organisation";

const n = 200;
const view: CaseListView = { filters: {}, sort: { key: "due", dir: "asc" } };

/** What the pages ask with statements that stay prepared, beside the same with statements that are parsed again each time. */
export async function bench(): Promise<Measurement[]> {
  const big = await makeBigOrganisation(sizeOf(10_000, 60));
  const kept = globalThis as { crossdocketDatabase?: unknown };
  const prepared = database();
  const client = postgres(process.env.DATABASE_URL ?? "", { max: 10, onnotice: () => {} });
  const again = drizzle(client, { casing: "snake_case" });
  const through = (which: unknown, act: () => Promise<unknown>) => async () => {
    kept.crossdocketDatabase = which;
    await act();
  };
  const found: Measurement[] = [];
  for (const [name, act] of pagesOf(big)) {
    const run = await interleave(through(prepared, act), through(again, act), { n, warmUp: 40 });
    found.push(...measurements(name, run));
    reportProgress(measurements(name, run));
  }
  kept.crossdocketDatabase = prepared;
  await client.end();
  await closeDatabase();
  return found;
}

function pagesOf({ supervisor, caseworkers }: BigOrganisation): [string, () => Promise<unknown>][] {
  const casesPage = (token: Buffer) => async () => {
    const ctx = await ctxFromToken(token);
    if (!ctx) throw new Error("The session has ended.");
    return reading(ctx, async (scoped) => [
      await listStaff(scoped),
      await listCases(scoped, view),
      await readViewCounts(scoped),
      await countFacets(scoped, {}),
      await readNavCounts(scoped),
    ]);
  };
  const [worker] = caseworkers;
  if (!worker) throw new Error("Nobody works there.");
  return [
    ["cases page of a supervisor", casesPage(supervisor.token)],
    ["cases page of a caseworker", casesPage(worker.token)],
    ["my work", () => readMyWork(worker.ctx)],
  ];
}
