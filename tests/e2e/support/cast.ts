import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import type postgres from "postgres";
import { deviceFamily } from "@/lib/auth/sessions/device-family";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { newId, newToken } from "@/lib/platform/ids";
import { recordsOf } from "../../support/case-records";
import { dataDirOf, ownerOf } from "../../support/e2e";
import type { Relation, RoleName } from "../../support/model/who-may";
import type { Ids } from "./routes";

/** Somebody beside the people of the demonstration: only planted, with a session, and gone when the test is over. */
export type Player = { name: string; role: RoleName | null; relation: Relation; cookie: string };
export type Cast = { players: Player[]; ids: Ids; missing: Set<string>; end: () => Promise<void> };

type Tx = postgres.TransactionSql;

/** One person for each way of standing to a case of the demonstration, and its records. */
export async function plantCast(pseudonym: string): Promise<Cast> {
  const owner = await ownerOf("demo");
  const secret = (await readFile(join(dataDirOf("demo"), "secrets", "auth-secret"), "utf8")).trim();
  const orgs = await owner<{ id: string }[]>`select org_id as id from auth.logins group by 1 order by count(*) desc`;
  const orgId = orgs[0]?.id ?? "";
  const elsewhere = newId();
  const planted: string[] = [];
  const players: Player[] = [];
  const person = async (name: string, role: RoleName, relation: Relation, org = orgId) => {
    const memberId = newId();
    const loginId = newId();
    await within(owner, org, "service", null, async (tx) => {
      await tx`insert into app.members (id, org_id, role, name, email, code, joined_at)
        values (${memberId}, ${org}, ${role}, ${`${name} Fictional`}, ${`${memberId}@cast.example`}, ${memberId.slice(-9)}, now())`;
      await tx`insert into auth.logins (id, email, password_hash, org_id, member_id, created_at)
        values (${loginId}, ${`${memberId}@cast.example`}, 'none', ${org}, ${memberId}, now())`;
    });
    const ticket = newToken();
    const token = newToken();
    await owner`select auth.issue_ticket(${sha256(ticket)}, ${loginId}, 'passkey')`;
    await owner`select auth.redeem_ticket(${sha256(ticket)}, ${newId()}, ${sha256(token)})`;
    const cookie = `sid=${await encode({ token: { st: token.toString("base64url"), dv: deviceFamily("node") }, secret })}`;
    planted.push(memberId);
    players.push({ name, role, relation, cookie });
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

async function within<T>(
  owner: postgres.Sql,
  org: string,
  role: string,
  member: string | null,
  act: (tx: Tx) => Promise<T>,
): Promise<T> {
  return (await owner.begin(async (tx) => {
    await tx`select ctx.put(${org}, ${member}, ${role})`;
    return act(tx);
  })) as T;
}

async function idsOf(tx: Tx, pseudonym: string) {
  const [found] = await tx<{ caseId: string; clientId: string }[]>`
    select id as "caseId", client_id as "clientId" from app.cases where pseudonym = ${pseudonym} order by id limit 1`;
  const of = found ?? { caseId: newId(), clientId: newId() };
  return { ...(await recordsOf(tx, of)), clientId: of.clientId };
}
