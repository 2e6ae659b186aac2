import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import type postgres from "postgres";
import { deviceFamily } from "@/lib/auth/sessions/device-family";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { newId, newToken } from "@/lib/platform/ids";
import { dataDirOf } from "../../support/e2e";
import type { RoleName } from "../../support/model/who-may";

export type Tx = postgres.TransactionSql;

/** `amr`: by what the session was opened; `userAgent`: of the browser that has its cookie, for it ends in any other. */
type Given = { orgId: string; role: RoleName; name: string; amr: "passkey" | "demo"; userAgent: string };

/** Somebody of an organisation on the demonstration's server, with a session: nobody typed or confirmed anything. */
export async function plantPerson(
  owner: postgres.Sql,
  { orgId, role, name, amr, userAgent }: Given,
): Promise<{ memberId: string; cookie: string }> {
  const secret = (await readFile(join(dataDirOf("demo"), "secrets", "auth-secret"), "utf8")).trim();
  const memberId = newId();
  const loginId = newId();
  await within(owner, orgId, "service", null, async (tx) => {
    await tx`insert into app.members (id, org_id, role, name, email, code, joined_at)
      values (${memberId}, ${orgId}, ${role}, ${name}, ${`${memberId}@cast.example`}, ${memberId.slice(-9)}, now())`;
    await tx`insert into auth.logins (id, email, password_hash, org_id, member_id, created_at)
      values (${loginId}, ${`${memberId}@cast.example`}, 'none', ${orgId}, ${memberId}, now())`;
  });
  const ticket = newToken();
  const token = newToken();
  await owner`select auth.issue_ticket(${sha256(ticket)}, ${loginId}, ${amr})`;
  await owner`select auth.redeem_ticket(${sha256(ticket)}, ${newId()}, ${sha256(token)})`;
  const session = { st: token.toString("base64url"), dv: deviceFamily(userAgent) };
  return { memberId, cookie: await encode({ token: session, secret }) };
}

/** In the place of somebody of this organisation, or of the service. */
export async function within<T>(
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
