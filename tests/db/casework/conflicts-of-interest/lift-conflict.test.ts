import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { liftConflict } from "@/lib/casework/conflicts-of-interest/lift-conflict";
import { listConflicts } from "@/lib/casework/conflicts-of-interest/queries";
import { recordConflict } from "@/lib/casework/conflicts-of-interest/record-conflict";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let owner: Person;
let supervisor: Person;
let denied: Person;
let caseId: string;
let denialId: string;

beforeAll(async () => {
  org = await makeOrg();
  [owner, supervisor, denied] = [
    await org.person("caseworker"),
    await org.person("supervisor"),
    await org.person("supervisor"),
  ];
  caseId = await plantCase(owner.ctx);
  ({ id: denialId } = await recordConflict(owner.ctx, { caseId, memberId: denied.memberId, reason: "A cousin." }));
});

const seen = async (person: Person) =>
  (await bySql(person.ctx, sql`select 1 from app.cases where id = ${caseId}`)).length;

describe("liftConflict", () => {
  test("is for another supervisor alone", async () => {
    await expect(liftConflict(owner.ctx, { denialId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(liftConflict(denied.ctx, { denialId })).rejects.toMatchObject({ code: "not_found" });
    await expect(liftConflict(supervisor.ctx, { denialId: "x" })).rejects.toMatchObject({
      fields: { denialId: expect.any(String) },
    });
    expect(await seen(denied)).toBe(0);
  });

  test("lets them see it again, once, and keeps what stood there", async () => {
    const both = await Promise.allSettled([1, 2].map(() => liftConflict(supervisor.ctx, { denialId })));
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await org.auditOf(denialId)).toEqual(["denial.set", "denial.lifted"]);
    expect(await seen(denied)).toBe(1);
    expect(await listConflicts(owner.ctx, caseId)).toEqual([]);
    await recordConflict(owner.ctx, { caseId, memberId: denied.memberId, reason: "Again." });
    expect(await seen(denied)).toBe(0);
  });
});
