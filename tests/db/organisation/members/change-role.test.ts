import { beforeAll, describe, expect, test } from "vitest";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { changeRole } from "@/lib/organisation/members/commands/change-role";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

describe("changeRole", () => {
  test("is felt on the person's next request and stands in the log", async () => {
    const person = await org.person("caseworker");
    await changeRole(await org.confirmed("admin"), { memberId: person.memberId, role: "supervisor" });
    expect((await ctxFromToken(person.token))?.actor.role).toBe("supervisor");
    expect(await org.auditOf(person.memberId)).toContain("member.role_changed");
  });

  test("names the field: no such role, and a liaison stays a liaison", async () => {
    const person = await org.person("liaison");
    for (const role of ["king", "liaison", "caseworker"]) {
      const attempt = changeRole(await org.confirmed("admin"), { memberId: person.memberId, role });
      await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { role: expect.any(String) } });
    }
  });

  test("keeps the last administrator, and refuses the role that one has", async () => {
    const admin = await org.confirmed("admin");
    const memberId = admin.actor.memberId;
    await expect(changeRole(admin, { memberId, role: "caseworker" })).rejects.toMatchObject({ code: "conflict" });
    await expect(changeRole(admin, { memberId, role: "admin" })).rejects.toMatchObject({ code: "conflict" });
  });
});
