import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { acceptInvitation } from "@/lib/auth/sign-in/accept-invitation";
import { changeRole } from "@/lib/organisation/members/commands/change-role";
import { inviteMember } from "@/lib/organisation/members/commands/invite-member";
import { askRoleChange } from "@/lib/organisation/roles/ask-role-change";
import { assignRole } from "@/lib/organisation/roles/assign-role";
import { listCustomRoles, listRoles } from "@/lib/organisation/roles/queries";
import { newId } from "@/lib/platform/ids";
import { bySql } from "@/tests/support/by-sql";
import { confirmRole, confirmRules, rulesFor } from "@/tests/support/confirm-rules";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantRelease } from "@/tests/support/plant-access";

let org: Org;
let boss: Person;
let worker: Person;

beforeEach(async () => {
  org = await makeOrg();
  boss = await org.person("supervisor", "First Supervisor");
  worker = await org.person("caseworker", "First Worker");
});

const lacks = async ({ token }: Person) => (await ctxFromToken(token))?.actor.lacks;

describe("a role of the organisation's own", () => {
  const volunteer = () => confirmRules(org, boss, "caseworker", { name: "Volunteer", without: ["field.contact"] });

  test("is less than what it is built on, is given by two people, and ends with another role", async () => {
    await volunteer();
    const [own] = await listCustomRoles(await org.as("admin"));
    expect(own).toMatchObject({ name: "Volunteer", role: "caseworker" });
    await confirmRole(org, boss, worker.memberId, own?.id ?? "");
    expect(await lacks(worker)).toEqual([
      "document.write",
      "field.contact",
      "handover.deliver",
      "packet.build",
      "paper.read",
    ]);
    // What was taken from the role itself is missing in it too, unless it keeps it.
    await confirmRules(org, boss, "caseworker", { without: ["case.open"] });
    expect(await lacks(worker)).toContain("case.open");
    await confirmRules(org, boss, "caseworker", { customRoleId: own?.id, without: ["field.contact"] });
    expect(await lacks(worker)).not.toContain("case.open");
    expect((await listRoles(boss.ctx)).find(({ name }) => name === "Volunteer")).toMatchObject({ members: 1 });
    const admin = await org.confirmed("admin");
    const twice = askRoleChange(admin, rulesFor("caseworker", { name: "volunteer" }));
    await expect(twice).rejects.toMatchObject({ code: "invalid", fields: { name: expect.any(String) } });
    await expect(assignRole(admin, { memberId: boss.memberId, customRoleId: own?.id })).rejects.toMatchObject({
      fields: { customRoleId: expect.any(String) },
    });
    await changeRole(admin, { memberId: worker.memberId, role: "admin" });
    expect(await lacks(worker)).toEqual([]);
    const [row] = await bySql(admin, sql`select custom_role_id from app.members where id = ${worker.memberId}`);
    expect(row).toEqual({ custom_role_id: null });
  });

  test("is in an invitation from the first sign-in on", async () => {
    await volunteer();
    const admin = await org.confirmed("admin");
    const [own] = await listCustomRoles(admin);
    const person = { name: "New Person", email: `${newId()}@test.example` };
    const wrong = inviteMember(admin, { ...person, role: "supervisor", customRoleId: own?.id });
    await expect(wrong).rejects.toMatchObject({ code: "invalid", fields: { customRoleId: expect.any(String) } });
    const invited = await inviteMember(admin, { ...person, role: "caseworker", customRoleId: own?.id });
    if (invited.waits) await plantRelease(org.id, invited.id);
    const joined = await acceptInvitation({
      token: invited.token,
      name: "New Person",
      password: "words of a new person",
    });
    const [row] = await bySql<{ lacks: string }>(
      admin,
      sql`select lacks from app.members where id = ${joined.memberId}`,
    );
    expect(row?.lacks).toContain("field.contact");
  });
});
