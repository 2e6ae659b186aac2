import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { type SettableRole, settable } from "@/lib/kernel/access/role-rules";
import { may, type Permission } from "@/lib/kernel/access/roles";
import { askRoleChange } from "@/lib/organisation/roles/ask-role-change";
import { listCustomRoles, listRoleChanges } from "@/lib/organisation/roles/queries";
import { newId } from "@/lib/platform/ids";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { confirmRules } from "@/tests/support/confirm-rules";
import { everyPermission, mayRole, type PermissionName } from "@/tests/support/model/who-may";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let boss: Person;
let worker: Person;

beforeEach(async () => {
  org = await makeOrg();
  boss = await org.person("supervisor", "First Supervisor");
  worker = await org.person("caseworker", "First Worker");
});

const lacks = async ({ token }: Person) => (await ctxFromToken(token))?.actor.lacks;

describe("what may be asked for", () => {
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

  test("no permission that a role does not have is taken or given by any change of it, in Postgres", async () => {
    const admin = await org.as("admin");
    await confirmRules(org, boss, "caseworker", { name: "Volunteer" });
    const [own] = await listCustomRoles(admin);
    for (const role of ["caseworker", "supervisor"] as const) {
      const may: readonly string[] = settable[role];
      const beyond = Object.keys(everyPermission).filter((permission) => !may.includes(permission));
      expect(beyond.length).toBeGreaterThan(20);
      const id = role === "caseworker" ? (own?.id ?? "") : null;
      for (const [taken, given] of beyond.flatMap((one) => [
        [`{${one}}`, "{}"],
        ["{}", `{${one}}`],
      ]))
        await expect(
          bySql(
            admin,
            sql`insert into app.role_changes (id, org_id, kind, role, custom_role_id, taken, given, asked_by, asked_at)
              values (${newId()}, ${org.id}, 'rules', ${role}, ${id}, ${taken}::text[], ${given}::text[], ctx.member(),
                now())`,
          ),
        ).rejects.toSatisfy(refusedByPostgres);
    }
  });

  test("what is kept by a role of our own adds nothing to what the role has in the code", () => {
    for (const [role, list] of Object.entries(settable) as [SettableRole, readonly Permission[]][])
      for (const permission of list) expect(mayRole(role, permission as PermissionName)).toBe(true);
  });
});
