import { expect, test } from "vitest";
import { restoreBody } from "@/lib/organisation/bodies/commands/restore-body";
import { retireBody } from "@/lib/organisation/bodies/commands/retire-body";
import { newStation } from "@/tests/support/bodies";
import { makeOrg } from "@/tests/support/org";

test("a body comes back unless another took its place", async () => {
  const org = await makeOrg();
  const boss = await org.as("supervisor");
  const id = await newStation(boss, "Weervoorbeeld");
  await retireBody(boss, { bodyRef: id, note: "It was closed." });
  await newStation(boss, "Weervoorbeeld");
  await expect(restoreBody(boss, { bodyRef: id })).rejects.toMatchObject({ code: "conflict" });
});
