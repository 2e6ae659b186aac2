import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { hashPassword } from "@/lib/auth/passwords/password";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { stepUp } from "@/lib/auth/step-up/step-up";
import { newToken } from "@/lib/platform/ids";
import { owner } from "@/tests/support/db";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

const password = "four plainly fictional words";
let org: Org;
let passwordHash: string;

beforeAll(async () => {
  org = await makeOrg();
  passwordHash = await hashPassword(password);
});

/** Somebody whose password is known. */
async function person(): Promise<Person> {
  const made = await org.person("supervisor");
  await owner()`update auth.logins set password_hash = ${passwordHash} where id = ${made.loginId}`;
  return made;
}

const isSteppedUp = async (token: Buffer) => (await ctxFromToken(token))?.steppedUp;

describe("stepUp", () => {
  test("the right password counts for this session, for five minutes, and is in the log", async () => {
    const { token: before, memberId } = await person();
    expect(await isSteppedUp(before)).toBeNull();
    const token = await stepUp(before, { password });
    expect(await isSteppedUp(token)).toBe("any");
    expect(await org.auditOf(memberId)).toContain("session.confirmed");
    await owner()`update auth.sessions set stepped_up_at = now() - interval '5 minutes 1 second'
      where member_id = ${memberId}`;
    expect(await isSteppedUp(token)).toBeNull();
  });

  test("a wrong one says so at its field, is in the log and changes nothing", async () => {
    const { token, memberId } = await person();
    await expect(stepUp(token, { password: "another four fictional words" })).rejects.toMatchObject({
      code: "invalid",
      fields: { password: expect.stringContaining("not your password") },
    });
    expect(await isSteppedUp(token)).toBeNull();
    expect(await org.auditOf(memberId)).toContain("session.confirm_refused");
  });

  test("the password of somebody else does not count", async () => {
    const { token, loginId } = await person();
    await owner()`update auth.logins set password_hash = ${await hashPassword("somebody else’s own words")}
      where id = ${loginId}`;
    await expect(stepUp(token, { password })).rejects.toMatchObject({ code: "invalid" });
  });

  test("after ten tries the right one has to wait too", async () => {
    const { token } = await person();
    for (let n = 0; n < 10; n++)
      await expect(stepUp(token, { password: "no" })).rejects.toMatchObject({ code: "invalid" });
    await expect(stepUp(token, { password })).rejects.toMatchObject({
      code: "conflict",
      fields: { password: expect.stringContaining("Wait") },
    });
  });

  test("a session that ended, and one that never was, proves nothing", async () => {
    const { token } = await person();
    await database().execute(sql`select auth.end_session(${token})`);
    await expect(stepUp(token, { password })).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(stepUp(newToken(), { password })).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("a tick counts only in a session of the demonstration", async () => {
    const { token, memberId } = await person();
    await expect(stepUp(token, "tick")).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await isSteppedUp(token)).toBeNull();
    await owner()`update auth.sessions set amr = 'demo', aal = 'demo' where member_id = ${memberId}`;
    expect(await isSteppedUp(await stepUp(token, "tick"))).toBe("phr");
  });
});
