import { expect, test } from "vitest";
import { readSteps } from "@/lib/operations/installation/queries";
import { openSteps } from "@/lib/operations/installation/rules";
import { skipStep } from "@/lib/operations/installation/skip-step";
import { makeOrg } from "@/tests/support/org";

const results = [
  { key: "mail", state: "ok" },
  { key: "time", state: "missing" },
  { key: "scanner", state: "missing" },
] as const;

test("a skipped step leaves the first steps, until it is taken up again; what is in order is none", async () => {
  const ctx = await (await makeOrg()).as("admin");
  const open = async () => openSteps(results, (await readSteps(ctx)).skipped);
  expect(await open()).toEqual(["time", "scanner"]);
  await skipStep(ctx, { step: "scanner", skip: "yes" });
  expect(await open()).toEqual(["time"]);
  await skipStep(ctx, { step: "scanner", skip: "no" });
  expect(await open()).toEqual(["time", "scanner"]);
});
