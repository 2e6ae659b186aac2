import { beforeAll, describe, expect, test } from "vitest";
import { placeRestriction } from "@/lib/privacy/holds/place-restriction";
import { listRestrictions } from "@/lib/privacy/holds/queries";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let supervisor: Person;
const reason = "The client says that the dates are wrong";

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor");
});

describe("placeRestriction", () => {
  test("restricts a case once, with its reason sealed", async () => {
    const caseId = await plantCase(supervisor.ctx);
    const both = await Promise.allSettled([
      placeRestriction(supervisor.ctx, { caseId, reason }),
      placeRestriction(supervisor.ctx, { caseId, reason }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await listRestrictions(supervisor.ctx, caseId)).toMatchObject([{ reason, liftedAt: null }]);
    expect(await org.auditOf(caseId)).toEqual(["restriction.placed"]);
  });

  test("wants a reason", async () => {
    const caseId = await plantCase(supervisor.ctx);
    await expect(placeRestriction(supervisor.ctx, { caseId, reason: " " })).rejects.toMatchObject({
      fields: { reason: expect.any(String) },
    });
  });
});
