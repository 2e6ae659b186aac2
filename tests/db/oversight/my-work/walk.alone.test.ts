import { beforeAll, expect, test, vi } from "vitest";
import { advanceLadder } from "@/lib/escalation/ladder/commands/advance-ladder";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { proved } from "@/tests/support/sessions";
import { playCase } from "@/tests/support/walk/random-case";
import { type CasePages, type Office, readCasePages, readDesk, readOffice } from "@/tests/support/walk/read-pages";
import { walkCase } from "@/tests/support/walk/walk-case";
import { walkDesk, walkOffice } from "@/tests/support/walk/walk-office";
import { walkPapers } from "@/tests/support/walk/walk-papers";

/** A third pair of countries beside those of the house. */
vi.hoisted(() => {
  process.env.LAW_DIR = `${process.cwd()}/tests/fixtures/law-invented`;
});

/**
 * No two pages, papers or packets disagree on a fact of cases that chance made. WALK_CASES says how many; WALK_SEED plays
 * one alone. Half past one at night here is the evening before in New York: the hour at which days differ.
 */
const seeds = process.env.WALK_SEED
  ? [Number(process.env.WALK_SEED)]
  : Array.from({ length: Number(process.env.WALK_CASES ?? 40) }, (_, at) => at + 1);
const now = new Date("2026-11-27T23:30:00Z");

let org: Org;
let owners: Person[];
let supervisor: Ctx;
let pages: CasePages[];
let office: Office;
const did = new Map<string, number>();

beforeAll(async () => {
  org = await makeOrg();
  owners = [
    await org.person("supervisor", "Ann"),
    await org.person("caseworker", "Bea"),
    await org.person("caseworker", "Cas"),
    await org.person("caseworker", "Dan"),
  ];
  supervisor = { ...owners[0]?.ctx, now } as Ctx;
  const service: Ctx = { ...org.service(), now };
  const made = [];
  for (const seed of seeds) {
    const owner = owners[seed % owners.length]?.ctx ?? supervisor;
    const madeCase = await playCase({ org, owner, now, did }, seed);
    await advanceLadder(service, { caseId: madeCase.caseId });
    made.push(madeCase);
  }
  pages = [];
  for (const { caseId } of made) pages.push(await readCasePages(supervisor, caseId));
  office = await readOffice(supervisor);
}, 900_000);

const partsOf = ({ levels }: CasePages["ladder"]) =>
  levels.flatMap(({ rows }) => rows.flatMap((row) => [row.home, row.there])).flatMap((card) => card?.parts ?? []);

const deskOf = (person: Person | undefined) => readDesk({ ...person?.ctx, now } as Ctx);

test("each case is the same in lists, on its pages and in a packet", async () => {
  const desks = new Map(await Promise.all(owners.map(async (owner) => [owner.memberId, await deskOf(owner)] as const)));
  const found = pages.flatMap((page) => walkCase({ pages: page, office, desk: desks.get(page.row.ownerId) ?? null }));
  expect(found).toEqual([]);
});

test("what is counted of many cases is the number of those cases", async () => {
  expect(walkOffice(office, pages)).toEqual([]);
  for (const owner of owners) {
    const supervises = owner.ctx.actor.role === "supervisor";
    expect(walkDesk(await deskOf(owner), owner.memberId, pages, supervises)).toEqual([]);
  }
});

test("sheets, statements and briefings hold what the record holds", async () => {
  const ctx: Ctx = { ...(await proved(supervisor)), now };
  const found: string[] = [];
  for (const page of pages.filter(({ row }) => row.closedAt === null)) {
    const playbook = newestPlaybooks().find(({ pair }) => pair === page.row.pair);
    if (playbook) found.push(...(await walkPapers(ctx, playbook, page)));
  }
  expect(found).toEqual([]);
});

test("the generated cases are of every pair and hold what a walk needs", () => {
  if (seeds.length < 40) return;
  const some = (has: (casePages: CasePages) => boolean) => pages.filter(has).length;
  expect({
    pairs: new Set(pages.map(({ row }) => row.pair)).size,
    minors: some(({ client }) => client.isMinor) > 2,
    stopped: some(({ stops }) => stops.stop !== null) > 0,
    closed: some(({ row }) => row.closedAt !== null) > 0,
    numbers: some(({ references }) => references.length > 1) > 10,
    odd:
      some(({ references }) => references.some((reference) => reference.state === "issued" && !reference.counts)) > 1,
    withOthers: some(({ ladder }) => ladder.mini.home.includes("w")) > 5,
    kept: some(({ forecasts }) => forecasts.some(({ forecast }) => forecast.state === "covered")) > 2,
    several: some(({ subjects }) => subjects.length > 1) > 3,
    refused: some(({ refusals }) => refusals.refusals.length > 0) > 2,
    reports: ["begin", "submit", "contact", "number", "outcome", "leave out", "take back"].filter(
      (act) => (did.get(act) ?? 0) < 2,
    ),
    split: some(({ ladder }) => partsOf(ladder).length > 1) > 5,
    mails: some(({ exhibits }) => exhibits.some(({ look }) => look?.kind === "eml")) > 1,
  }).toEqual({
    pairs: 3,
    minors: true,
    stopped: true,
    closed: true,
    numbers: true,
    odd: true,
    withOthers: true,
    kept: true,
    several: true,
    refused: true,
    reports: [],
    split: true,
    mails: true,
  });
});
