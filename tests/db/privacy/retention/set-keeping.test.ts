import { beforeAll, describe, expect, test } from "vitest";
import { readKeeping } from "@/lib/privacy/retention/queries";
import { setKeeping } from "@/lib/privacy/retention/set-keeping";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

describe("setKeeping", () => {
  test("is set by an administrator, for this organisation, and the last one counts", async () => {
    const admin = await org.as("admin");
    expect(await readKeeping(admin)).toMatchObject({ ours: true });
    await Promise.all([setKeeping(admin, { years: "6" }), setKeeping(admin, { years: 6 })]);
    expect(await readKeeping(admin)).toEqual({ years: 6, ours: false });
    expect(await org.auditOf(org.id)).toContain("retention.set");
    expect(await readKeeping(await (await makeOrg()).as("admin"))).toMatchObject({ ours: true });
  });

  test("names the field", async () => {
    for (const years of ["", "x", 0, 31, 2.5]) {
      await expect(setKeeping(await org.as("admin"), { years })).rejects.toMatchObject({
        fields: { years: expect.any(String) },
      });
    }
  });
});
