import postgres from "postgres";
import { findCase } from "@/lib/casework/cases/access";
import { changeRisk } from "@/lib/casework/cases/commands/change-risk";
import { ladderOf } from "@/lib/escalation/ladder/queries";
import { listAuditEntries } from "@/lib/oversight/audit-log/queries";
import { countFacets } from "@/lib/oversight/case-list/count-facets";
import { listCases, readViewCounts } from "@/lib/oversight/case-list/queries";
import type { CaseListView } from "@/lib/oversight/case-list/types";
import { readMyWork } from "@/lib/oversight/my-work/queries";
import { readNavCounts } from "@/lib/oversight/my-work/read-nav-counts";
import { findCases } from "@/lib/oversight/search/queries";
import { askedSizes, interleave, type Measurement, quantile, round, superuserUrl } from "./harness";
import { type BigOrganisation, makeBigOrganisation } from "./support/big-organisation";
import { statementsOfRead, statementsOfWrite } from "./support/plans";

const [cases = 0] = askedSizes([2_000], 60);
const n = 200;

type Statement = Awaited<ReturnType<typeof statementsOfRead>>[number];
type World = { big: BigOrganisation; app: postgres.Sql; bare: postgres.Sql; caseIds: string[] };

/** What drizzle sends is JSON already. */
const json = { to: 114, from: [114, 3802], serialize: (text: string) => text, parse: JSON.parse };

/**
 * What the wall costs: the very statements of each page and command in a transaction, as the app's role in a signed
 * context, beside the same ones as a role that row-level security does not bind, in turns.
 */
export async function bench(): Promise<Measurement[]> {
  const big = await makeBigOrganisation(cases);
  const options = { max: 1, onnotice: () => {}, types: { json } };
  const app = postgres(process.env.DATABASE_URL ?? "", options);
  const bare = postgres(superuserUrl(), options);
  try {
    const rows = await bare<{ id: string }[]>`
      select id from app.cases where org_id = ${big.org.id} and closed_at is null order by id limit 400`;
    const world = { big, app, bare, caseIds: rows.map(({ id }) => id) };
    return [...(await contextOf(world)), ...(await pagesOf(world)), ...(await changesOf(world))];
  } finally {
    await Promise.all([app.end(), bare.end()]);
  }
}

/** The session looked up, its context signed, and one part of it checked; beside an empty transaction. */
async function contextOf({ big, app, bare }: World): Promise<Measurement[]> {
  const with_ = () =>
    app.begin("read only", async (tx) => {
      await tx`select ctx.enter(${big.supervisor.token})`;
      await tx`select ctx.org()`;
    });
  const without = () =>
    bare.begin("read only", async (tx) => {
      await tx`select 1`;
    });
  const run = await interleave(with_, without, { n: n * 5 });
  return [lineOf("context of a transaction", run, "target: less than 1 ms more")];
}

async function pagesOf(world: World): Promise<Measurement[]> {
  const { ctx } = world.big.supervisor;
  const caseId = world.caseIds[0] ?? "";
  const first: CaseListView = { filters: {}, sort: { key: "due", dir: "asc" } };
  const reads: [string, () => Promise<Statement[]>][] = [
    ["cases table", () => statementsOfRead(ctx, (scoped) => listCases(scoped, first))],
    [
      "cases table by risk",
      () => statementsOfRead(ctx, (scoped) => listCases(scoped, { ...first, filters: { risk: ["high"] } })),
    ],
    [
      "all of the cases page",
      () =>
        statementsOfRead(ctx, async (scoped) => {
          await listCases(scoped, first);
          await readViewCounts(scoped);
          await countFacets(scoped, {});
          await readNavCounts(scoped);
        }),
    ],
    [
      "one case with its ladder",
      () => statementsOfRead(ctx, async (scoped) => ladderOf(scoped, await findCase(scoped, caseId))),
    ],
    ["my work", () => statementsOfRead(ctx, (scoped) => readMyWork(scoped))],
    ["search by a pseudonym", () => statementsOfRead(ctx, (scoped) => findCases(scoped, "Marula"))],
    ["a page of the log", () => statementsOfRead(ctx, (scoped) => listAuditEntries(scoped, {}))],
  ];
  const found: Measurement[] = [];
  for (const [name, take] of reads) found.push(await besides(world, name, await take()));
  return found;
}

async function besides({ big, app, bare }: World, name: string, statements: Statement[]): Promise<Measurement> {
  const replay = async (tx: postgres.TransactionSql) => {
    for (const { sql, params } of statements) await tx.unsafe(sql, params as string[], { prepare: true });
  };
  const with_ = () =>
    app.begin("read only", async (tx) => {
      await tx`select ctx.enter(${big.supervisor.token})`;
      await replay(tx);
    });
  const run = await interleave(with_, () => bare.begin("read only", replay), { n });
  return lineOf(`${cases} cases, ${name}`, run, `${statements.length} statements`);
}

/** The command as a form calls it, audit and all, beside its bare writes. */
async function changesOf({ big, bare, caseIds }: World): Promise<Measurement[]> {
  const risks = ["high", "elevated", "standard"];
  const { ctx } = big.supervisor;
  let at = 0;
  const next = () => {
    at += 1;
    return { caseId: caseIds[at % caseIds.length] ?? "", risk: risks[at % 3], reason: `Turn ${at}`, version: at };
  };
  const act = () => changeRisk(ctx, { ...next(), version: undefined }).catch(unchanged);
  const statements = (await statementsOfWrite(act)).filter(({ sql }) => /^\s*(update|insert|select)/i.test(sql));
  const bareWrites = statements.filter(({ sql }) => /^(update|select) .*"app"\."cases"/is.test(sql));
  const floor = () =>
    bare.begin(async (tx) => {
      for (const { sql, params } of bareWrites) await tx.unsafe(sql, params as string[], { prepare: true });
    });
  const run = await interleave(act, floor, { n });
  const note = `${statements.length} statements with record version, audit and seal; floor: its ${bareWrites.length} on the case itself`;
  return [lineOf(`${cases} cases, risk of one changed`, run, note)];
}

/** The risk was that already, or the form was old: the wall has done its work all the same. */
function unchanged(error: unknown): void {
  if ((error as { code?: string }).code !== "conflict") throw error;
}

function lineOf(name: string, run: Awaited<ReturnType<typeof interleave>>, note: string): Measurement {
  const more = `${round(run.ours.p50 - run.floor.p50)} ms more; p95 ${round(run.ours.p95)} beside ${round(run.floor.p95)} ms`;
  return {
    name: `${name}, p50`,
    n: run.ours.all.length,
    unit: "ms",
    ours: round(run.ours.p50),
    floor: round(run.floor.p50),
    ratio: round(run.ours.p50 / run.floor.p50),
    note: [
      more,
      `least ${round(quantile(run.ours.all, 0))} beside ${round(quantile(run.floor.all, 0))}`,
      note,
      run.note,
    ]
      .filter(Boolean)
      .join("; "),
  };
}
