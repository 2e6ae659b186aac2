import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { hashPassword } from "@/lib/auth/passwords/password";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { acceptInvitation, readInvitation } from "@/lib/auth/sign-in/accept-invitation";
import { claimSetup, setupTokenIsLive } from "@/lib/auth/sign-in/claim-setup";
import { inviteMember } from "@/lib/organisation/members/commands/invite-member";
import { withdrawInvitation } from "@/lib/organisation/members/commands/withdraw-invitation";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { newId, newToken } from "@/lib/platform/ids";
import { owner } from "@/tests/support/db";
import { makeOrg } from "@/tests/support/org";

const password = "four fictional words here";

async function setupToken(): Promise<string> {
  const token = newToken();
  await owner()`insert into auth.setup_tokens (hash, expires_at) values (${sha256(token)}, now() + interval '1 hour')`;
  return token.toString("base64url");
}

const answers = (token: string) => ({
  token,
  organisation: "First Run Trust",
  name: "First Person",
  email: `first-${newId()}@test.example`,
  password,
});

describe("first-run setup", () => {
  test("of twenty claims at once, one wins", async () => {
    const token = await setupToken();
    expect(await setupTokenIsLive(token)).toBe(true);
    const hash = await hashPassword(password);
    const claims = Array.from({ length: 20 }, () =>
      database().execute<{ done: boolean }>(
        sql`select auth.claim_setup(${Buffer.from(token, "base64url")}, ${newId()}::uuid, 'Race', ${newId()}::uuid,
          ${newId()}::uuid, ${`${newId()}@test.example`}, 'Racer', ${hash}, ${newId()}::uuid, 'wrapped') as done`,
      ),
    );
    const results = await Promise.all(claims);
    expect(results.filter(([row]) => row?.done)).toHaveLength(1);
    expect(await setupTokenIsLive(token)).toBe(false);
  });

  test("names the field that needs another look, and a short password", async () => {
    const token = await setupToken();
    await expect(claimSetup({ ...answers(token), email: "no" })).rejects.toMatchObject({
      code: "invalid",
      fields: { email: expect.any(String) },
    });
    await expect(claimSetup({ ...answers(token), password: "too short" })).rejects.toMatchObject({
      fields: { password: expect.any(String) },
    });
  });

  test("an unknown token opens nothing", async () => {
    await expect(claimSetup(answers(newToken().toString("base64url")))).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("tickets", () => {
  test("a ticket opens one session, once", async () => {
    const { loginId } = await claimSetup(answers(await setupToken()));
    const ticket = newToken();
    await database().execute(sql`select auth.issue_ticket(${sha256(ticket)}, ${loginId}::uuid, 'passkey')`);
    const redeem = (token: Buffer) =>
      database().execute<{ login: string | null }>(
        sql`select auth.redeem_ticket(${sha256(ticket)}, ${newId()}::uuid, ${sha256(token)}) as login`,
      );
    const [first, second] = [newToken(), newToken()] as const;
    expect((await redeem(first))[0]?.login).toBe(loginId);
    expect((await redeem(second))[0]?.login).toBeNull();
    expect((await ctxFromToken(first))?.actor.role).toBe("admin");
    expect(await ctxFromToken(second)).toBeNull();
  });
});

describe("invitations", () => {
  test("an invitation is used once and makes the member it names", async () => {
    const org = await makeOrg();
    const invited = await inviteMember(await org.confirmed("admin"), {
      role: "supervisor",
      name: "Invited Person",
      email: `${newId()}@test.example`,
    });
    expect(await readInvitation(invited.token)).toMatchObject({ role: "supervisor", state: "open" });
    await acceptInvitation({ token: invited.token, name: "Invited Person", password });
    await expect(acceptInvitation({ token: invited.token, name: "Again", password })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await readInvitation(invited.token)).toMatchObject({ state: "accepted" });
  });

  test("a withdrawn invitation opens nothing", async () => {
    const org = await makeOrg();
    const admin = await org.confirmed("admin");
    const invited = await inviteMember(admin, {
      role: "caseworker",
      name: "Not Coming",
      email: `${newId()}@test.example`,
    });
    await withdrawInvitation(admin, { invitationId: invited.id });
    await expect(acceptInvitation({ token: invited.token, name: "Not Coming", password })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

describe("guessing", () => {
  test("a bucket runs dry and says so", async () => {
    const key = newToken();
    const take = async () => {
      const [row] = await database().execute<{ ok: boolean }>(sql`select auth.take(${key}, 3, 0.001) as ok`);
      return row?.ok;
    };
    expect([await take(), await take(), await take(), await take()]).toEqual([true, true, true, false]);
  });
});
