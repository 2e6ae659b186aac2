import { expect, test } from "vitest";
import { officeToday } from "@/lib/law/office/rules";
import { countInBackground } from "@/lib/oversight/reports/count-in-background";
import { forgetCounts } from "@/lib/oversight/reports/forget-counts";
import { readCounted } from "@/lib/oversight/reports/queries";
import { filterOf } from "@/lib/oversight/reports/rules";
import { makeOrg } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

test("a person's figures are counted again when they ask, and nobody else's", async () => {
  const org = await makeOrg();
  const supervisor = await org.as("supervisor");
  const { ctx: colleague } = await org.person("supervisor");
  const asked = { period: "days30", from: null, to: null, member: null, pair: null } as const;
  const filter = filterOf(asked, officeToday(supervisor.now));
  await countInBackground(supervisor, filter);
  await countInBackground(colleague, filter);
  for (let at = 0; at < 6; at += 1) await plantCase(supervisor);
  await forgetCounts(supervisor, filter);
  const counted = await readCounted(supervisor, filter);
  expect(counted.countedAt).toBeNull();
  expect(counted.reports?.[0]?.total?.[0]).toMatchObject({ is: "count", n: 6 });
  expect((await readCounted(colleague, filter)).countedAt).toEqual(colleague.now);
  expect(await org.auditOf(org.id)).toContain("report.recounted");
});
