import postgres from "postgres";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { reading } from "@/lib/kernel/access/query";
import { officeToday } from "@/lib/law/office/rules";
import { listStaff } from "@/lib/organisation/members/queries";
import { listCases, readViewCounts } from "@/lib/oversight/case-list/queries";
import type { CaseListView, CasePage } from "@/lib/oversight/case-list/types";
import { findCases } from "@/lib/oversight/search/queries";
import { interleave, type Measurement, measurements, reportProgress, sizeOf, superuserUrl } from "./harness";
import { type BigOrganisation, makeBigOrganisation } from "./support/big-organisation";
import { caseFloor } from "./support/floors";
import { replayOf, scanNote } from "./support/plans";
import { takeTurns, turnsOf } from "./support/take-turns";

const cases = sizeOf(10_000, 60);
const n = 300;
const deepPages = sizeOf(200, 2);

/** Server time of the case list and of the search box with 10,000 cases, beside bare SQL that passes no wall. */
export async function bench(): Promise<Measurement[]> {
  const big = await makeBigOrganisation(cases);
  const bare = postgres(superuserUrl(), { max: 1, onnotice: () => {} });
  try {
    return [...(await listsOf(big, bare)), ...(await searchesOf(big, bare)), ...(await pageOf(big, bare))];
  } finally {
    await bare.end();
  }
}

type Bare = postgres.Sql;

async function listsOf(big: BigOrganisation, bare: Bare): Promise<Measurement[]> {
  const { ctx } = big.supervisor;
  const owner = busiest(big);
  const sort = { key: "due", dir: "asc" } as const;
  const deep = await markAt(big, { filters: {}, sort: { key: "opened", dir: "asc" } }, deepPages);
  const filtered = { risk: ["high", "elevated"], owner: [owner], due: ["overdue"] } as const;
  const views: [string, CaseListView][] = [
    ["first page", { filters: {}, sort }],
    ["page filtered by risk, owner and overdue", { filters: filtered, sort }],
    [`page ${deepPages} by keyset`, { filters: {}, sort: { key: "opened", dir: "asc" }, cursor: deep }],
    ["page by the beginning of a pseudonym", { filters: { q: "Marula" }, sort: { key: "pseudonym", dir: "asc" } }],
  ];
  const found: Measurement[] = [];
  for (const [name, view] of views) {
    const floor = () => caseFloor(bare, { orgId: big.org.id, view, today: officeToday(ctx.now) });
    await requireSame(await listCases(ctx, view), await floor(), name);
    const run = await interleave(() => listCases(ctx, view), floor, { n });
    const note = await scanNote("cases", ctx, (scoped) => listCases(scoped, view));
    found.push(...noted(measurements(`cases 10k, ${name}`, run), note));
  }
  return found;
}

async function searchesOf(big: BigOrganisation, bare: Bare): Promise<Measurement[]> {
  const { ctx } = big.supervisor;
  const inventedCase = big.invented[Math.floor(cases * 0.7123)];
  const [cas, other] = inventedCase?.numbers ?? [];
  if (!inventedCase || !cas || !other) throw new Error("The large organisation is too small.");
  const [, serial = "", month = "", year = ""] = /(\d+)\/(\d+)\/(\d+)/.exec(cas.raw) ?? [];
  const spellings: [string, string][] = [
    ["number as issued", cas.raw],
    [
      "number with station, dashes and zeros",
      `${cas.station?.toUpperCase()} cas no: 0${serial}-${month.padStart(2, "0")}-${year}`,
    ],
    [
      "number in a pasted SMS",
      `Dear complainant, your case was registered, ${cas.raw} at ${cas.station}. Keep it safe.`,
    ],
    ["platform or IC3 number in small letters", other.raw.toLowerCase()],
    ["case code with spaces", inventedCase.code.replaceAll("-", " ").toLowerCase()],
    ["account handle", `@${inventedCase.handle}`],
    ["pseudonym's beginning", "Marula"],
  ];
  const found: Measurement[] = [];
  const next = await takeTurns(big.org, "supervisor", spellings.length * (turnsOf(n) + 1));
  for (const [name, typed] of spellings) {
    const { hits } = await findCases(next(), typed);
    if (!hits.some((hit) => hit.code === inventedCase.code) && typed !== "Marula")
      throw new Error(`${typed} finds nothing.`);
    const floor = await replayOf(bare, ctx, (scoped) => findCases(scoped, typed));
    const run = await interleave(() => findCases(next(), typed), floor.run, { n });
    const scan = await scanNote("cases", ctx, (scoped) => findCases(scoped, typed));
    const note = `floor: the same ${floor.statements} statements without wall; ${scan}`;
    found.push(...noted(measurements(`search 20k numbers, ${name}`, run), note));
  }
  return found;
}

/** Everything that the page of cases asks, the check of the session before it. */
async function pageOf(big: BigOrganisation, bare: Bare): Promise<Measurement[]> {
  const view: CaseListView = { filters: {}, sort: { key: "due", dir: "asc" } };
  const whole = async () => {
    const ctx = await ctxFromToken(big.supervisor.token);
    if (!ctx) throw new Error("The session has ended.");
    return reading(ctx, async (scoped) => [
      await listStaff(scoped),
      await listCases(scoped, view),
      await readViewCounts(scoped),
    ]);
  };
  const { now } = big.supervisor.ctx;
  const floor = () => caseFloor(bare, { orgId: big.org.id, view, today: officeToday(now) });
  const run = await interleave(whole, floor, { n });
  const note = "session check, staff, page and four counts; floor: the page alone";
  return noted(measurements("cases 10k, all that the page asks", run), note);
}

function noted(found: Measurement[], note: string): Measurement[] {
  reportProgress(found);
  return found.map((measurement) => ({ ...measurement, note: [measurement.note, note].filter(Boolean).join("; ") }));
}

function busiest({ caseworkers, invented }: BigOrganisation): string {
  const count = (at: number) => invented.filter((inventedCase) => inventedCase.owner === at).length;
  const [most] = caseworkers
    .map((person, at) => ({ id: person.memberId, cases: count(at) }))
    .sort((a, b) => b.cases - a.cases);
  return most?.id ?? "";
}

/** Walks the list to a page far in, as a person would by "next", and keeps its mark. */
async function markAt(big: BigOrganisation, view: CaseListView, pages: number): Promise<CaseListView["cursor"]> {
  let cursor: CaseListView["cursor"];
  for (let page = 1; page < pages; page += 1) {
    const { after } = await listCases(big.supervisor.ctx, { ...view, cursor });
    if (!after) throw new Error(`The list ended on page ${page}.`);
    cursor = { mark: after, side: "after" };
  }
  return cursor;
}

/** The floor answers the same question: otherwise the two numbers have nothing to do with each other. */
async function requireSame(page: CasePage, floor: { ids: string[]; total: number }, name: string): Promise<void> {
  const ids = page.rows.map((row) => row.id);
  if (ids.length === 0) throw new Error(`${name}: nothing to measure.`);
  if (ids.join() !== floor.ids.join() || page.total !== floor.total)
    throw new Error(`${name}: the floor asks something else.`);
}
