import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { decideEmergencyAccess } from "@/lib/casework/emergency-access/decide-emergency-access";
import { endEmergencyAccess } from "@/lib/casework/emergency-access/end-emergency-access";
import { requestEmergencyAccess } from "@/lib/casework/emergency-access/request-emergency-access";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let asker: Person;
let supervisor: Person;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  [asker, supervisor] = [await org.person("caseworker"), await org.person("supervisor")];
  caseId = await plantCase(supervisor.ctx, { code: "CD-26-0001" });
});

describe("endEmergencyAccess", () => {
  test("ends it at once, once, for a supervisor", async () => {
    const { id: lookId } = await requestEmergencyAccess(asker.ctx, { code: "CD-26-0001", reason: "An emergency." });
    await expect(endEmergencyAccess(supervisor.ctx, { lookId })).rejects.toMatchObject({ code: "conflict" });
    await decideEmergencyAccess(await org.confirmed(supervisor), { lookId, decision: "release" });
    const seen = () => bySql(asker.ctx, sql`select 1 from app.cases where id = ${caseId}`);
    expect(await seen()).toHaveLength(1);
    await expect(endEmergencyAccess(asker.ctx, { lookId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(endEmergencyAccess(supervisor.ctx, {})).rejects.toMatchObject({
      fields: { lookId: expect.any(String) },
    });
    const both = await Promise.allSettled([1, 2].map(() => endEmergencyAccess(supervisor.ctx, { lookId })));
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await seen()).toEqual([]);
    expect(await org.auditOf(lookId)).toEqual(["look.asked", "look.released", "look.ended"]);
  });
});
