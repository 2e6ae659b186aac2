import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { ask, database } from "@/db/client";
import { hashPassword } from "@/lib/auth/passwords/password";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { proveAfresh } from "@/lib/auth/sessions/renew-token";
import { requireStanding } from "@/lib/auth/sessions/standing";
import { makeTextKey, openTextKey } from "@/lib/auth/sessions/text-key";
import { stepUp } from "@/lib/auth/step-up/step-up";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { owner } from "@/tests/support/db";
import { sessionBy } from "@/tests/support/factors";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

const password = "four plainly fictional words";
let org: Org;
let person: Person;

beforeAll(async () => {
  org = await makeOrg();
  person = await org.person("caseworker");
  await owner()`update auth.logins set password_hash = ${await hashPassword(password)} where id = ${person.loginId}`;
});

const fresh = () => sessionBy(person.loginId, "passkey");

async function cover(token: Buffer): Promise<boolean> {
  const [row] = await ask<{ done: boolean }>(sql`select auth.cover(${token}) as done`);
  return row?.done === true;
}

/** As the application's own role, past every line of our code. */
async function readMembers(token: Buffer): Promise<string> {
  try {
    return await database().transaction(async (tx) => {
      await tx.execute(sql`select * from ctx.enter(${token})`);
      const [row] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from app.members`);
      return `${row?.n} rows`;
    });
  } catch (error) {
    return sqlState(error) ?? "another error";
  }
}

describe("a session whose screen is hidden", () => {
  test("reads nothing, in Postgres too, and the log says since when", async () => {
    const token = await fresh();
    expect(await readMembers(token)).toMatch(/rows/);
    expect(await cover(token)).toBe(true);
    expect(await ctxFromToken(token)).toBeNull();
    expect(await readMembers(token)).toBe("28000");
    expect(await org.auditOf(person.memberId)).toContain("session.covered");
  });

  test("loses the proofs that it had, so nothing that wants one is done behind the cover", async () => {
    const token = await proveAfresh(await fresh(), "passkey");
    expect(await requireStanding(token)).toMatchObject({ freshness: "phr", mayAdd: true });
    await cover(token);
    expect(await requireStanding(token)).toMatchObject({ freshness: null, mayAdd: false });
  });

  test("opens by its person's password and not by a wrong one, and the token of before stays closed", async () => {
    const token = await fresh();
    await cover(token);
    await expect(stepUp(token, { password: "another four fictional words" })).rejects.toMatchObject({
      code: "invalid",
    });
    expect(await readMembers(token)).toBe("28000");
    const next = await stepUp(token, { password });
    expect((await ctxFromToken(next))?.steppedUp).toBe("any");
    expect(await readMembers(token)).toBe("28000");
  });

  test.each(["totp", "passkey"] as const)("opens by %s", async (how) => {
    const token = await fresh();
    await cover(token);
    expect(await ctxFromToken(await proveAfresh(token, how))).not.toBeNull();
  });

  test("does not open by a tick, and is not kept alive by asking", async () => {
    const token = await fresh();
    await cover(token);
    await expect(proveAfresh(token, "tick")).rejects.toMatchObject({ code: "unauthenticated" });
    const idle = async () => {
      const [row] = await owner()<{ at: Date }[]>`select idle_expires_at as at from auth.sessions
        where member_id = ${person.memberId} order by started_at desc limit 1`;
      return row?.at.getTime();
    };
    const before = await idle();
    await ctxFromToken(token);
    expect(await idle()).toBe(before);
  });

  test("a confined session and one that has ended are not covered", async () => {
    expect(await cover(await sessionBy(person.loginId, "password"))).toBe(false);
    const token = await fresh();
    await ask(sql`select auth.end_session(${token})`);
    expect(await cover(token)).toBe(false);
  });
});

describe("the key of what was typed", () => {
  test("opens for the same person again and for nobody else, changed or too old", async () => {
    const ctx = await ctxFromToken(await fresh());
    const other = (await org.person("caseworker")).ctx;
    if (!ctx) throw new Error("no session");
    const { key, wrapped } = makeTextKey(ctx);
    expect(Buffer.from(key, "base64")).toHaveLength(32);
    expect(wrapped).not.toContain(key);
    const again = await ctxFromToken(await fresh());
    expect(again && openTextKey(again, wrapped)).toBe(key);
    expect(openTextKey(other, wrapped)).toBeNull();
    expect(openTextKey(ctx, `${wrapped.slice(0, -4)}AAAA`)).toBeNull();
    expect(openTextKey({ ...ctx, now: new Date(ctx.now.getTime() + 13 * 3_600_000) }, wrapped)).toBeNull();
  });
});
