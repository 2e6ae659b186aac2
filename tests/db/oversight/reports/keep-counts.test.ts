import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { officeToday } from "@/lib/law/office/rules";
import { clearCounts } from "@/lib/oversight/reports/clear-counts";
import { countInBackground } from "@/lib/oversight/reports/count-in-background";
import { exportReport } from "@/lib/oversight/reports/export-report";
import { keepCounts } from "@/lib/oversight/reports/keep-counts";
import { readCounted } from "@/lib/oversight/reports/queries";
import { filterOf, SlowToCount } from "@/lib/oversight/reports/rules";
import { addHours } from "@/lib/platform/time/clock";
import { makeOrg } from "@/tests/support/org";

const asked = { period: "days30", from: null, to: null, member: null, pair: null } as const;
const filterFor = (ctx: Ctx) => filterOf(asked, officeToday(ctx.now));

test("what could not be counted in time says so on the page, and gives no file", async () => {
  const supervisor = await (await makeOrg()).as("supervisor");
  const filter = filterFor(supervisor);
  await keepCounts(supervisor, { ...filter, figures: null });
  expect(await readCounted(supervisor, filter)).toEqual({ reports: null, countedAt: supervisor.now });
  await expect(exportReport(supervisor, { report: "caseload", format: "csv" })).rejects.toBeInstanceOf(SlowToCount);
});

test("what was counted goes at night after a day", async () => {
  const org = await makeOrg();
  const supervisor = await org.as("supervisor");
  const filter = filterFor(supervisor);
  const then = { ...supervisor, now: addHours(supervisor.now, -25) };
  await countInBackground(then, filter);
  await countInBackground(supervisor, { ...filter, pair: "US-ZA" });
  const kept = () =>
    withTransaction(supervisor, "read only", ({ db }) => db.execute(sql`select pair from app.report_counts`));
  await countInBackground(then, filter);
  expect([...(await kept())]).toHaveLength(2);
  await clearCounts(org.service());
  expect([...(await kept())]).toEqual([{ pair: "US-ZA" }]);
});
