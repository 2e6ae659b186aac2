import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { acceptInvitation } from "@/lib/auth/sign-in/accept-invitation";
import { settable } from "@/lib/kernel/access/role-rules";
import { may } from "@/lib/kernel/access/roles";
import { changeRole } from "@/lib/organisation/members/commands/change-role";
import { inviteMember } from "@/lib/organisation/members/commands/invite-member";
import { askRoleChange } from "@/lib/organisation/roles/ask-role-change";
import { assignRole } from "@/lib/organisation/roles/assign-role";
import { decideRoleChange } from "@/lib/organisation/roles/decide-role-change";
import { openRoleChanges } from "@/lib/organisation/roles/open-role-changes";
import { listCustomRoles, listRoleChanges, listRoles } from "@/lib/organisation/roles/queries";
import { withdrawRoleChange } from "@/lib/organisation/roles/withdraw-role-change";
import { newId } from "@/lib/platform/ids";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { confirmRole, confirmRules, rulesFor } from "@/tests/support/confirm-rules";
import { owner } from "@/tests/support/db";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { passDays, plantRelease } from "@/tests/support/plant-access";

let org: Org;
let boss: Person;
let worker: Person;

beforeEach(async () => {
  org = await makeOrg();
  boss = await org.person("supervisor", "First Supervisor");
  worker = await org.person("caseworker", "First Worker");
});

const ask = async (change = rulesFor("caseworker", { without: ["packet.build"] })) =>
  (await askRoleChange(await org.confirmed("admin"), change)).id;
const lacks = async ({ token }: Person) => (await ctxFromToken(token))?.actor.lacks;
const release = (changeId: string) => ({ changeId, decision: "release" });

describe("a change of roles", () => {
  test("counts once a second person confirmed it, from the next request on, and stands in the log", async () => {
    const id = await ask();
    expect(await lacks(worker)).toEqual([]);
    expect(await listRoleChanges(boss.ctx)).toMatchObject([
      { state: "waiting", loses: ["packet.build"], gets: [], concerns: 1, opensAt: null, whyNot: null },
    ]);
    await expect(decideRoleChange(await org.coded(boss), release(id))).rejects.toMatchObject({
      fields: { passkey: expect.any(String) },
    });
    await decideRoleChange(await org.confirmed(boss), release(id));
    expect(await lacks(worker)).toEqual(["packet.build"]);
    expect(await org.auditOf(id)).toEqual(["role.change_asked", "role.change_confirmed"]);
    await expect(decideRoleChange(await org.confirmed(boss), release(id))).rejects.toMatchObject({ code: "conflict" });
    // The session that was open keeps its context of the moment, and Postgres asks anew.
    const drafted = sql`insert into app.packets (id, org_id, case_id) values (${newId()}, ${org.id}, ${newId()})`;
    await expect(bySql(worker.ctx, drafted)).rejects.toSatisfy(refusedByPostgres);
  });

  test("is not confirmed by whoever asked, by whom they let in, or past the code", async () => {
    const id = await ask();
    const admin = await org.confirmed("admin");
    await expect(decideRoleChange(admin, release(id))).rejects.toMatchObject({ code: "forbidden" });
    const inSql = sql`update app.role_changes set state = 'confirmed', decided_by = ctx.member(), decided_at = now()
      where id = ${id}::uuid`;
    await expect(bySql(admin, inSql)).rejects.toSatisfy(refusedByPostgres);
    // As if the administrator had let this supervisor in three days ago.
    await passDays(-57, boss.memberId);
    await expect(decideRoleChange(await org.confirmed(boss), release(id))).rejects.toMatchObject({
      message: expect.stringMatching(/30 days/),
    });
    await expect(bySql(boss.ctx, inSql)).rejects.toSatisfy(refusedByPostgres);
    expect(await lacks(worker)).toEqual([]);
    // To refuse is always free.
    await decideRoleChange(boss.ctx, { changeId: id, decision: "refuse" });
    expect(await org.auditOf(id)).toEqual(["role.change_asked", "role.change_refused"]);
  });

  test("is taken back by an administrator, and one at a time waits", async () => {
    const id = await ask();
    await expect(ask()).rejects.toMatchObject({ code: "conflict" });
    await withdrawRoleChange(await org.as("admin"), { changeId: id });
    await expect(decideRoleChange(await org.confirmed(boss), release(id))).rejects.toMatchObject({ code: "conflict" });
    await ask();
  });

  test("where nobody could confirm it, it counts after three days, and can be refused until then", async () => {
    await passDays(-57, boss.memberId);
    const { opensAt } = await askRoleChange(
      await org.confirmed("admin"),
      rulesFor("caseworker", { without: ["case.open"] }),
    );
    expect(opensAt).not.toBeNull();
    expect(await openRoleChanges(org.service())).toBe(0);
    await owner().begin(async (tx) => {
      await tx`select ctx.put(${org.id}, null, 'service')`;
      await tx`update app.role_changes set opens_at = opens_at - interval '73 hours' where org_id = ${org.id}`;
    });
    expect(await openRoleChanges(org.service())).toBe(1);
    expect(await openRoleChanges(org.service())).toBe(0);
    expect(await lacks(worker)).toEqual(["case.open"]);
    await expect(bySql(await org.as("admin"), sql`select app.open_role_changes()`)).rejects.toSatisfy(
      refusedByPostgres,
    );
  });

  test("never leaves the ceiling, and concerns no administrator and no other organisation", async () => {
    const admin = await org.confirmed("admin");
    const beyond = askRoleChange(admin, { role: "caseworker", keeps: ["case.export"], maxDays: "" });
    await expect(beyond).rejects.toMatchObject({ code: "invalid", fields: { keeps: expect.any(String) } });
    await expect(askRoleChange(admin, { role: "admin", keeps: [], maxDays: "" })).rejects.toMatchObject({
      code: "invalid",
    });
    const put = (role: string, taken: string, given = "{}") =>
      bySql(
        admin,
        sql`insert into app.role_changes (id, org_id, kind, role, taken, given, asked_by, asked_at)
          values (${newId()}, ${org.id}, 'rules', ${role}, ${taken}::text[], ${given}::text[], ctx.member(), now())`,
      );
    await expect(put("admin", "{people.write}")).rejects.toSatisfy(refusedByPostgres);
    await expect(put("supervisor", "{access.decide}")).rejects.toSatisfy(refusedByPostgres);
    await expect(put("caseworker", "{}", "{case.export}")).rejects.toSatisfy(refusedByPostgres);
    const other = await makeOrg();
    const theirs = await other.person("caseworker");
    await confirmRules(org, boss, "caseworker", { without: settable.caseworker });
    await confirmRules(org, boss, "supervisor", { without: settable.supervisor }).catch(() => {});
    expect(await lacks(theirs)).toEqual([]);
    const still = await org.as("admin");
    expect(still.actor.lacks).toEqual([]);
    for (const permission of ["people.write", "roles.write", "roles.decide", "audit.read"] as const)
      expect(may(still.actor, permission)).toBe(true);
    expect(await listRoleChanges(await other.as("admin"))).toEqual([]);
    for (const column of ["lacks = ''", `custom_role_id = '${newId()}'`]) {
      const self = sql.raw(`update app.members set ${column} where id = '${worker.memberId}'`);
      await bySql(still, self).catch((error: unknown) => expect(refusedByPostgres(error)).toBe(true));
    }
    expect((await lacks(worker))?.length).toBeGreaterThan(10);
  });
});

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
