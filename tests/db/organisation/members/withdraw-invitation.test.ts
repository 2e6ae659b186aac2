import { beforeAll, describe, expect, test } from "vitest";
import { inviteMember } from "@/lib/organisation/members/commands/invite-member";
import { withdrawInvitation } from "@/lib/organisation/members/commands/withdraw-invitation";
import { newId } from "@/lib/platform/ids";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

async function invited(): Promise<string> {
  const person = { role: "caseworker", name: "Invited Person", email: `${newId()}@test.example` };
  return (await inviteMember(await org.confirmed("admin"), person)).id;
}

describe("withdrawInvitation", () => {
  test("closes the link and says so in the log", async () => {
    const invitationId = await invited();
    await withdrawInvitation(await org.as("admin"), { invitationId });
    expect(await org.auditOf(invitationId)).toEqual(["member.invited", "invitation.withdrawn"]);
  });

  test("names the field of a bad id", async () => {
    const attempt = withdrawInvitation(await org.as("admin"), { invitationId: "7" });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { invitationId: expect.any(String) } });
  });

  test("of two at once, one wins", async () => {
    const invitationId = await invited();
    const admin = await org.confirmed("admin");
    const both = await Promise.allSettled([1, 2].map(() => withdrawInvitation(admin, { invitationId })));
    expect(both.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(both.find((result) => result.status === "rejected")).toMatchObject({
      reason: { code: "conflict" },
    });
  });
});
