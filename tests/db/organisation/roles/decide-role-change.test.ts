import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { askRoleChange } from "@/lib/organisation/roles/ask-role-change";
import { assignRole } from "@/lib/organisation/roles/assign-role";
import { decideRoleChange } from "@/lib/organisation/roles/decide-role-change";
import { openRoleChanges } from "@/lib/organisation/roles/open-role-changes";
import { countRolesToDecide, listCustomRoles, listRoleChanges } from "@/lib/organisation/roles/queries";
import { newId } from "@/lib/platform/ids";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { confirmRules, rulesFor } from "@/tests/support/confirm-rules";
import { owner } from "@/tests/support/db";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { passDays } from "@/tests/support/plant-access";

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
    expect(await countRolesToDecide(boss.ctx)).toBe(1);
    expect(await countRolesToDecide(await org.as("admin"))).toBe(0);
    await decideRoleChange(await org.confirmed(boss), release(id));
    expect(await countRolesToDecide(boss.ctx)).toBe(0);
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

  test("of somebody's own role is not confirmed by them, in the command and in Postgres", async () => {
    await confirmRules(org, await org.person("admin"), "supervisor", { name: "Deputy", without: ["case.export"] });
    const [own] = await listCustomRoles(await org.as("admin"));
    const about = { memberId: boss.memberId, customRoleId: own?.id };
    const { id } = await assignRole(await org.confirmed("admin"), about);
    await expect(decideRoleChange(await org.confirmed(boss), release(id))).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringMatching(/about you/),
    });
    const inSql = sql`update app.role_changes set state = 'confirmed', decided_by = ctx.member(), decided_at = now()
      where id = ${id}::uuid`;
    await expect(bySql(boss.ctx, inSql)).rejects.toSatisfy(refusedByPostgres);
    expect(await lacks(boss)).toEqual([]);
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
});
