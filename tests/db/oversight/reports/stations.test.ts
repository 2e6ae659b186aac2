import { expect, test } from "vitest";
import { caseSteps, references } from "@/db/schema";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { officeToday } from "@/lib/law/office/rules";
import { listCases } from "@/lib/oversight/case-list/queries";
import { readReports } from "@/lib/oversight/reports/queries";
import { newId } from "@/lib/platform/ids";
import { addDays } from "@/lib/platform/time/calendar";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

test("days to a number are counted by station, and each number opens the list that it counts", async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  const today = officeToday(worker.now);
  const openedAt = new Date(worker.now.getTime() - 25 * 86_400_000);
  const plant = async (number: number, station: string, days: number) => {
    const caseId = await plantCase(worker, { number, openedAt });
    await withTransaction(worker, "read write", async ({ db, orgId, now }) => {
      const submittedOn = addDays(today, -days - 1);
      const step = { orgId, caseId, stepKey: "docket", part: "", updatedAt: now };
      await db.insert(caseSteps).values({ ...step, submittedOn, state: "done", outcomeOn: today });
      await db.insert(references).values({
        id: newId(),
        orgId,
        caseId,
        kind: "cas",
        state: "issued",
        raw: `${number}/11/2026`,
        canonical: `${station} ${number}/11/2026`,
        issuer: station,
        issuedOn: addDays(today, -1),
        recordedAt: now,
      });
    });
  };
  for (const [at, days] of [2, 4, 9].entries()) await plant(at + 1, "Voorbeeldfontein", days);
  await plant(4, "Fynbos Road", 1);
  const supervisor = await org.as("supervisor");
  const filter = { from: addDays(today, -29), to: today, memberId: null, pair: null };
  const report = (await readReports(supervisor, filter)).find(({ name }) => name === "stations");
  expect(report?.rows.map(({ label, cells }) => [label, ...cells])).toMatchObject([
    ["Voorbeeldfontein", { is: "count", n: 3 }, { is: "days" }],
    ["Fynbos Road", { is: "count", n: 1 }, { is: "days" }],
  ]);
  const list = report?.rows[0]?.cells[0];
  const counted = list?.is === "count" && list.list ? `station.${list.list.key}` : "";
  const listed = (filters: object) =>
    listCases(supervisor, { filters: { status: ["open", "closed"], ...filters }, sort: { key: "opened", dir: "asc" } });
  expect((await listed({ counted, from: filter.from, to: filter.to })).rows).toHaveLength(3);
});
