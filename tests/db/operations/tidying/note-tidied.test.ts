import { beforeAll, expect, test } from "vitest";
import { noteTidied } from "@/lib/operations/tidying/note-tidied";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
beforeAll(async () => {
  org = await makeOrg();
});

test("writes the counts into the log of its own organisation, each time it is asked", async () => {
  const other = await makeOrg();
  await noteTidied(org.service(), { removed: 3, spared: 0 });
  await noteTidied(org.service(), { removed: 0, spared: 50 });
  expect((await org.auditOf(org.id)).filter((action) => action === "files.tidied")).toHaveLength(2);
  expect(await other.auditOf(other.id)).not.toContain("files.tidied");
});

test("names the field that is wrong", async () => {
  await expect(noteTidied(org.service(), { removed: -1, spared: 0 })).rejects.toMatchObject({
    code: "invalid",
    fields: { removed: expect.any(String) },
  });
});
