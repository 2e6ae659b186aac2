import postgres from "postgres";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { changeRisk } from "@/lib/casework/cases/commands/change-risk";
import type { Ctx, TxCtx } from "@/lib/kernel/access/ctx";
import { officeToday } from "@/lib/law/office/rules";
import { listCases } from "@/lib/oversight/case-list/queries";
import { type CaseListView, type CaseSort, caseSorts } from "@/lib/oversight/case-list/types";
import { readMyWork } from "@/lib/oversight/my-work/queries";
import { readReports } from "@/lib/oversight/reports/queries";
import { filterOf } from "@/lib/oversight/reports/rules";
import { listTeam } from "@/lib/oversight/team/list-team";
import {
  askedSizes,
  interleave,
  type Measurement,
  measurements,
  reportProgress,
  round,
  sizeOf,
  superuserUrl,
} from "./harness";
import { type BigOrganisation, makeBigOrganisation } from "./support/big-organisation";
import { caseFloor } from "./support/floors";
import { fillEvents } from "./support/many-events";
import { fillReferences } from "./support/many-references";
import { replayOf, scanNote } from "./support/plans";

const sizes = askedSizes([10_000, 100_000], 60);
const numbersEach = 10;
const eventsEach = 20;
const n = 100;
const deepPages = sizeOf(200, 2);

/** What drizzle sends is JSON already. */
const json = { to: 114, from: [114, 3802], serialize: (text: string) => text, parse: JSON.parse };

type World = { big: BigOrganisation; bare: postgres.Sql; size: number };
type Read = (ctx: Ctx | TxCtx) => Promise<unknown>;

/**
 * The cases table, the boards and the reports with ten numbers and twenty events for each case, beside the bare
 * queries of the same run; and how much longer each takes with ten times as many cases.
 */
export async function bench(): Promise<Measurement[]> {
  const bare = postgres(superuserUrl(), { max: 1, onnotice: () => {}, types: { json } });
  const found: Measurement[][] = [];
  try {
    for (const size of sizes) {
      const big = await makeBigOrganisation(size);
      await fillReferences(bare, big.org.id, size * (numbersEach - 2));
      await fillEvents(bare, big.org.id, size * eventsEach);
      const world = { big, bare, size };
      found.push([...(await pagesOf(world)), ...(await boardsOf(world)), ...(await changesOf(world))]);
    }
  } finally {
    await bare.end();
  }
  return [...found.flat(), ...growth(found)];
}

/** With the check of the session, as a request does it; the floor is hand-written SQL on one connection. */
async function pagesOf({ big, bare, size }: World): Promise<Measurement[]> {
  const { ctx } = big.supervisor;
  const due = { key: "due", dir: "asc" } as const;
  const opened = { key: "opened", dir: "asc" } as const;
  const filtered = { risk: ["high"], owner: [big.caseworkers[0]?.memberId ?? ""] } as const;
  const cursor = await markAt(big, { filters: {}, sort: opened });
  const views: [string, CaseListView][] = [
    ["first page", { filters: {}, sort: due }],
    ["filtered by risk and owner", { filters: filtered, sort: due }],
    [`page ${deepPages}`, { filters: {}, sort: opened, cursor }],
  ];
  const found: Measurement[] = [];
  for (const [name, view] of views) {
    const floor = () => caseFloor(bare, { orgId: big.org.id, view, today: officeToday(ctx.now) });
    const run = await interleave(() => asRequest(big, (fresh) => listCases(fresh, view)), floor, { n });
    found.push(...reported(await noted(measurements(named(size, name), run), big, (fresh) => listCases(fresh, view))));
  }
  for (const key of caseSorts) found.push(...(await sorted({ big, bare, size }, key)));
  return found;
}

async function sorted(world: World, key: CaseSort): Promise<Measurement[]> {
  const found: Measurement[] = [];
  for (const dir of ["asc", "desc"] as const) {
    const view: CaseListView = { filters: {}, sort: { key, dir } };
    found.push(...(await besideItself(world, `sorted by ${key}, ${dir}`, (ctx) => listCases(ctx, view))));
  }
  return found;
}

async function boardsOf(world: World): Promise<Measurement[]> {
  const { ctx } = world.big.supervisor;
  const asked = { period: "year", from: null, to: null, member: null, pair: null } as const;
  const filter = filterOf(asked, officeToday(ctx.now));
  return [
    ...(await besideItself(world, "my work", (fresh) => readMyWork(fresh), 30)),
    ...(await besideItself(world, "team board", (fresh) => listTeam(fresh), 30)),
    ...(await besideItself(world, "all reports of a year", (fresh) => readReports(fresh, filter), 10)),
  ];
}

/** The floor is the very statements, kept prepared, for a role without a wall. Boards ask too many to explain each. */
async function besideItself({ big, bare, size }: World, name: string, read: Read, times = n): Promise<Measurement[]> {
  const floor = await replayOf(bare, big.supervisor.ctx, read);
  const run = await interleave(() => asRequest(big, read), floor.run, { n: times });
  const found = measurements(named(size, name), run);
  return reported(times < n ? found : await noted(found, big, read));
}

async function noted(found: Measurement[], big: BigOrganisation, read: Read): Promise<Measurement[]> {
  const note = await scanNote("cases", big.supervisor.ctx, read);
  return found.map((measurement) => ({ ...measurement, note: [measurement.note, note].filter(Boolean).join("; ") }));
}

/** A change of the risk through the command, with its audit entry and its job, beside a bare update that lasts. */
async function changesOf({ big, bare, size }: World): Promise<Measurement[]> {
  const rows = await bare<{ id: string }[]>`
    select id from app.cases where org_id = ${big.org.id} and closed_at is null order by id limit 400`;
  let at = 0;
  const next = () => rows[at++ % rows.length]?.id ?? "";
  const risks = ["high", "elevated", "standard"];
  const ours = () => {
    const change = { caseId: next(), risk: risks[at % 3], reason: `Turn ${at}` };
    return asRequest(big, (ctx) => changeRisk(ctx, change).catch(sameRisk));
  };
  const floor = async () => bare`update app.cases set last_activity_at = now() where id = ${next()}`;
  return reported(measurements(named(size, "risk of one case changed"), await interleave(ours, floor, { n })));
}

function reported(found: Measurement[]): Measurement[] {
  reportProgress(found);
  return found;
}

/** The risk was that already: the command has done its work all the same. */
function sameRisk(error: unknown): void {
  if ((error as { code?: string }).code !== "conflict") throw error;
}

async function asRequest(big: BigOrganisation, act: (ctx: Ctx) => Promise<unknown>): Promise<unknown> {
  const ctx = await ctxFromToken(big.supervisor.token);
  if (!ctx) throw new Error("The session has ended.");
  return act(ctx);
}

async function markAt(big: BigOrganisation, view: CaseListView): Promise<CaseListView["cursor"]> {
  let cursor: CaseListView["cursor"];
  for (let page = 1; page < deepPages; page += 1) {
    const { after } = await listCases(big.supervisor.ctx, { ...view, cursor });
    if (!after) throw new Error(`The list ended on page ${page}.`);
    cursor = { mark: after, side: "after" };
  }
  return cursor;
}

const named = (size: number, what: string): string => `cases ${size / 1000}k, ${what}`;

/** How many times longer each median takes in the largest organisation than in the smallest. */
function growth(found: Measurement[][]): Measurement[] {
  const small = found[0];
  const large = found.at(-1);
  if (!small || !large || small === large) return [];
  const bare = (name: string) => name.replace(/^cases \d+k, /, "");
  return large.flatMap((item) => {
    const before = small.find((measurement) => bare(measurement.name) === bare(item.name));
    if (!before || !item.name.endsWith("p50")) return [];
    const ratio = round(item.ours / before.ours);
    return [{ ...item, name: `growth, ${bare(item.name)}`, floor: before.ours, ratio, note: "floor: the smaller one" }];
  });
}
