import { expect, test } from "vitest";
import { caseSteps, references } from "@/db/schema";
import { inScope } from "@/lib/access/ctx";
import { readReports } from "@/lib/figures/queries";
import { addDays } from "@/lib/platform/calendar";
import { newId } from "@/lib/platform/ids";
import { officeToday } from "@/lib/work/rules";
import { makeOrg } from "../../support/org";
import { plantCase } from "../../support/plant";

test("the answer of a platform counts from the day on which that platform was told", async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  const today = officeToday(worker.now);
  const openedAt = new Date(worker.now.getTime() - 25 * 86_400_000);
  for (let at = 0; at < 6; at += 1) {
    const caseId = await plantCase(worker, { number: at + 1, openedAt });
    await inScope(worker, "read write", async ({ db, orgId, now }) => {
      const step = { orgId, caseId, stepKey: "platform-reports", state: "submitted" as const, updatedAt: now };
      await db.insert(caseSteps).values([
        { ...step, part: "facebook", submittedOn: addDays(today, -20) },
        { ...step, part: "instagram", submittedOn: addDays(today, -4) },
      ]);
      const canonical = `IG-${at}-${caseId.slice(-6)}`;
      await db.insert(references).values({
        ...{ id: newId(), orgId, caseId, kind: "platform_report", state: "issued", raw: canonical, canonical },
        ...{ issuer: "Instagram", issuedOn: addDays(today, -2), recordedAt: now },
      });
    });
  }
  const supervisor = await org.as("supervisor");
  const filter = { from: addDays(today, -29), to: today, memberId: null, pair: null };
  const report = (await readReports(supervisor, filter)).find((one) => one.name === "platforms");
  const row = report?.rows.find((one) => one.label === "Instagram");
  expect(row?.cells).toMatchObject([
    { is: "count", n: 6 },
    { is: "count", n: 6 },
    { is: "days", days: 2 },
  ]);
});
