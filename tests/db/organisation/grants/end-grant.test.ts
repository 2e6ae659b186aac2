import { beforeAll, describe, expect, test } from "vitest";
import { endGrant } from "@/lib/organisation/grants/end-grant";
import { grantOwnApproval } from "@/lib/organisation/grants/grant-own-approval";
import { listGrants, mayDecideOwn } from "@/lib/organisation/grants/queries";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let supervisor: Person;

beforeAll(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor");
  await grantOwnApproval(await org.confirmed("admin"), { memberId: supervisor.memberId, reason: "The only one." });
});

describe("endGrant", () => {
  test("ends it at once, and once; it can be given again", async () => {
    const admin = await org.as("admin");
    const asked = { memberId: supervisor.memberId };
    expect(await mayDecideOwn(supervisor.ctx)).toBe(true);
    const both = await Promise.allSettled([endGrant(admin, asked), endGrant(admin, asked)]);
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await org.auditOf(supervisor.memberId)).toEqual(
      expect.arrayContaining(["member.granted", "member.grant_ended"]),
    );
    expect(await mayDecideOwn(supervisor.ctx)).toBe(false);
    expect(await listGrants(admin)).toEqual([]);
    await grantOwnApproval(await org.confirmed("admin"), { ...asked, reason: "Again." });
    expect(await mayDecideOwn(supervisor.ctx)).toBe(true);
  });
});
