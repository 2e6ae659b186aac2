import { beforeAll, describe, expect, test } from "vitest";
import { rewrapKeys } from "@/lib/operations/key-rotation/rewrap-keys";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
beforeAll(async () => {
  org = await makeOrg();
});

describe("rewrapKeys", () => {
  test("has nothing to do while there is one key, says so, and twice at once too", async () => {
    const service = org.service();
    expect(await Promise.all([rewrapKeys(service, {}), rewrapKeys(service, {})])).toEqual([0, 0]);
    expect(await org.auditOf(org.id)).toContain("keys.rotated");
  });

  test("names the number that is none", async () => {
    const attempt = rewrapKeys(org.service(), { most: 0 });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { most: expect.any(String) } });
  });
});
