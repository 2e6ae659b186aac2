import { newId } from "@/lib/platform/ids";
import { recordsOf } from "../../support/case-records";
import { ownerOf } from "../../support/e2e";
import type { Relation, RoleName } from "../../support/model/who-may";
import { plantPerson, type Tx, within } from "./plant-person";
import type { Ids } from "./routes";

/** Somebody beside the people of the demonstration: only planted, with a session, and gone when the test is over. */
export type Player = { name: string; role: RoleName | null; relation: Relation; cookie: string };
export type Cast = { players: Player[]; ids: Ids; missing: Set<string>; end: () => Promise<void> };

/** One person for each way of standing to a case of the demonstration, and its records. */
export async function plantCast(pseudonym: string): Promise<Cast> {
  const owner = await ownerOf("demo");
  const orgs = await owner<{ id: string }[]>`select org_id as id from auth.logins group by 1 order by count(*) desc`;
  const orgId = orgs[0]?.id ?? "";
  const elsewhere = newId();
  const planted: string[] = [];
  const players: Player[] = [];
  const person = async (name: string, role: RoleName, relation: Relation, org = orgId) => {
    const given = { orgId: org, role, name: `${name} Fictional`, amr: "passkey", userAgent: "node" } as const;
    const { memberId, cookie } = await plantPerson(owner, given);
    planted.push(memberId);
    players.push({ name, role, relation, cookie: `sid=${cookie}` });
    return memberId;
  };
  await within(owner, elsewhere, "service", null, async (tx) => {
    await tx`insert into app.organisations (id, name, code_prefix, created_at) values (${elsewhere}, 'Turnstone Cast', 'TC', now())`;
  });
  const { ids, missing, clientId } = await within(owner, orgId, "service", null, (tx) => idsOf(tx, pseudonym));
  const boss = await person("supervisor", "supervisor", "same organisation");
  const member = await person("member", "caseworker", "works on it");
  const looker = await person("looker", "caseworker", "looks in an emergency");
  for (const role of ["caseworker", "admin", "liaison"] as const) await person(role, role, "same organisation");
  const denied = [
    await person("denied supervisor", "supervisor", "is denied it"),
    await person("denied caseworker", "caseworker", "is denied it"),
  ];
  await person("foreign supervisor", "supervisor", "other organisation", elsewhere);
  players.push({ name: "nobody", role: null, relation: "other organisation", cookie: "" });
  await within(owner, orgId, "supervisor", boss, async (tx) => {
    const { caseId } = ids;
    for (const who of [member, denied[1] ?? ""]) {
      await tx`insert into app.case_members (org_id, case_id, member_id, since) values (${orgId}, ${caseId}, ${who}, now())`;
    }
  });
  // Said and released elsewhere in the tests, with reasons that are sealed; here only what the database keeps of it.
  for (const who of denied) {
    await owner`insert into ctx.denied (member_id, case_id, client_id) values (${who}, ${ids.caseId}, ${clientId})`;
  }
  await owner`insert into ctx.looks (look_id, member_id, case_id, ends_at) values (${newId()}, ${looker}, ${ids.caseId}, now() + interval '1 hour')`;
  const end = async () => {
    await owner`delete from ctx.looks where member_id = any(${planted})`;
    await owner`delete from ctx.denied where member_id = any(${planted})`;
    await owner`delete from auth.sessions where member_id = any(${planted})`;
    await within(owner, orgId, "service", null, async (tx) => {
      await tx`delete from app.case_members where member_id = any(${planted})`;
      await tx`update app.members set removed_at = now() where id = any(${planted})`;
    });
    await owner.end();
  };
  return { players, ids, missing, end };
}

async function idsOf(tx: Tx, pseudonym: string) {
  const [found] = await tx<{ caseId: string; clientId: string }[]>`
    select id as "caseId", client_id as "clientId" from app.cases where pseudonym = ${pseudonym} order by id limit 1`;
  const of = found ?? { caseId: newId(), clientId: newId() };
  return { ...(await recordsOf(tx, of)), clientId: of.clientId };
}
