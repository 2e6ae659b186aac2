import { beforeAll, describe, expect, test } from "vitest";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { removeMember } from "@/lib/organisation/members/commands/remove-member";
import { listMembers } from "@/lib/organisation/members/queries";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

describe("removeMember", () => {
  test("ends every session and stands in the log", async () => {
    const person = await org.person("supervisor");
    await removeMember(await org.confirmed("admin"), { memberId: person.memberId });
    expect(await ctxFromToken(person.token)).toBeNull();
    expect(await org.auditOf(person.memberId)).toContain("member.removed");
    expect((await listMembers(await org.as("admin"))).map((member) => member.id)).not.toContain(person.memberId);
  });

  test("names the field of a bad id", async () => {
    const attempt = removeMember(await org.confirmed("admin"), { memberId: "everybody" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { memberId: expect.any(String) } });
  });

  test("keeps the last administrator, and removes a person once", async () => {
    const admin = await org.confirmed("admin");
    await expect(removeMember(admin, { memberId: admin.actor.memberId })).rejects.toMatchObject({ code: "conflict" });
    const person = await org.person("caseworker");
    const both = await Promise.allSettled([1, 2].map(() => removeMember(admin, { memberId: person.memberId })));
    expect(both.filter((result) => result.status === "fulfilled")).toHaveLength(1);
  });
});
