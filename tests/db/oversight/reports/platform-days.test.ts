import { expect, test } from "vitest";
import { caseSteps, references } from "@/db/schema";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { officeToday } from "@/lib/law/office/rules";
import { readReports } from "@/lib/oversight/reports/queries";
import { newId } from "@/lib/platform/ids";
import { addDays } from "@/lib/platform/time/calendar";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

test("the answer of a platform counts from the day on which that platform was told", async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  const today = officeToday(worker.now);
  const openedAt = new Date(worker.now.getTime() - 25 * 86_400_000);
  for (let at = 0; at < 6; at += 1) {
    const caseId = await plantCase(worker, { number: at + 1, openedAt });
    await withTransaction(worker, "read write", async ({ db, orgId, now }) => {
      const step = { orgId, caseId, stepKey: "platform-reports", state: "submitted" as const, updatedAt: now };
      await db.insert(caseSteps).values([
        { ...step, part: "facebook", submittedOn: addDays(today, -20) },
        { ...step, part: "instagram", submittedOn: addDays(today, -4) },
      ]);
      const canonical = `IG-${at}-${caseId.slice(-6)}`;
      await db.insert(references).values({
        id: newId(),
        orgId,
        caseId,
        kind: "platform_report",
        state: "issued",
        raw: canonical,
        canonical,
        issuer: "Instagram",
        issuedOn: addDays(today, -2),
        recordedAt: now,
      });
    });
  }
  const supervisor = await org.as("supervisor");
  const filter = { from: addDays(today, -29), to: today, memberId: null, pair: null };
  const reports = await readReports(supervisor, filter);
  const row = reports
    .find((report) => report.name === "platforms")
    ?.rows.find((report) => report.label === "Instagram");
  expect(row?.cells).toMatchObject([
    { is: "count", n: 6 },
    { is: "count", n: 6 },
    { is: "days", days: 2 },
  ]);
  // The first number of the kind came from the platform that was told last.
  const first = reports
    .find((report) => report.name === "numbers")
    ?.rows.find((row) => row.key === "number.platform_report");
  expect(first?.cells.at(-1)).toMatchObject({ is: "days", days: 2 });
});

test("a platform is known by each of its names, and a number without a name is of the only one that was told", async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  const today = officeToday(worker.now);
  const openedAt = new Date(worker.now.getTime() - 25 * 86_400_000);
  const plant = async (number: number, part: string, issuer: string | null) => {
    const caseId = await plantCase(worker, { number, openedAt });
    await withTransaction(worker, "read write", async ({ db, orgId, now }) => {
      const step = { orgId, caseId, stepKey: "platform-reports", state: "submitted" as const, updatedAt: now };
      await db.insert(caseSteps).values({ ...step, part, submittedOn: addDays(today, -4) });
      const canonical = `YT-${number}-${caseId.slice(-6)}`;
      await db.insert(references).values({
        id: newId(),
        orgId,
        caseId,
        kind: "platform_report",
        state: "issued",
        raw: canonical,
        canonical,
        issuer,
        issuedOn: addDays(today, -1),
        recordedAt: now,
      });
    });
  };
  for (const [at, issuer] of ["YouTube", "Google", "You Tube", "YouTube and Google", "youtube"].entries())
    await plant(at + 1, "youtube", issuer);
  for (const [at, issuer] of [null, "Platform", null, null, null].entries()) await plant(at + 6, "tiktok", issuer);
  const supervisor = await org.as("supervisor");
  const filter = { from: addDays(today, -29), to: today, memberId: null, pair: null };
  const { rows = [] } = (await readReports(supervisor, filter)).find((report) => report.name === "platforms") ?? {};
  expect(rows.map((row) => [row.key, row.cells[0], row.cells[2]])).toEqual(
    expect.arrayContaining([
      [expect.stringContaining("youtube"), expect.objectContaining({ n: 5 }), { is: "days", days: 3 }],
      [expect.stringContaining("other"), expect.objectContaining({ n: 5 }), { is: "days", days: 3 }],
    ]),
  );
});
