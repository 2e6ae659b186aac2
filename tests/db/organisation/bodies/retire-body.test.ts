import { expect, test } from "vitest";
import { retireBody } from "@/lib/organisation/bodies/commands/retire-body";
import { offerBodies } from "@/lib/organisation/bodies/queries";
import { newStation } from "@/tests/support/bodies";
import { makeOrg } from "@/tests/support/org";

test("no form proposes a body out of use", async () => {
  const org = await makeOrg();
  const boss = await org.as("supervisor");
  const id = await newStation(boss, "Toevoorbeeld");
  await retireBody(boss, { bodyRef: id, note: "It was closed." });
  const offered = await offerBodies(boss, { countries: ["ZA"] });
  expect(offered.map(({ ref }) => ref)).not.toContain(id);
  await expect(retireBody(boss, { bodyRef: id, note: "Again." })).rejects.toMatchObject({ code: "conflict" });
});
