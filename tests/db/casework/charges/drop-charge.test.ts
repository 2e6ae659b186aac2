import { beforeAll, describe, expect, test } from "vitest";
import { dropCharge } from "@/lib/casework/charges/drop-charge";
import { nameCharge } from "@/lib/casework/charges/name-charge";
import { listCharges, readConsideration } from "@/lib/casework/charges/queries";
import { openSample } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let caseId: string;
let chargeId: string;

beforeAll(async () => {
  org = await makeOrg();
  ({ id: caseId } = await openSample(await org.as("caseworker")));
  ({ id: chargeId } = await nameCharge(await org.as("caseworker"), { caseId, homeOffence: "za-cca-15" }));
});

const why = "The words threaten property alone.";

describe("dropCharge", () => {
  test("takes it off once, and the log keeps that it was there", async () => {
    const both = await Promise.allSettled([
      dropCharge(await org.as("caseworker"), { caseId, chargeId, why }),
      dropCharge(await org.as("supervisor"), { caseId, chargeId, why }),
    ]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "not_found" } }]);
    expect(await listCharges(await org.as("caseworker"), caseId)).toEqual([]);
    expect(await org.auditOf(chargeId)).toEqual(["charge.named", "charge.dropped"]);
    const { considered } = await readConsideration(await org.as("caseworker"), caseId);
    expect(considered).toMatchObject([{ key: "za-cca-15", why, citation: "Cybercrimes Act 19 of 2020 s 15" }]);
  });

  test("asks why; a mistake leaves nothing, and an offence that another charge names is still relied on", async () => {
    const ctx = await org.as("caseworker");
    const { id } = await openSample(ctx);
    const name = (thereOffence: string) => nameCharge(ctx, { caseId: id, homeOffence: "za-cca-15", thereOffence });
    const [one, two] = [await name("us-875c"), await name("us-2261a2")];
    const drop = (chargeId: string, over: object) => dropCharge(ctx, { caseId: id, chargeId, ...over });
    await expect(drop(one.id, {})).rejects.toMatchObject({ code: "invalid", fields: { why: expect.any(String) } });
    await drop(two.id, { why });
    const keys = async () => (await readConsideration(ctx, id)).considered.map(({ key }) => key);
    expect(await keys()).toEqual(["us-2261a2"]);
    // Named again, it is relied on again.
    const again = await name("us-2261a2");
    expect(await keys()).toEqual([]);
    await drop(again.id, { mistake: "on" });
    expect(await keys()).toEqual([]);
  });
});
