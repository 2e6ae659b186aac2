import { beforeAll, describe, expect, test } from "vitest";
import { logIncident } from "@/lib/casework/incidents/log-incident";
import { liftRestriction } from "@/lib/privacy/holds/lift-restriction";
import { placeRestriction } from "@/lib/privacy/holds/place-restriction";
import { listRestrictions } from "@/lib/privacy/holds/queries";
import { incident } from "@/tests/support/case-form";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let supervisor: Person;
const reason = "The dates were put right";

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor");
});

async function restricted() {
  const caseId = await plantCase(supervisor.ctx);
  const { id } = await placeRestriction(supervisor.ctx, { caseId, reason: "The client contests it" });
  return { caseId, restrictionId: id };
}

describe("liftRestriction", () => {
  test("is lifted once, with a reason beside the first; then the case is worked on again", async () => {
    const { caseId, restrictionId } = await restricted();
    const act = { caseId, ...incident, account: undefined };
    await expect(logIncident(supervisor.ctx, act)).rejects.toMatchObject({ code: "conflict" });
    const both = await Promise.allSettled([
      liftRestriction(supervisor.ctx, { restrictionId, reason }),
      liftRestriction(supervisor.ctx, { restrictionId, reason }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await listRestrictions(supervisor.ctx, caseId))[0]).toMatchObject({ liftReason: reason });
    await logIncident(supervisor.ctx, act);
    expect((await org.auditOf(caseId)).slice(0, 2)).toEqual(["restriction.placed", "restriction.lifted"]);
  });

  test("wants a reason", async () => {
    const { restrictionId } = await restricted();
    await expect(liftRestriction(supervisor.ctx, { restrictionId, reason: "" })).rejects.toMatchObject({
      fields: { reason: expect.any(String) },
    });
  });
});
