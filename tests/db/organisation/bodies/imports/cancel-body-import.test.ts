import { expect, test } from "vitest";
import { cancelBodyImport } from "@/lib/organisation/bodies/imports/commands/cancel-body-import";
import { runBodyImport } from "@/lib/organisation/bodies/imports/commands/run-body-import";
import { listedStation, startList } from "@/tests/support/bodies";
import { makeOrg } from "@/tests/support/org";

test("a list that was given up cannot be imported", async () => {
  const org = await makeOrg();
  const admin = await org.as("admin");
  const id = await startList(admin, [listedStation("Laaste Voorbeeld")]);
  await cancelBodyImport(admin, { importId: id });
  await expect(runBodyImport(admin, { importId: id })).rejects.toMatchObject({ code: "conflict" });
});
