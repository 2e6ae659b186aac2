import { sql } from "drizzle-orm";
import { recordConflict } from "@/lib/casework/conflicts-of-interest/record-conflict";
import { decideEmergencyAccess } from "@/lib/casework/emergency-access/decide-emergency-access";
import { requestEmergencyAccess } from "@/lib/casework/emergency-access/request-emergency-access";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { officeToday } from "@/lib/law/office/rules";
import { recordAbsence } from "@/lib/organisation/absences/record-absence";
import { addDays } from "@/lib/platform/time/calendar";
import { bySql } from "./by-sql";
import type { Relation, RoleName } from "./model/who-may";
import { makeOrg, type Org, type Person } from "./org";
import { plantCase } from "./plant";

export type Actor = { name: string; role: RoleName; relation: Relation; person: Person };
export type Stage = { org: Org; owner: Person; open: string; closed: string; actors: Actor[] };

const supervisorRoles = ["supervisor", "admin", "liaison"] as const;

/** An open and a closed case of one caseworker, and somebody for every way of standing to them. */
export async function setStage(): Promise<Stage> {
  const org = await makeOrg();
  const elsewhere = await makeOrg();
  const owner = await org.person("caseworker", "Owner Example");
  const open = await plantCase(owner.ctx, { code: "CD-26-0001" });
  const closed = await plantCase(owner.ctx, { code: "CD-26-0002" });
  const actors: Actor[] = [{ name: "owner", role: "caseworker", relation: "owns it", person: owner }];
  const add = async (name: string, role: RoleName, relation: Relation, from = org) => {
    const person = await from.person(role, `${name} Example`);
    actors.push({ name, role, relation, person });
    return person;
  };
  const member = await add("member", "caseworker", "works on it");
  const cover = await add("cover", "caseworker", "covers for its owner");
  const looker = await add("looker", "caseworker", "looks in an emergency");
  await add("colleague", "caseworker", "same organisation");
  const later = await add("cover to come", "caseworker", "same organisation");
  for (const role of supervisorRoles) await add(role, role, "same organisation");
  for (const role of ["caseworker", ...supervisorRoles] as const) await add(`denied ${role}`, role, "is denied it");
  for (const role of ["caseworker", ...supervisorRoles] as const)
    await add(`foreign ${role}`, role, "other organisation", elsewhere);
  const supervisor = await org.person("supervisor", "Deciding Example");
  const denied = actors.filter((actor) => actor.relation === "is denied it").map((actor) => actor.person);
  for (const caseId of [open, closed]) {
    for (const who of [member, denied[0]]) await letIn(supervisor.ctx, caseId, who?.memberId ?? "");
    for (const { memberId } of denied)
      await recordConflict(supervisor.ctx, { caseId, memberId, reason: "A conflict." });
    const code = caseId === open ? "CD-26-0001" : "CD-26-0002";
    const { id: lookId } = await requestEmergencyAccess(looker.ctx, { code, reason: "An emergency." });
    await decideEmergencyAccess(await org.confirmed(supervisor), { lookId, decision: "release" });
  }
  const today = officeToday(new Date());
  await recordAbsence(owner.ctx, { memberId: owner.memberId, coverId: cover.memberId, fromOn: today, untilOn: today });
  const next = addDays(today, 1);
  await recordAbsence(owner.ctx, { memberId: owner.memberId, coverId: later.memberId, fromOn: next, untilOn: next });
  const end = sql`update app.cases set closed_at = now(), closed_by = ${owner.memberId}, outcome = 'client_ended' where id = ${closed}`;
  await bySql(supervisor.ctx, end);
  return { org, owner, open, closed, actors };
}

const letIn = (ctx: Ctx, caseId: string, memberId: string) =>
  bySql(
    ctx,
    sql`insert into app.case_members (org_id, case_id, member_id, since)
    values (${ctx.orgId}, ${caseId}, ${memberId}, now())`,
  );
