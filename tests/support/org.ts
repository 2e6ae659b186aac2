import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { auditEntries } from "@/db/schema";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import type { Role } from "@/lib/kernel/access/roles";
import { wrapKey } from "@/lib/kernel/access/vault";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { inviteMember } from "@/lib/organisation/members/commands/invite-member";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { newId, newToken } from "@/lib/platform/ids";
import { owner } from "./db";
import { passDays, plantRelease } from "./plant-access";
import { plantConfirmation } from "./plant-confirmation";
import { prove, sessionBy } from "./sessions";

/** Nobody signs in with a password in these tests, so no time is spent on hashing one. Sessions are a passkey's. */
const unusable = "no password";

export type Person = { loginId: string; memberId: string; token: Buffer; ctx: Ctx };
export type Org = {
  id: string;
  as: (role: Role) => Promise<Ctx>;
  person: (role: Role, name?: string) => Promise<Person>;
  /** The same with a fresh proof of who they are, as after using a passkey once more. */
  confirmed: (who: Role | Person) => Promise<Ctx>;
  /** With a proof that somebody can be talked out of: password and code, then a code once more. */
  coded: (who: Role | Person) => Promise<Ctx>;
  /** With the best proof of somebody who has no passkey: password and code, both once more. */
  provedBoth: (who: Role | Person) => Promise<Ctx>;
  /** Who took the link of an invitation and was never inside. */
  newcomer: (role: Role) => Promise<{ loginId: string; memberId: string }>;
  service: () => Ctx;
  auditOf: (subjectId: string) => Promise<string[]>;
  /** An officer whose office nobody called back yet. */
  unconfirmed: (name?: string) => Promise<Person>;
};

/** A fresh organisation of this test's own, with people made when they are asked for. */
export async function makeOrg(name = `Test organisation ${randomBytes(3).toString("hex")}`): Promise<Org> {
  const admin = await claim(name);
  const kept = new Map<Role, Person>([["admin", admin]]);
  let inviter: Promise<Ctx> | undefined;
  const invite = async (role: Role, called?: string, isConfirmed = true) => {
    inviter ??= steppedUp(admin);
    return join(await inviter, role, called, isConfirmed);
  };
  const person = (role: Role, called?: string) => invite(role, called);
  const keep = async (role: Role): Promise<Person> => {
    const known = kept.get(role) ?? (await person(role));
    kept.set(role, known);
    return known;
  };
  return {
    id: admin.ctx.orgId,
    person,
    as: async (role) => freshCtx((await keep(role)).token),
    confirmed: async (who) => steppedUp(typeof who === "string" ? await keep(who) : who),
    coded: async (who) => coded(typeof who === "string" ? await keep(who) : who, "totp"),
    provedBoth: async (who) => coded(typeof who === "string" ? await keep(who) : who, "password", "totp"),
    newcomer: async (role) => {
      inviter ??= steppedUp(admin);
      return accept(await inviter, role);
    },
    unconfirmed: (called) => invite("liaison", called, false),
    service: () => jobCtx(admin.ctx.orgId),
    auditOf: (subjectId) => auditActions(jobCtx(admin.ctx.orgId), subjectId),
  };
}

async function claim(name: string): Promise<Person> {
  const setup = newToken();
  await owner()`insert into auth.setup_tokens (hash, expires_at) values (${sha256(setup)}, now() + interval '1 hour')`;
  const [orgId, loginId, memberId, keyId] = [newId(), newId(), newId(), newId()] as const;
  await database().execute(
    sql`select auth.claim_setup(${setup}, ${orgId}::uuid, ${name}, ${loginId}::uuid, ${memberId}::uuid,
      ${`admin-${memberId}@test.example`}, 'Admin Person', ${unusable}, ${keyId}::uuid, ${wrapKey(newToken(), orgId, keyId)})`,
  );
  return signedIn(loginId, memberId);
}

async function join(admin: Ctx, role: Role, called?: string, confirmed = true): Promise<Person> {
  const { loginId, memberId } = await accept(admin, role, called);
  if (role === "liaison" && confirmed) await plantConfirmation(jobCtx(admin.orgId), memberId);
  return signedIn(loginId, memberId);
}

async function accept(admin: Ctx, role: Role, called = `${role} person`) {
  const [loginId, memberId] = [newId(), newId()] as const;
  const office = { address: "Voorbeeldfontein station, Example Street 1", phone: "021 000 0100" };
  const officer = { rank: "Sergeant", agency: "SAPS", unit: "Voorbeeldfontein", forceNumber: "0000001-1", ...office };
  const invited = await inviteMember(admin, { role, name: called, email: `${memberId}@test.example`, ...officer });
  const token = Buffer.from(invited.token, "base64url");
  if (invited.waits) await plantRelease(admin.orgId, invited.id);
  await database().execute(
    sql`select auth.accept_invitation(${token}, ${loginId}::uuid, ${memberId}::uuid, ${called}, ${unusable})`,
  );
  await passDays(60, memberId);
  return { loginId, memberId };
}

async function signedIn(loginId: string, memberId: string): Promise<Person> {
  const token = await sessionBy(loginId, "passkey");
  return { loginId, memberId, token, ctx: await freshCtx(token) };
}

/** A proof on a session of its own, so that the person's other contexts stay without one. */
async function steppedUp({ loginId }: Person): Promise<Ctx> {
  const token = await sessionBy(loginId, "passkey");
  await prove(token, "passkey");
  return freshCtx(token);
}

async function coded({ loginId }: Person, ...how: ("password" | "totp")[]): Promise<Ctx> {
  const token = await sessionBy(loginId, "password+totp");
  for (const value of how) await prove(token, value);
  return freshCtx(token);
}

async function freshCtx(token: Buffer): Promise<Ctx> {
  const ctx = await ctxFromToken(token);
  if (!ctx) throw new Error("The session did not open.");
  return ctx;
}

/** What the log says about one subject, oldest first. */
async function auditActions(ctx: Ctx, subjectId: string): Promise<string[]> {
  return withTransaction(ctx, "read only", async (scoped) => {
    const rows = await scoped.db
      .select({ action: auditEntries.action })
      .from(auditEntries)
      .where(sql`subject_id = ${subjectId}::uuid`)
      .orderBy(auditEntries.seq);
    return rows.map((row) => row.action);
  });
}
