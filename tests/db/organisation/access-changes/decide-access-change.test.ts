import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { acceptInvitation, readInvitation } from "@/lib/auth/sign-in/accept-invitation";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { decideAccessChange } from "@/lib/organisation/access-changes/decide-access-change";
import { openAccessChanges } from "@/lib/organisation/access-changes/open-access-changes";
import { listAccessToDecide, listRolesThatWait } from "@/lib/organisation/access-changes/queries";
import { changeRole } from "@/lib/organisation/members/commands/change-role";
import { inviteMember } from "@/lib/organisation/members/commands/invite-member";
import { renewAccess } from "@/lib/organisation/members/commands/renew-access";
import { listOpenInvitations } from "@/lib/organisation/members/queries";
import { newId } from "@/lib/platform/ids";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { caseForm } from "@/tests/support/case-form";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { passDays, passHours } from "@/tests/support/plant-access";

let org: Org;
let supervisor: Person;
const password = "the words of a new person";

beforeEach(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor", "First Supervisor");
  await openCase(supervisor.ctx, caseForm());
});

const invite = async (role: string) =>
  inviteMember(await org.confirmed("admin"), {
    role,
    name: "New Person",
    email: `${newId()}@test.example`,
    rank: "Sergeant",
    agency: "SAPS",
    unit: "Voorbeeldfontein",
    forceNumber: "0000001-1",
  });
const only = async (who: Person) => {
  const [change] = await listAccessToDecide(who.ctx);
  if (!change) throw new Error("Nothing waits.");
  return change;
};

describe("access to cases, released by a second person", () => {
  test("a link works once a supervisor released it, for three days from then on", async () => {
    const { token, waits, opensAt } = await invite("caseworker");
    expect([waits, opensAt]).toEqual([true, null]);
    expect(await listOpenInvitations(await org.as("admin"))).toMatchObject([{ waits: true, opensAt: null }]);
    const change = await only(supervisor);
    expect(change).toMatchObject({ kind: "join", name: "New Person", role: "caseworker", whyNot: null });
    await decideAccessChange(await org.confirmed(supervisor), { changeId: change.id, decision: "release" });
    expect(await readInvitation(token)).toMatchObject({ state: "open" });
    const joined = await acceptInvitation({ token, name: "New Person", password });
    expect(await org.auditOf(joined.memberId)).toEqual(["member.joined"]);
    expect(await org.auditOf(change.id)).toEqual(["member.access_asked", "member.access_released"]);
    expect(await listAccessToDecide(supervisor.ctx)).toEqual([]);
  });

  test("a role counts from the release on, and stands in the log with who asked", async () => {
    const person = await org.person("caseworker");
    await changeRole(await org.confirmed("admin"), { memberId: person.memberId, role: "supervisor" });
    const twice = changeRole(await org.confirmed("admin"), { memberId: person.memberId, role: "supervisor" });
    await expect(twice).rejects.toMatchObject({ code: "conflict" });
    expect(await listRolesThatWait(await org.as("admin"))).toMatchObject([{ role: "supervisor" }]);
    const change = await only(supervisor);
    const release = { changeId: change.id, decision: "release" };
    await expect(decideAccessChange(await org.coded(supervisor), release)).rejects.toMatchObject({
      fields: { passkey: expect.any(String) },
    });
    await decideAccessChange(await org.confirmed(supervisor), release);
    expect((await ctxFromToken(person.token))?.actor.role).toBe("supervisor");
    expect(await org.auditOf(person.memberId)).toContain("member.role_changed");
    await expect(decideAccessChange(await org.confirmed(supervisor), release)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("is not for whom it is about, and not for whoever asked or let one of them in", async () => {
    const other = await org.person("supervisor", "Other Supervisor");
    await renewAccess(await org.confirmed("admin"), { memberId: other.memberId, lost: "password", madeSure: "video" });
    const change = await only(supervisor);
    const release = { changeId: change.id, decision: "release" };
    await expect(decideAccessChange(await org.confirmed(other), release)).rejects.toMatchObject({ code: "forbidden" });
    // As if the administrator had let this supervisor in three days ago.
    await passDays(-57, supervisor.memberId);
    await expect(decideAccessChange(await org.confirmed(supervisor), release)).rejects.toMatchObject({
      message: expect.stringMatching(/30 days/),
    });
    const inSql = sql`update app.access_changes set state = 'released', decided_by = ctx.member(), decided_at = now()
      where id = ${change.id}::uuid`;
    for (const who of [supervisor, other]) {
      await expect(bySql(who.ctx, inSql)).rejects.toSatisfy(refusedByPostgres);
    }
    // Anybody of them can stop it, whom it is about too.
    await decideAccessChange(other.ctx, { changeId: change.id, decision: "refuse" });
    expect(await org.auditOf(change.id)).toEqual(["member.access_asked", "member.access_refused"]);
  });

  test("refused is closed", async () => {
    const { token } = await invite("supervisor");
    const change = await only(supervisor);
    await decideAccessChange(supervisor.ctx, { changeId: change.id, decision: "refuse" });
    expect(await readInvitation(token)).toMatchObject({ state: "withdrawn" });
  });

  test("what sees nothing does not wait: an administrator, an officer, less than before", async () => {
    expect((await invite("admin")).waits).toBe(false);
    const officer = await invite("liaison");
    expect(await readInvitation(officer.token)).toMatchObject({ state: "open" });
    const second = await org.person("supervisor");
    const changed = await changeRole(await org.confirmed("admin"), { memberId: second.memberId, role: "caseworker" });
    expect(changed.waits).toBe(false);
    expect((await ctxFromToken(second.token))?.actor.role).toBe("caseworker");
    // An officer's account has packets: a new link to it waits.
    const { memberId } = await org.person("liaison");
    const renewed = await renewAccess(await org.confirmed("admin"), { memberId, lost: "device", madeSure: "video" });
    expect(await readInvitation(renewed.token)).toMatchObject({ state: "waiting" });
  });

  test("before the first client nothing waits, and a link from then does as soon as there is one", async () => {
    const young = await makeOrg();
    const person = { role: "supervisor", name: "Founder", email: `${newId()}@test.example` };
    const first = await inviteMember(await young.confirmed("admin"), person);
    const late = { ...person, email: `${newId()}@test.example` };
    const second = await inviteMember(await young.confirmed("admin"), late);
    expect(first.waits).toBe(false);
    await acceptInvitation({ token: first.token, name: "Founder", password });
    const worker = await young.person("caseworker");
    await openCase(worker.ctx, caseForm());
    expect(await readInvitation(second.token)).toMatchObject({ state: "waiting" });
  });

  test("where nobody could release it, it counts after a day, and a supervisor can stop it", async () => {
    // The only supervisor is let in by the administrator who asks: no second person.
    await passDays(-57, supervisor.memberId);
    const person = await org.person("caseworker");
    const { opensAt } = await changeRole(await org.confirmed("admin"), {
      memberId: person.memberId,
      role: "supervisor",
    });
    expect(opensAt).not.toBeNull();
    const { token } = await invite("caseworker");
    await openAccessChanges(org.service());
    expect((await ctxFromToken(person.token))?.actor.role).toBe("caseworker");
    expect(await readInvitation(token)).toMatchObject({ state: "waiting" });
    await passHours(org.id, 25);
    expect(await openAccessChanges(org.service())).toBe(1);
    expect(await openAccessChanges(org.service())).toBe(0);
    expect((await ctxFromToken(person.token))?.actor.role).toBe("supervisor");
    expect(await org.auditOf(person.memberId)).toContain("member.role_changed");
    expect(await readInvitation(token)).toMatchObject({ state: "open" });
    const [change] = await listAccessToDecide(supervisor.ctx);
    expect(change?.whyNot).toMatch(/30 days/);
    await decideAccessChange(supervisor.ctx, { changeId: change?.id, decision: "refuse" });
    expect(await readInvitation(token)).toMatchObject({ state: "withdrawn" });
    await expect(bySql(await org.as("admin"), sql`select app.open_access_changes()`)).rejects.toSatisfy(
      refusedByPostgres,
    );
  });

  test("names what is wrong with what was sent", async () => {
    const ctx = await org.confirmed(supervisor);
    const id = newId();
    await expect(decideAccessChange(ctx, { changeId: id, decision: "release" })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(decideAccessChange(ctx, { changeId: id, decision: "x" })).rejects.toMatchObject({
      fields: { decision: expect.any(String) },
    });
  });
});
