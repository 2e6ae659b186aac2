import { expect, test } from "vitest";
import { reportBody } from "@/lib/organisation/bodies/commands/report-body";
import { readBody } from "@/lib/organisation/bodies/queries";
import { newStation } from "@/tests/support/bodies";
import { makeOrg } from "@/tests/support/org";

test("a reported change is seen by everybody, with its words in the history", async () => {
  const org = await makeOrg();
  const worker = await org.as("caseworker");
  const id = await newStation(worker);
  await reportBody(worker, { bodyRef: id, note: "The phone is another." });
  const body = await readBody(await org.as("admin"), id);
  expect(body.standing).toBe("reported");
  expect(body.history[0]).toMatchObject({ act: "reported", note: "The phone is another." });
});
