import { beforeAll, describe, expect, test } from "vitest";
import { noteRetired } from "@/lib/operations/key-rotation/note-retired";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
beforeAll(async () => {
  org = await makeOrg();
});

describe("noteRetired", () => {
  test("stands in the log of its organisation, and of no other", async () => {
    const other = await makeOrg();
    await noteRetired(org.service(), { key: "0123abcd" });
    expect(await org.auditOf(org.id)).toContain("keys.retired");
    expect(await other.auditOf(other.id)).not.toContain("keys.retired");
  });

  test("names a key that is none", async () => {
    const attempt = noteRetired(org.service(), { key: "the key itself" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { key: expect.any(String) } });
  });
});
