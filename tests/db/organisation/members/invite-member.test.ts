import { beforeAll, describe, expect, test } from "vitest";
import { inviteMember } from "@/lib/organisation/members/commands/invite-member";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
const person = { role: "caseworker", name: "Lerato Example", email: "lerato@test.example" };

beforeAll(async () => {
  org = await makeOrg();
});

describe("inviteMember", () => {
  test("makes a link and says so in the log", async () => {
    const invited = await inviteMember(await org.confirmed("admin"), { ...person, email: "first@test.example" });
    expect(invited.token).toHaveLength(43);
    expect(await org.auditOf(invited.id)).toEqual(["member.invited"]);
  });

  test("names the field that needs another look", async () => {
    const attempt = inviteMember(await org.confirmed("admin"), { ...person, email: "not an address" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { email: expect.any(String) } });
    const officer = inviteMember(await org.confirmed("admin"), { ...person, role: "liaison" });
    await expect(officer).rejects.toMatchObject({ code: "invalid", fields: { forceNumber: expect.any(String) } });
  });

  test("invites a person once", async () => {
    await inviteMember(await org.confirmed("admin"), person);
    await expect(inviteMember(await org.confirmed("admin"), person)).rejects.toMatchObject({
      code: "conflict",
      fields: { email: expect.any(String) },
    });
  });

  test("another organisation may invite the same address and sees no trace of it", async () => {
    const other = await makeOrg();
    const shared = { ...person, email: "shared@test.example" };
    await inviteMember(await org.confirmed("admin"), shared);
    await expect(inviteMember(await other.confirmed("admin"), shared)).resolves.toMatchObject({
      id: expect.any(String),
    });
  });
});
