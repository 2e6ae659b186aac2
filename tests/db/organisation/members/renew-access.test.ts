import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { checkPassword } from "@/lib/auth/passwords/password";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { acceptInvitation, readInvitation } from "@/lib/auth/sign-in/accept-invitation";
import { inviteMember } from "@/lib/organisation/members/commands/invite-member";
import { removeMember } from "@/lib/organisation/members/commands/remove-member";
import { renewAccess } from "@/lib/organisation/members/commands/renew-access";
import { listMembers, listOpenInvitations } from "@/lib/organisation/members/queries";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { newId, newToken } from "@/lib/platform/ids";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
const lostDevice = { lost: "device", madeSure: "in_person" } as const;
const oldPassword = "the old fictional words";
const newPassword = "the new fictional words";

beforeAll(async () => {
  org = await makeOrg();
});

/** Somebody with a password and a session, as a person who joined with a link has them. */
async function joined() {
  const email = `${newId()}@test.example`;
  const person = { role: "caseworker", name: "Forgetful Person", email };
  const { token } = await inviteMember(await org.confirmed("admin"), person);
  const { loginId, memberId } = await acceptInvitation({ token, name: person.name, password: oldPassword });
  return { email, loginId, memberId, session: await signIn(loginId) };
}

async function signIn(loginId: string): Promise<Buffer> {
  const [ticket, session] = [newToken(), newToken()] as const;
  await database().execute(sql`select auth.issue_ticket(${sha256(ticket)}, ${loginId}::uuid, 'passkey')`);
  await database().execute(sql`select auth.redeem_ticket(${sha256(ticket)}, ${newId()}::uuid, ${sha256(session)})`);
  return session;
}

async function opens(email: string, password: string): Promise<boolean> {
  const [login] = await database().execute<{ password_hash: string }>(sql`select * from auth.find_login(${email})`);
  return checkPassword(login?.password_hash, password, "known");
}

describe("renewAccess", () => {
  test("makes a link that changes nothing until it is used, and says so in the log", async () => {
    const person = await joined();
    const { token } = await renewAccess(await org.confirmed("admin"), { memberId: person.memberId, ...lostDevice });
    expect(await readInvitation(token)).toMatchObject({ email: person.email, renews: person.memberId, state: "open" });
    expect(await opens(person.email, oldPassword)).toBe(true);
    expect(await ctxFromToken(person.session)).not.toBeNull();
    expect(await org.auditOf(person.memberId)).toContain("member.renewal_offered");
    const listed = await listOpenInvitations(await org.as("admin"));
    expect(listed.find((row) => row.email === person.email)).toMatchObject({ renewal: true });
  });

  test("once used, the old password and every old session stop and the new one works", async () => {
    const person = await joined();
    const before = await listMembers(await org.as("admin"));
    const { token } = await renewAccess(await org.confirmed("admin"), { memberId: person.memberId, ...lostDevice });
    const renewed = await acceptInvitation({ token, name: "Forgetful Person", password: newPassword });
    expect(renewed).toEqual({ loginId: person.loginId, memberId: person.memberId, proof: "invitation" });
    expect(await opens(person.email, oldPassword)).toBe(false);
    expect(await opens(person.email, newPassword)).toBe(true);
    expect(await ctxFromToken(person.session)).toBeNull();
    expect((await ctxFromToken(await signIn(renewed.loginId)))?.actor.memberId).toBe(person.memberId);
    expect(await listMembers(await org.as("admin"))).toEqual(before);
    expect(await org.auditOf(person.memberId)).toContain("member.access_renewed");
  });

  test("the link works once", async () => {
    const person = await joined();
    const { token } = await renewAccess(await org.confirmed("admin"), { memberId: person.memberId, ...lostDevice });
    await acceptInvitation({ token, name: "Forgetful Person", password: newPassword });
    const again = acceptInvitation({ token, name: "Forgetful Person", password: "another set of words" });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
    expect(await opens(person.email, newPassword)).toBe(true);
  });

  test("leaves everybody else signed in", async () => {
    const person = await joined();
    const colleague = await joined();
    const { token } = await renewAccess(await org.confirmed("admin"), { memberId: person.memberId, ...lostDevice });
    await acceptInvitation({ token, name: "Forgetful Person", password: newPassword });
    expect(await ctxFromToken(colleague.session)).not.toBeNull();
    expect(await opens(colleague.email, oldPassword)).toBe(true);
  });

  test("is not for oneself", async () => {
    const admin = await org.confirmed("admin");
    await expect(renewAccess(admin, { memberId: admin.actor.memberId, ...lostDevice })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("does not know who was removed", async () => {
    const { memberId } = await joined();
    const admin = await org.confirmed("admin");
    const { token } = await renewAccess(admin, { memberId, ...lostDevice });
    await removeMember(admin, { memberId, ...lostDevice });
    await expect(renewAccess(admin, { memberId, ...lostDevice })).rejects.toMatchObject({ code: "not_found" });
    expect(await readInvitation(token)).toMatchObject({ state: "withdrawn" });
    const late = acceptInvitation({ token, name: "Forgetful Person", password: newPassword });
    await expect(late).rejects.toMatchObject({ code: "conflict" });
  });

  test("names the field of a bad id", async () => {
    const attempt = renewAccess(await org.confirmed("admin"), { memberId: "7", ...lostDevice });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { memberId: expect.any(String) } });
  });

  test("of several links made at once, one stays open", async () => {
    const { memberId } = await joined();
    const admin = await org.confirmed("admin");
    const made = await Promise.all([1, 2, 3].map(() => renewAccess(admin, { memberId, ...lostDevice })));
    const states = await Promise.all(made.map(async ({ token }) => (await readInvitation(token))?.state));
    expect(states.sort()).toEqual(["open", "withdrawn", "withdrawn"]);
  });
});
