import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { acceptInvitation, readInvitation } from "@/lib/auth/sign-in/accept-invitation";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { readCaseHeader } from "@/lib/casework/cases/queries";
import { askExport } from "@/lib/operations/exports/ask-export";
import { decideExport } from "@/lib/operations/exports/decide-export";
import { takeExport } from "@/lib/operations/exports/take-export";
import { changeRole } from "@/lib/organisation/members/commands/change-role";
import { inviteMember } from "@/lib/organisation/members/commands/invite-member";
import { removeMember } from "@/lib/organisation/members/commands/remove-member";
import { renewAccess } from "@/lib/organisation/members/commands/renew-access";
import { acknowledgeAlert } from "@/lib/oversight/alerts/acknowledge-alert";
import { listAlerts } from "@/lib/oversight/alerts/queries";
import { watchLog } from "@/lib/oversight/alerts/watch-log";
import { newId } from "@/lib/platform/ids";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { caseForm } from "@/tests/support/case-form";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { passDays } from "@/tests/support/plant-access";
import { prove, sessionBy } from "@/tests/support/sessions";

let org: Org;
let supervisor: Person;
let caseId: string;

beforeEach(async () => {
  org = await makeOrg();
  supervisor = await org.person("supervisor", "Real Supervisor");
  ({ id: caseId } = await openCase(supervisor.ctx, caseForm()));
});

const puppet = () => ({ role: "supervisor", name: "Sock Puppet", email: `${newId()}@nowhere.example` });

describe("one administrator alone, in an organisation that has cases", () => {
  test("does not become supervisor by sending her own id, and the case stays closed", async () => {
    const admin = await org.person("admin", "Bea Example");
    const bea = await org.confirmed(admin);
    await expect(changeRole(bea, { memberId: admin.memberId, role: "supervisor" })).rejects.toMatchObject({
      code: "conflict",
    });
    const again = await ctxFromToken(admin.token);
    expect(again?.actor.role).toBe("admin");
    if (!again) return;
    await expect(readCaseHeader(again, caseId)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("does not let a puppet in: the link opens nothing before a supervisor released it", async () => {
    const { token } = await inviteMember(await org.confirmed("admin"), puppet());
    expect(await readInvitation(token)).toMatchObject({ state: "waiting" });
    const join = acceptInvitation({ token, name: "Sock Puppet", password: "words of a sock puppet" });
    await expect(join).rejects.toMatchObject({ code: "conflict" });
  });

  test("does not make a caseworker a supervisor, nor take an account over by a new link", async () => {
    const friend = await org.person("caseworker");
    const bea = await org.confirmed("admin");
    await changeRole(bea, { memberId: friend.memberId, role: "supervisor" });
    expect((await ctxFromToken(friend.token))?.actor.role).toBe("caseworker");
    const { token } = await renewAccess(bea, { memberId: friend.memberId, lost: "device", madeSure: "in_person" });
    expect(await readInvitation(token)).toMatchObject({ state: "waiting" });
    const taken = acceptInvitation({ token, name: "Friend", password: "words of an administrator" });
    await expect(taken).rejects.toMatchObject({ code: "conflict" });
    expect(await ctxFromToken(friend.token)).not.toBeNull();
  });

  test("does not take everything with a puppet who was there from the start: not she asks, and Bea does not release", async () => {
    const other = await makeOrg();
    const { token } = await inviteMember(await other.confirmed("admin"), puppet());
    const joined = await acceptInvitation({ token, name: "Sock Puppet", password: "words of a sock puppet" });
    const sock = async () => {
      const session = await sessionBy(joined.loginId, "passkey");
      await prove(session, "passkey");
      return (await ctxFromToken(session)) ?? supervisor.ctx;
    };
    await openCase(await sock(), caseForm());
    const reason = "All of it, to be safe";
    await expect(askExport(await sock(), { reason })).rejects.toMatchObject({ code: "forbidden" });
    // A week later she may ask, and whoever let her in still does not count as a second person.
    await passDays(8, joined.memberId);
    const { id: exportId } = await askExport(await sock(), { reason });
    const release = decideExport(await other.confirmed("admin"), { exportId, decision: "release" });
    await expect(release).rejects.toMatchObject({ code: "forbidden", message: expect.stringMatching(/30 days/) });
    await expect(takeExport(await sock(), { exportId })).rejects.toMatchObject({ code: "conflict" });
    const bySqlToo = bySql(
      await other.as("admin"),
      sql`update app.case_exports set state = 'building', decided_by = ctx.member(), decided_at = now() where id = ${exportId}::uuid`,
    );
    await expect(bySqlToo).rejects.toSatisfy(refusedByPostgres);
  });

  test("does not pass Postgres either: no role, no link, no release in her own hand", async () => {
    const bea = await org.as("admin");
    const me = bea.actor.memberId;
    const { id } = await inviteMember(await org.confirmed("admin"), puppet());
    for (const statement of [
      sql`update app.members set role = 'supervisor' where id = ${me}::uuid`,
      sql`update app.members set role = 'supervisor' where role = 'admin'`,
      sql`insert into app.members (id, org_id, role, name, email, code, joined_at)
        values (gen_random_uuid(), ${org.id}::uuid, 'supervisor', 'Sock', 'sock@nowhere.example', 'S-99', now())`,
      sql`update app.invitations set accepted_at = now(), accepted_by = ${me}::uuid where id = ${id}::uuid`,
      sql`update app.invitations set role = 'admin' where id = ${id}::uuid`,
      sql`update app.access_changes set state = 'released', decided_by = ${me}::uuid, decided_at = now()`,
      sql`update app.access_changes set opens_at = now()`,
      sql`delete from app.access_changes`,
      sql`update app.members set removed_at = now() where role = 'supervisor'`,
    ]) {
      await expect(bySql(bea, statement)).rejects.toSatisfy(refusedByPostgres);
    }
    const own = sql`insert into app.access_changes (id, org_id, kind, member_id, role, asked_by, asked_at)
      values (gen_random_uuid(), ${org.id}::uuid, 'role', ${me}::uuid, 'supervisor', ${me}::uuid, now())`;
    await expect(bySql(bea, own)).rejects.toSatisfy(refusedByPostgres);
  });

  test("does not get rid of the last supervisor, after whom nobody could be asked", async () => {
    const bea = await org.confirmed("admin");
    const { memberId } = supervisor;
    await expect(removeMember(bea, { memberId })).rejects.toMatchObject({ code: "conflict" });
    await expect(changeRole(bea, { memberId, role: "caseworker" })).rejects.toMatchObject({ code: "conflict" });
    await org.person("supervisor", "Second Supervisor");
    await removeMember(bea, { memberId });
    expect(await ctxFromToken(supervisor.token)).toBeNull();
  });

  test("is told of to every supervisor, by a mail that says nothing, and closes none of it herself", async () => {
    await watchLog(org.service());
    const admin = await org.person("admin", "Bea Example");
    const friend = await org.person("caseworker", "Friend Example");
    await changeRole(await org.confirmed(admin), { memberId: friend.memberId, role: "supervisor" });
    const raised = (await watchLog(org.service())).filter(({ rule }) => rule === "access_given");
    expect(raised.map(({ memberId, byId }) => [memberId, byId])).toContainEqual([friend.memberId, admin.memberId]);
    const mails = await bySql<{ subject: string; body: string }>(
      org.service(),
      sql`select subject, body from app.mails where member_id = ${supervisor.memberId}::uuid`,
    );
    expect(mails.length).toBeGreaterThan(0);
    expect(JSON.stringify(mails)).not.toMatch(/Friend|Bea|supervisor/);
    const alerts = await listAlerts(admin.ctx);
    const about = alerts.find((alert) => alert.memberId === friend.memberId && alert.mine);
    const close = acknowledgeAlert(admin.ctx, { alertId: about?.id });
    await expect(close).rejects.toMatchObject({ code: "forbidden" });
    const bySqlToo = bySql(
      admin.ctx,
      sql`update app.audit_alerts set acknowledged_at = now(), acknowledged_by = ctx.member() where id = ${about?.id ?? ""}::uuid`,
    );
    await expect(bySqlToo).rejects.toSatisfy(refusedByPostgres);
    await acknowledgeAlert(supervisor.ctx, { alertId: about?.id });
  });
});
