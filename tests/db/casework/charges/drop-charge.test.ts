import { beforeAll, describe, expect, test } from "vitest";
import { dropCharge } from "@/lib/casework/charges/drop-charge";
import { nameCharge } from "@/lib/casework/charges/name-charge";
import { listCharges } from "@/lib/casework/charges/queries";
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

describe("dropCharge", () => {
  test("takes it off once, and the log keeps that it was there", async () => {
    const both = await Promise.allSettled([
      dropCharge(await org.as("caseworker"), { caseId, chargeId }),
      dropCharge(await org.as("supervisor"), { caseId, chargeId }),
    ]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([{ reason: { code: "not_found" } }]);
    expect(await listCharges(await org.as("caseworker"), caseId)).toEqual([]);
    expect(await org.auditOf(chargeId)).toEqual(["charge.named", "charge.dropped"]);
  });
});
