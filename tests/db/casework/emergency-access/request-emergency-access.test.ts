import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import {
  countPendingEmergencyAccess,
  listEmergencyAccess,
  listMyEmergencyAccess,
} from "@/lib/casework/emergency-access/queries";
import { requestEmergencyAccess } from "@/lib/casework/emergency-access/request-emergency-access";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let asker: Person;
let supervisor: Person;
const reason = "Her sister phones.";

beforeAll(async () => {
  org = await makeOrg();
  [asker, supervisor] = [await org.person("caseworker"), await org.person("supervisor")];
  await plantCase(supervisor.ctx, { code: "CD-26-0142" });
});

describe("requestEmergencyAccess", () => {
  test("waits for a supervisor, is sealed, and says the same whether there is such a case or not", async () => {
    const { id } = await requestEmergencyAccess(asker.ctx, { code: "cd 26 0142", reason });
    await requestEmergencyAccess(asker.ctx, { code: "CD-26-9999", reason });
    expect(await org.auditOf(id)).toEqual(["look.asked"]);
    const mine = await listMyEmergencyAccess(asker.ctx);
    expect(mine.map(({ state, caseId }) => ({ state, caseId }))).toEqual(
      [1, 2].map(() => ({ state: "waiting", caseId: null })),
    );
    expect(await countPendingEmergencyAccess(supervisor.ctx)).toBe(2);
    expect((await listEmergencyAccess(supervisor.ctx)).map((look) => look.found).toSorted()).toEqual([false, true]);
    const [row] = await bySql<{ reason: string }>(
      asker.ctx,
      sql`select reason from app.emergency_looks where id = ${id}`,
    );
    expect(row?.reason).not.toContain("sister");
    expect(await listMyEmergencyAccess((await org.person("caseworker")).ctx)).toEqual([]);
  });

  test("is for caseworkers, and a case of another organisation is none", async () => {
    for (const role of ["supervisor", "admin", "liaison"] as const) {
      await expect(requestEmergencyAccess(await org.as(role), { code: "CD-26-0142", reason })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    const other = await makeOrg();
    await requestEmergencyAccess(await other.as("caseworker"), { code: "CD-26-0142", reason });
    expect(await listEmergencyAccess(await other.as("supervisor"))).toMatchObject([{ found: false }]);
  });

  test("no one can ask in the name of another, or for a look that is open already", async () => {
    const stolen = (who: string, state: string) => sql`insert into app.emergency_looks
      (id, org_id, code, key_id, reason, asked_by, asked_at, state)
      select gen_random_uuid(), org_id, code, key_id, reason, ${who}, now(), ${state} from app.emergency_looks limit 1`;
    await expect(bySql(asker.ctx, stolen(supervisor.memberId, "waiting"))).rejects.toSatisfy(refusedByPostgres);
    await expect(bySql(asker.ctx, stolen(asker.memberId, "released"))).rejects.toSatisfy(refusedByPostgres);
  });

  test("names the field that is wrong", async () => {
    for (const [change, field] of [
      [{ code: " " }, "code"],
      [{ reason: "" }, "reason"],
    ] as const) {
      await expect(requestEmergencyAccess(asker.ctx, { code: "CD-26-0142", reason, ...change })).rejects.toMatchObject({
        fields: { [field]: expect.any(String) },
      });
    }
  });
});
