import { expect, test } from "vitest";
import { reportBody } from "@/lib/organisation/bodies/commands/report-body";
import { settleReport } from "@/lib/organisation/bodies/commands/settle-report";
import { readBody } from "@/lib/organisation/bodies/queries";
import { newStation } from "@/tests/support/bodies";
import { makeOrg } from "@/tests/support/org";

test("a report that is none is settled once, by whoever keeps the directory", async () => {
  const org = await makeOrg();
  const boss = await org.as("supervisor");
  const id = await newStation(boss);
  await reportBody(boss, { bodyRef: id, note: "The phone is another." });
  await settleReport(boss, { bodyRef: id });
  expect((await readBody(boss, id)).standing).toBe("confirmed");
  await expect(settleReport(boss, { bodyRef: id })).rejects.toMatchObject({ code: "conflict" });
});
