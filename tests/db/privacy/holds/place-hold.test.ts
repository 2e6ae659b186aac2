import { beforeAll, describe, expect, test } from "vitest";
import { placeHold } from "@/lib/privacy/holds/place-hold";
import { listHolds } from "@/lib/privacy/holds/queries";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { asService } from "@/tests/support/plant-everywhere";

let org: Org;
let supervisor: Person;
const reason = "A court asked for the file";

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor");
});

describe("placeHold", () => {
  test("holds a case once, with its reason sealed, and the database keeps it", async () => {
    const caseId = await plantCase(supervisor.ctx);
    const both = await Promise.allSettled([
      placeHold(supervisor.ctx, { caseId, reason }),
      placeHold(supervisor.ctx, { caseId, reason }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await listHolds(supervisor.ctx, caseId)).toMatchObject([{ reason, liftedAt: null }]);
    expect(await org.auditOf(caseId)).toEqual(["hold.placed"]);
    const remove = asService(org.id, supervisor.memberId, (tx) => tx`delete from app.cases where id = ${caseId}`);
    await expect(remove).rejects.toMatchObject({ code: "42501", message: "the case is held" });
  });

  test("wants a reason", async () => {
    const caseId = await plantCase(supervisor.ctx);
    await expect(placeHold(supervisor.ctx, { caseId, reason: " " })).rejects.toMatchObject({
      fields: { reason: expect.any(String) },
    });
  });
});
