import { describe, expect, test } from "vitest";
import { findOffence } from "@/lib/law/jurisdictions/rules";
import { amendProvision } from "@/lib/law/provisions/amend-provision";
import { confirmProvision } from "@/lib/law/provisions/confirm-provision";
import { lawOf, offenceForm, proof } from "@/tests/support/law-change";
import { makeOrg } from "@/tests/support/org";

const key = "za-cca-16";
const confirmed = { part: "offence", key, seen: "0", ...proof };

describe("confirmProvision", () => {
  test("keeps the law, with the new day of reading first, and says so in the log", async () => {
    const org = await makeOrg();
    const { id } = await confirmProvision(await org.as("admin"), confirmed);
    const laid = findOffence(key, await lawOf(org));
    expect(laid).toMatchObject({ ...findOffence(key), sources: expect.any(Array) });
    expect(laid?.sources[0]).toMatchObject({ source: proof.source, checkedOn: proof.checkedOn });
    expect(await org.auditOf(id)).toEqual(["law.confirmed"]);
  });

  test("keeps what an administrator changed before", async () => {
    const org = await makeOrg();
    await amendProvision(await org.as("admin"), offenceForm(key, { maxPenalty: "A fine" }));
    await confirmProvision(await org.as("admin"), { ...confirmed, seen: "1", source: "Invented register, page 2" });
    const laid = findOffence(key, await lawOf(org));
    expect(laid?.maxPenalty).toBe("A fine");
    expect(laid?.sources[0]?.source).toBe("Invented register, page 2");
  });

  test("counts in its own organisation", async () => {
    const org = await makeOrg();
    const other = await makeOrg();
    await confirmProvision(await org.as("admin"), confirmed);
    expect(findOffence(key, await lawOf(other))).toEqual(findOffence(key));
  });

  test("names the field that needs another look", async () => {
    const admin = await (await makeOrg()).as("admin");
    for (const [field, value] of Object.entries({ source: "", mark: "", checkedOn: "2226-01-01" })) {
      await expect(confirmProvision(admin, { ...confirmed, [field]: value }), field).rejects.toMatchObject({
        code: "invalid",
        fields: { [field]: expect.any(String) },
      });
    }
    await expect(confirmProvision(admin, { ...confirmed, key: "none" })).rejects.toMatchObject({ code: "not_found" });
  });

  test("of two at once, the second is told", async () => {
    const org = await makeOrg();
    const admin = await org.as("admin");
    const both = await Promise.allSettled([confirmProvision(admin, confirmed), confirmProvision(admin, confirmed)]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
  });
});
