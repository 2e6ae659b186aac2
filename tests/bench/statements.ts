import { sql } from "drizzle-orm";
import postgres from "postgres";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { makeOrg } from "../support/org";
import { askedSizes, isTrial, type Measurement, quantile, reportProgress, round, superuserUrl } from "./harness";
import { bindTo, statementsOfRead } from "./support/plans";
import { plantOrganisation } from "./support/plant-organisation";
import { templatesOf } from "./support/templates";

const sizes = askedSizes([10_000, 1_000_000], 200);
const turns = isTrial ? 1 : 5;

type Cost = { text: string; ms: number; buffers: number };
type Seat = { name: string; ctx: Ctx; supervises: boolean };

/**
 * What each template asks of Postgres behind the walls, in an organisation of each size: how long its statements take
 * in all, and how many blocks they touch, which does not depend on the load. The floor is the smallest size.
 */
export async function bench(): Promise<Measurement[]> {
  const bare = postgres(superuserUrl(), { max: 1, onnotice: () => {} });
  const first = new Map<string, number>();
  const found: Measurement[] = [];
  try {
    for (const size of sizes) {
      for (const seat of await seatsOf(bare, size)) {
        const [sample] = await bare<{ id: string }[]>`select c.id from app.cases c
          where c.org_id = ${seat.ctx.orgId} and c.closed_at is null and (${seat.supervises} or c.owner_id = ${seat.ctx.actor.memberId})
          order by c.number limit 1`;
        for (const [template, read] of templatesOf(sample?.id ?? "", seat.supervises)) {
          const costs = await costsOf(seat.ctx, read);
          const name = `${seat.name}, ${template}`;
          const ms = sum(costs.map((cost) => cost.ms));
          const floor = first.get(name) ?? null;
          if (floor === null) first.set(name, ms);
          const worst = [...costs].sort((a, b) => b.buffers - a.buffers)[0];
          const measurement: Measurement = {
            name: `${size} cases, ${name}`,
            n: turns,
            unit: "ms",
            ours: round(ms),
            floor,
            ratio: floor === null ? null : round(ms / floor),
            note: `${costs.length} statements, ${sum(costs.map((cost) => cost.buffers))} blocks; most: ${worst?.buffers} in ${round(worst?.ms ?? 0)} ms`,
          };
          reportProgress([measurement]);
          if (process.env.STATEMENTS === "yes") tell(costs);
          found.push(measurement);
        }
      }
    }
  } finally {
    await bare.end();
  }
  return found;
}

async function seatsOf(bare: postgres.Sql, size: number): Promise<Seat[]> {
  const org = await makeOrg();
  const supervisor = await org.person("supervisor");
  const caseworkers = [];
  for (let at = 0; at < 12; at += 1) caseworkers.push(await org.person("caseworker", `Caseworker ${at + 1}`));
  const few = await org.person("caseworker", "Caseworker with few");
  const planted = {
    orgId: org.id,
    supervisorId: supervisor.memberId,
    caseworkerIds: caseworkers.map(({ memberId }) => memberId),
    fewId: few.memberId,
  };
  await plantOrganisation(bare, planted, size);
  const [most] = caseworkers;
  if (!most) throw new Error("Nobody owns cases.");
  return [
    { name: "supervisor", ctx: supervisor.ctx, supervises: true },
    { name: "caseworker with most", ctx: most.ctx, supervises: false },
    { name: "caseworker with 40", ctx: few.ctx, supervises: false },
  ];
}

export async function costsOf(ctx: Ctx, read: (scoped: TxCtx) => Promise<unknown>): Promise<Cost[]> {
  const asked = await statementsOfRead(ctx, read);
  const rounds: Cost[][] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    rounds.push(await withTransaction(ctx, "read only", (scoped) => explainAll(scoped, asked)));
  }
  return (rounds[0] ?? []).map(({ text }, at) => ({
    text,
    ms: quantile(
      rounds.map((costs) => costs[at]?.ms ?? 0),
      0.5,
    ),
    buffers: Math.min(...rounds.map((costs) => costs[at]?.buffers ?? 0)),
  }));
}

type Explained = { "Execution Time": number; "Planning Time": number; Plan: Record<string, number> };

async function explainAll(scoped: TxCtx, asked: Awaited<ReturnType<typeof statementsOfRead>>): Promise<Cost[]> {
  const costs: Cost[] = [];
  for (const statement of asked) {
    const [row] = await scoped.db.execute<{ "QUERY PLAN": Explained[] }>(
      sql`explain (analyze, buffers, format json) ${bindTo(statement)}`,
    );
    const explained = row?.["QUERY PLAN"][0];
    const { Plan: plan = {} } = explained ?? {};
    costs.push({
      text: statement.sql,
      ms: explained?.["Execution Time"] ?? 0,
      buffers: (plan["Shared Hit Blocks"] ?? 0) + (plan["Shared Read Blocks"] ?? 0),
    });
  }
  return costs;
}

function tell(costs: readonly Cost[]): void {
  for (const { text, ms, buffers } of costs) {
    console.error(`      ${round(ms)} ms ${buffers} blocks  ${text.replace(/\s+/g, " ").slice(0, 130)}`);
  }
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
