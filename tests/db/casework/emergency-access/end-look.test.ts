import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { askLook } from "@/lib/casework/emergency-access/ask-look";
import { decideLook } from "@/lib/casework/emergency-access/decide-look";
import { endLook } from "@/lib/casework/emergency-access/end-look";
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

describe("endLook", () => {
  test("ends it at once, once, for a supervisor", async () => {
    const { id: lookId } = await askLook(asker.ctx, { code: "CD-26-0001", reason: "An emergency." });
    await expect(endLook(supervisor.ctx, { lookId })).rejects.toMatchObject({ code: "conflict" });
    await decideLook(await org.confirmed(supervisor), { lookId, decision: "release" });
    const seen = () => bySql(asker.ctx, sql`select 1 from app.cases where id = ${caseId}`);
    expect(await seen()).toHaveLength(1);
    await expect(endLook(asker.ctx, { lookId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(endLook(supervisor.ctx, {})).rejects.toMatchObject({ fields: { lookId: expect.any(String) } });
    const both = await Promise.allSettled([1, 2].map(() => endLook(supervisor.ctx, { lookId })));
    expect(both.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await seen()).toEqual([]);
    expect(await org.auditOf(lookId)).toEqual(["look.asked", "look.released", "look.ended"]);
  });
});
