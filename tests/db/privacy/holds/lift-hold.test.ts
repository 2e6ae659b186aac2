import { beforeAll, describe, expect, test } from "vitest";
import { liftHold } from "@/lib/privacy/holds/lift-hold";
import { placeHold } from "@/lib/privacy/holds/place-hold";
import { listHolds } from "@/lib/privacy/holds/queries";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let supervisor: Person;
const reason = "The court gave the file back";

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor");
});

async function held(): Promise<{ caseId: string; holdId: string }> {
  const caseId = await plantCase(supervisor.ctx);
  const { id: holdId } = await placeHold(supervisor.ctx, { caseId, reason: "A court asked for the file" });
  return { caseId, holdId };
}

describe("liftHold", () => {
  test("is lifted once, with a reason beside the first, and can be placed again", async () => {
    const { caseId, holdId } = await held();
    const both = await Promise.allSettled([
      liftHold(supervisor.ctx, { holdId, reason }),
      liftHold(supervisor.ctx, { holdId, reason }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await placeHold(supervisor.ctx, { caseId, reason: "Asked for once more" });
    const holds = await listHolds(supervisor.ctx, caseId);
    expect(holds.map(({ liftReason }) => liftReason)).toEqual([null, reason]);
    expect(await org.auditOf(caseId)).toEqual(["hold.placed", "hold.lifted", "hold.placed"]);
  });

  test("wants a reason", async () => {
    const { holdId } = await held();
    await expect(liftHold(supervisor.ctx, { holdId, reason: "" })).rejects.toMatchObject({
      fields: { reason: expect.any(String) },
    });
  });
});
