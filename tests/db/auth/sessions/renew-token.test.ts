import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { ask } from "@/db/client";
import { hashPassword } from "@/lib/auth/passwords/password";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { proveAfresh, wasRenewed } from "@/lib/auth/sessions/renew-token";
import { standingOf } from "@/lib/auth/sessions/standing";
import { whileSignedIn } from "@/lib/auth/sessions/while-signed-in";
import { stepUp } from "@/lib/auth/step-up/step-up";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { newId, newToken } from "@/lib/platform/ids";
import { owner } from "@/tests/support/db";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { sessionBy } from "@/tests/support/sessions";

const password = "four plainly fictional words";
let org: Org;
let someone: Person;

beforeAll(async () => {
  org = await makeOrg();
  someone = await org.person("supervisor");
  await owner()`update auth.logins set password_hash = ${await hashPassword(password)} where id = ${someone.loginId}`;
});

const fresh = () => sessionBy(someone.loginId, "passkey");

const rowOf = async (token: Buffer) => {
  const [row] = await owner()<{ id: string; expiresAt: Date; startedAt: Date }[]>`
    select id, expires_at as "expiresAt", started_at as "startedAt" from auth.sessions where token_hash = ${sha256(token)}`;
  return row;
};

describe("a fresh proof inside a session", () => {
  test("gives it a new token, and the one before opens nothing: no read, no standing, no further proof", async () => {
    const before = await fresh();
    const was = await rowOf(before);
    const after = await stepUp(before, { password });
    expect(after.equals(before)).toBe(false);
    expect((await ctxFromToken(after))?.steppedUp).toBe("any");
    expect(await ctxFromToken(before)).toBeNull();
    expect(await standingOf(before)).toBeNull();
    await expect(stepUp(before, { password })).rejects.toMatchObject({ code: "conflict" });
    // The same session: neither its place in the list nor the hour of its end moved.
    expect(await rowOf(after)).toEqual(was);
  });

  test("each one does, and none that was ever replaced comes back", async () => {
    const tokens = [await fresh()];
    for (let n = 0; n < 3; n++) tokens.push(await proveAfresh(tokens.at(-1) as Buffer, "passkey"));
    const open = await Promise.all(tokens.map(async (token) => (await ctxFromToken(token)) !== null));
    expect(open).toEqual([false, false, false, true]);
  });

  test("what is wrong leaves the token as it is", async () => {
    const token = await fresh();
    await expect(stepUp(token, { password: "another four fictional words" })).rejects.toMatchObject({
      code: "invalid",
    });
    expect((await ctxFromToken(token))?.steppedUp).toBeNull();
  });

  test("in two tabs at once: one wins, the other is told to send again, and nobody is signed out", async () => {
    const before = await fresh();
    // Both wait for the row, so both have seen it as it was.
    const sent = await owner().begin(async (tx) => {
      await tx`select 1 from auth.sessions where token_hash = ${sha256(before)} for update`;
      const both = Promise.allSettled([1, 2].map(() => proveAfresh(before, "password")));
      await new Promise((resolve) => setTimeout(resolve, 200));
      return [both];
    });
    const answers = (await sent[0]) ?? [];
    const [won] = answers.filter((answer) => answer.status === "fulfilled");
    expect(answers.filter((answer) => answer.status === "rejected")).toMatchObject([{ reason: { code: "conflict" } }]);
    expect((await ctxFromToken(won?.value as Buffer))?.steppedUp).toBe("any");
  });

  test("a ticket that waits opens a session of its own, which has proved nothing afresh", async () => {
    const ticket = newToken();
    const other = newToken();
    await ask(sql`select auth.issue_ticket(${sha256(ticket)}, ${someone.loginId}::uuid, 'passkey')`);
    const after = await proveAfresh(await fresh(), "passkey");
    await ask(sql`select auth.redeem_ticket(${sha256(ticket)}, ${newId()}::uuid, ${sha256(other)})`);
    expect((await ctxFromToken(other))?.steppedUp).toBeNull();
    expect((await ctxFromToken(after))?.steppedUp).toBe("phr");
  });

  test("that its old token was good is said for a minute, while the session lives, and of no other token", async () => {
    const before = await fresh();
    const after = await proveAfresh(before, "passkey");
    expect(await wasRenewed(before)).toBe(true);
    expect(await wasRenewed(after)).toBe(false);
    expect(await wasRenewed(newToken())).toBe(false);
    await owner()`update auth.sessions set renewed_at = now() - interval '61 seconds' where token_hash = ${sha256(after)}`;
    expect(await wasRenewed(before)).toBe(false);
    await expect(stepUp(before, { password })).rejects.toMatchObject({ code: "unauthenticated" });
    const next = await proveAfresh(after, "passkey");
    await ask(sql`select auth.end_session(${next})`);
    await expect(proveAfresh(after, "passkey")).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(proveAfresh(next, "passkey")).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("a confined session gets neither proof nor token", async () => {
    const token = await sessionBy(someone.loginId, "password");
    await expect(proveAfresh(token, "passkey")).rejects.toMatchObject({ code: "unauthenticated" });
    expect((await standingOf(token))?.aal).toBe("confined");
  });

  test("what flows since before goes on, until the session ends", async () => {
    const before = await fresh();
    const ctx = await ctxFromToken(before);
    if (!ctx) throw new Error("The session did not open.");
    const dripping = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        controller.enqueue(new Uint8Array(8));
      },
    });
    const reader = whileSignedIn(ctx, dripping, 50).getReader();
    const after = await proveAfresh(before, "passkey");
    const until = performance.now() + 300;
    while (performance.now() < until) expect((await reader.read()).done).toBe(false);
    await ask(sql`select auth.end_session(${after})`);
    const rest = async () => {
      for (;;) await reader.read();
    };
    await expect(rest()).rejects.toMatchObject({ code: "unauthenticated" });
  });
});
