import { beforeAll, expect, test } from "vitest";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { officeToday } from "@/lib/law/office/rules";
import { countFacets } from "@/lib/oversight/case-list/count-facets";
import { countCases, listCases, readViewCounts } from "@/lib/oversight/case-list/queries";
import { readReports } from "@/lib/oversight/reports/queries";
import { listTeam } from "@/lib/oversight/team/list-team";
import { addDays } from "@/lib/platform/time/calendar";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

/** Counts that share a word share a definition, at any hour: also between midnight here and midnight at the case's home. */
let org: Org;
let worker: Person;
let supervisor: Ctx;

/** 01:30 in Johannesburg, 18:30 of the day before in New York. */
const night = new Date("2026-11-27T23:30:00Z");
const at = (ctx: Ctx): Ctx => ({ ...ctx, now: night });

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker", "Ann");
  supervisor = await org.as("supervisor");
  const today = officeToday(night);
  const plant = (pair: string, ago: number, over = {}) =>
    plantCase(worker.ctx, {
      pair,
      nextDueOn: addDays(today, -ago),
      nextDueLabel: "Answer",
      openedAt: new Date("2026-11-20T10:00:00Z"),
      ...over,
    });
  // Yesterday here is today in New York, so only the first of these two is overdue.
  await plant("ZA-US", 1);
  await plant("US-ZA", 1);
  await plant("US-ZA", 2);
  await plant("ZA-US", -7);
  await plant("ZA-US", -8);
  await plant("ZA-US", 3, { closedAt: new Date("2026-11-21T10:00:00Z"), nextDueOn: null });
});

test("overdue cases are one number on Team, in the views and in the filter of the list", async () => {
  const theirs = at(supervisor);
  const due = { due: ["overdue"] } as const;
  expect({
    team: (await listTeam(theirs)).find((team) => team.id === worker.memberId)?.overdue,
    view: (await readViewCounts(theirs)).overdue,
    list: await countCases(theirs, due),
    facet: (await countFacets(theirs, {})).counts.due.get("overdue"),
    views: (await countFacets(theirs, {})).views?.overdue,
  }).toEqual({ team: 2, view: 2, list: 2, facet: 2, views: 2 });
  const rows = await listCases(theirs, { filters: due, sort: { key: "due", dir: "asc" } });
  expect(rows.rows.map((row) => row.pair).toSorted()).toEqual(["US-ZA", "ZA-US"]);
});

test("a case with a limit in hours is overdue in every count as soon as its hour is over, and near until then", async () => {
  const own = await makeOrg();
  const who = await own.person("caseworker", "Bea");
  const all = await own.as("supervisor");
  const pair = "ZA-US";
  const nextDueOn = officeToday(night);
  const nextDueAt = new Date(night.getTime() + 60_000);
  await plantCase(who.ctx, { pair, nextDueOn, nextDueAt, nextDueLabel: "Check" });
  const counted = async (now: Date) => {
    const theirs = { ...all, now };
    const facets = await countFacets(theirs, {});
    const count = (due: "overdue" | "week") => countCases(theirs, { due: [due] });
    return {
      overdue: [
        (await listTeam(theirs))[0]?.overdue,
        (await readViewCounts(theirs)).overdue,
        await count("overdue"),
        facets.counts.due.get("overdue") ?? 0,
      ],
      near: [await count("week"), facets.counts.due.get("week") ?? 0],
    };
  };
  expect(await counted(night)).toEqual({ overdue: [0, 0, 0, 0], near: [1, 1] });
  expect(await counted(new Date(nextDueAt.getTime() + 1))).toEqual({ overdue: [1, 1, 1, 1], near: [0, 0] });
});

test("open cases are one number on Team, in the reports and in the list", async () => {
  const theirs = at(supervisor);
  const filter = { from: "2026-11-01", to: "2026-11-28", memberId: null, pair: null };
  const [caseload] = await readReports(theirs, filter);
  expect({
    team: (await listTeam(theirs)).reduce((all, row) => all + row.open, 0),
    reports: caseload?.total?.[0],
    list: await countCases(theirs, {}),
    view: (await readViewCounts(theirs)).open,
  }).toEqual({ team: 5, reports: { is: "count", n: 5, list: { set: "open" } }, list: 5, view: 5 });
});
