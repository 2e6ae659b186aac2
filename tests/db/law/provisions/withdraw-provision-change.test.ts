import { describe, expect, test } from "vitest";
import { findOffence } from "@/lib/law/jurisdictions/rules";
import { amendProvision } from "@/lib/law/provisions/amend-provision";
import { withdrawProvisionChange } from "@/lib/law/provisions/withdraw-provision-change";
import { lawOf, offenceForm } from "@/tests/support/law-change";
import { makeOrg, type Org } from "@/tests/support/org";

const key = "za-cca-16";
const back = { part: "offence", key, seen: "1", reason: "The Gazette was misread." };

async function changed(): Promise<Org> {
  const org = await makeOrg();
  await amendProvision(await org.as("admin"), offenceForm(key, { inForce: "no" }));
  return org;
}

describe("withdrawProvisionChange", () => {
  test("goes back to the release, says so in the log, and the next change follows it", async () => {
    const org = await changed();
    const { id, version } = await withdrawProvisionChange(await org.as("admin"), back);
    expect(version).toBe(2);
    expect(findOffence(key, await lawOf(org))).toEqual(findOffence(key));
    expect(await org.auditOf(id)).toEqual(["law.change_withdrawn"]);
    await amendProvision(await org.as("admin"), offenceForm(key, { inForce: "no", seen: "2" }));
    expect(findOffence(key, await lawOf(org))?.inForce).toBe("no");
  });

  test("another organisation has no such change", async () => {
    await changed();
    const other = await makeOrg();
    const attempt = withdrawProvisionChange(await other.as("admin"), { ...back, seen: "0" });
    await expect(attempt).rejects.toMatchObject({ code: "conflict" });
  });

  test("names the field that needs another look", async () => {
    const org = await changed();
    const attempt = withdrawProvisionChange(await org.as("admin"), { ...back, reason: " " });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { reason: expect.any(String) } });
  });

  test("of two at once, one takes it back", async () => {
    const org = await changed();
    const admin = await org.as("admin");
    const both = await Promise.allSettled([withdrawProvisionChange(admin, back), withdrawProvisionChange(admin, back)]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
    const again = withdrawProvisionChange(admin, { ...back, seen: "2" });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
  });
});
