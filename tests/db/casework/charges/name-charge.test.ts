import { beforeAll, describe, expect, test } from "vitest";
import { nameCharge } from "@/lib/casework/charges/name-charge";
import { listCharges, readChargeChoices } from "@/lib/casework/charges/queries";
import { incident, openSample } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  ({ id: caseId } = await openSample(await org.as("caseworker")));
});

const pair = (over: Record<string, unknown> = {}) => ({
  caseId,
  homeOffence: "za-cca-15",
  thereOffence: "us-875c",
  ...over,
});

describe("nameCharge", () => {
  test("names an offence with its pair; every element starts as a gap", async () => {
    const { id } = await nameCharge(await org.as("caseworker"), pair());
    expect(await org.auditOf(id)).toEqual(["charge.named"]);
    const [charge] = await listCharges(await org.as("caseworker"), caseId);
    expect(charge).toMatchObject({ number: 1, home: { key: "za-cca-15" }, there: { key: "us-875c" } });
    expect(charge?.elements.every((element) => element.gap)).toBe(true);
    const open = charge?.pairing?.lines.filter((line) => line.state !== "met").length ?? 0;
    expect(open).toBeGreaterThan(0);
    expect(charge?.gaps).toBe((charge?.elements.length ?? 0) + open);
    expect(charge?.pairing?.lines.some((line) => line.need.includes("reckless"))).toBe(true);
  });

  test("refuses law that did not stand on the day of any act, and offences that are no pair", async () => {
    const early = { incidents: [{ ...incident, when: "2021-11-30T12:00" }] };
    const { id } = await openSample(await org.as("caseworker"), early);
    await expect(nameCharge(await org.as("caseworker"), pair({ caseId: id }))).rejects.toMatchObject({
      code: "invalid",
      fields: { homeOffence: expect.stringContaining("1 Dec 2021") },
    });
    const choices = await readChargeChoices(await org.as("caseworker"), id);
    expect(choices.refused.map((offence) => offence.key)).toContain("za-cca-15");
    expect(choices.open.map((choice) => choice.offence.key)).not.toContain("za-cca-15");
    for (const [field, over] of [
      ["thereOffence", { thereOffence: "us-223h" }],
      ["homeOffence", { homeOffence: "us-875c" }],
      ["homeOffence", { homeOffence: "" }],
    ] as const) {
      await expect(nameCharge(await org.as("caseworker"), pair(over)), field).rejects.toMatchObject({
        code: "invalid",
        fields: { [field]: expect.any(String) },
      });
    }
  });

  test("the day the law began is early enough, on the wall where the act was seen", async () => {
    const first = { incidents: [{ ...incident, when: "2021-12-01T00:30" }] };
    const { id } = await openSample(await org.as("caseworker"), first);
    await expect(nameCharge(await org.as("caseworker"), pair({ caseId: id }))).resolves.toBeTruthy();
  });

  test("two who name the same pair at once name it once", async () => {
    const { id } = await openSample(await org.as("caseworker"));
    const both = await Promise.allSettled([
      nameCharge(await org.as("caseworker"), pair({ caseId: id })),
      nameCharge(await org.as("supervisor"), pair({ caseId: id })),
    ]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
  });
});
