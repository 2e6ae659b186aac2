import { beforeAll, expect, test } from "vitest";
import { addPlanEntry } from "@/lib/casework/safety/plans/add-plan-entry";
import { recordSafetyReview } from "@/lib/casework/safety/reviews/record-safety-review";
import { officeToday } from "@/lib/law/office/rules";
import { countCases } from "@/lib/oversight/case-list/queries";
import { exportReport } from "@/lib/oversight/reports/export-report";
import { planStateLabels } from "@/lib/oversight/reports/labels";
import { readReports } from "@/lib/oversight/reports/queries";
import { writeCounted } from "@/lib/oversight/reports/rules";
import type { Audience, Cell } from "@/lib/oversight/reports/types";
import { addDays } from "@/lib/platform/time/calendar";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { flatPagesOf } from "@/tests/support/pdf";
import { plantCase } from "@/tests/support/plant";

/** Six plans gone through in the period, five that were not, three cases without a plan, and a closed one. */
let org: Org;
let worker: Person;
let supervisor: Person;
let today: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker", "Ann");
  supervisor = await org.person("supervisor");
  today = officeToday(worker.ctx.now);
  for (let n = 0; n < 6; n++) await withPlan(addDays(today, -n));
  for (let n = 0; n < 4; n++) await withPlan(null);
  await withPlan(addDays(today, -60));
  for (let n = 0; n < 3; n++) await plantCase(worker.ctx);
  await plantCase(worker.ctx, { closedAt: worker.ctx.now });
});

async function withPlan(reviewedOn: string | null): Promise<void> {
  const caseId = await plantCase(worker.ctx);
  await addPlanEntry(worker.ctx, { caseId, section: "worse", what: "Phone 10111" });
  if (reviewedOn) await recordSafetyReview(worker.ctx, { caseId, about: "plan", reviewedOn });
}

async function plansFor(audience: Audience) {
  const filter = { from: addDays(today, -29), to: today, memberId: null, pair: null };
  const report = (await readReports(supervisor.ctx, filter, audience)).find(({ name }) => name === "safety");
  if (!report) throw new Error("no report");
  return report;
}

const bare = (cell: Cell | undefined) => (cell?.is === "count" ? cell.n : cell?.is);

test("a supervisor sees every open case by its plan, and each number is the length of the list that it opens", async () => {
  const report = await plansFor("screen");
  expect(report.rows.map(({ label, cells }) => [label, ...cells.map(bare)])).toEqual([
    [planStateLabels.reviewed, 6],
    [planStateLabels.written, 5],
    [planStateLabels.none, 3],
  ]);
  expect(report.total?.map(bare)).toEqual([14]);
  for (const cell of [...report.rows.flatMap(({ cells }) => cells), ...(report.total ?? [])]) {
    if (cell.is !== "count" || !cell.list) throw new Error("a number opens no list");
    const counted = writeCounted(cell.list);
    expect(await countCases(supervisor.ctx, { counted, from: addDays(today, -29), to: today })).toBe(cell.n);
  }
});

test("a file hides three, and one more, from which three could be worked out; donors are told nothing of it", async () => {
  const report = await plansFor("file");
  const cells = report.rows.flatMap((row) => row.cells.map(bare));
  expect(cells[2]).toBe("few");
  expect([...cells, ...(report.total ?? []).map(bare)].filter((cell) => cell === "withheld")).not.toEqual([]);
  const { draw } = await exportReport(supervisor.ctx, { report: "donor", format: "pdf" });
  expect((await flatPagesOf(await draw())).join(" ")).not.toContain(planStateLabels.none);
});
