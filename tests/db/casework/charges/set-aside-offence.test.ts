import { expect, test } from "vitest";
import { nameCharge } from "@/lib/casework/charges/name-charge";
import { readConsideration } from "@/lib/casework/charges/queries";
import { setAsideOffence } from "@/lib/casework/charges/set-aside-offence";
import { openSample } from "@/tests/support/case-form";
import { makeOrg } from "@/tests/support/org";

test("what the acts may reach is named until somebody names it or says why not; the last reason stands", async () => {
  const org = await makeOrg();
  const ctx = await org.as("caseworker");
  const { id: caseId } = await openSample(ctx);
  const keys = async () => (await readConsideration(ctx, caseId)).candidates.map(({ key }) => key);
  const all = await keys();
  expect(all).toEqual(expect.arrayContaining(["za-cca-14", "za-cca-15", "us-875c"]));
  await nameCharge(ctx, { caseId, homeOffence: "za-cca-15", thereOffence: "us-875c" });
  const aside = (offence: string, why: string) => setAsideOffence(ctx, { caseId, offence, why });
  await aside("za-cca-14", "Nobody else is told to do anything.");
  await aside("za-cca-14", "Nobody else is asked to act.");
  const now = await readConsideration(ctx, caseId);
  expect(now.considered).toMatchObject([{ key: "za-cca-14", why: "Nobody else is asked to act." }]);
  expect(await keys()).toEqual(all.filter((key) => !["za-cca-14", "za-cca-15", "us-875c"].includes(key)));
  await expect(aside("us-875c", "No")).rejects.toMatchObject({ code: "conflict" });
  await expect(aside("nothing", "No")).rejects.toMatchObject({ code: "invalid" });
  const stranger = await (await makeOrg()).as("supervisor");
  await expect(readConsideration(stranger, caseId)).rejects.toMatchObject({ code: "not_found" });
});
