import { expect, test } from "vitest";
import { readBodyImport } from "@/lib/organisation/bodies/imports/queries";
import { readBody } from "@/lib/organisation/bodies/queries";
import { listedStation, startList } from "@/tests/support/bodies";
import { makeOrg } from "@/tests/support/org";

test("a list that was read is numbered, knows its columns and is seen by no other organisation", async () => {
  const org = await makeOrg();
  const admin = await org.as("admin");
  const id = await startList(admin, [listedStation("Eerste Voorbeeld")]);
  expect(await readBodyImport(admin, id)).toMatchObject({ number: 1, state: "checked", counts: { new: 1 } });
  const other = await makeOrg();
  await expect(readBodyImport(await other.as("admin"), id)).rejects.toMatchObject({ code: "not_found" });
  await expect(readBody(admin, id)).rejects.toMatchObject({ code: "not_found" });
});
