import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { changePassword } from "@/lib/auth/passwords/change-password";
import { hashPassword } from "@/lib/auth/passwords/password";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { deviceHash } from "@/lib/auth/sessions/device-cookie";
import { listDevices } from "@/lib/auth/sessions/known-devices";
import { listNotices } from "@/lib/auth/sessions/sign-in-notices";
import { checkSignIn } from "@/lib/auth/sign-in/sign-in";
import { newId, newToken } from "@/lib/platform/ids";
import { owner } from "@/tests/support/db";
import { givePasskey, prove, sessionBy } from "@/tests/support/factors";
import { makeOrg, type Org } from "@/tests/support/org";
import { allMails } from "@/tests/support/plant-mail";

const before = "four plainly fictional words";
const after = "mustard lantern oblique ferry";
const from = { network: null, device: null, family: "Firefox on Windows" };
let org: Org;
let hash: string;

beforeAll(async () => {
  org = await makeOrg("Kestrel Trust");
  hash = await hashPassword(before);
});

async function person() {
  const made = await org.person("caseworker", "Thandi Mokoena");
  const [row] =
    await owner()`update auth.logins set password_hash = ${hash} where id = ${made.loginId} returning email`;
  return { ...made, email: String(row?.email) };
}

describe("changing one's own password", () => {
  test("the new one works, the old one and every other session stop, and it is in the log", async () => {
    const { loginId, memberId, token, email } = await person();
    const elsewhere = await sessionBy(loginId, "passkey");
    await database().execute(
      sql`select auth.remember_device(${token}, ${newId()}::uuid, ${deviceHash(loginId, newToken())})`,
    );
    await prove(token, "totp");
    await changePassword(token, { currentPassword: before, newPassword: after });
    await expect(checkSignIn({ email, password: after }, from)).resolves.toBe(loginId);
    await expect(checkSignIn({ email, password: before }, from)).rejects.toMatchObject({ code: "invalid" });
    expect(await ctxFromToken(elsewhere)).toBeNull();
    expect(await ctxFromToken(token)).not.toBeNull();
    expect(await listDevices(token)).toEqual([]);
    expect(await org.auditOf(memberId)).toContain("password.changed");
    expect(await listNotices(token)).toMatchObject([{ kind: "password_changed", mayDismiss: false }]);
    const told = (await allMails(org.service())).filter((mail) => mail.memberId === memberId);
    expect(told.map(({ body }) => body.split("\n")[0])).toContain("The password of your account was changed.");
  });

  test("wants a fresh proof, and a passkey as soon as there is one; a confined session never may", async () => {
    const { loginId, token } = await person();
    const change = (session: Buffer) => changePassword(session, { currentPassword: before, newPassword: after });
    await expect(change(token)).rejects.toMatchObject({ code: "forbidden" });
    await givePasskey(await sessionBy(loginId, "invitation"));
    const coded = await sessionBy(loginId, "password+totp");
    const confined = await sessionBy(loginId, "recovery");
    await prove(coded, "totp");
    for (const session of [coded, confined]) await expect(change(session)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("wants the current one, and says what is wrong at its field", async () => {
    const { token, memberId } = await person();
    await prove(token, "totp");
    const tries: [string, string, string][] = [
      ["another four words", after, "currentPassword"],
      ["x".repeat(129), after, "currentPassword"],
      ["", after, "currentPassword"],
      [before, "", "newPassword"],
      [before, before, "newPassword"],
      [before, "too short", "newPassword"],
      [before, "x1".repeat(65), "newPassword"],
      [before, "Thandi Mokoena 2026", "newPassword"],
      [before, "KestrelTrust-Kestrel1", "newPassword"],
    ];
    for (const [currentPassword, newPassword, field] of tries)
      await expect(changePassword(token, { currentPassword, newPassword }), newPassword).rejects.toMatchObject({
        code: "invalid",
        fields: { [field]: expect.any(String) },
      });
    expect(await org.auditOf(memberId)).toContain("session.confirm_refused");
  });

  test("a session that has ended changes nothing", async () => {
    const { token } = await person();
    await database().execute(sql`select auth.end_session(${token})`);
    const attempt = changePassword(token, { currentPassword: before, newPassword: after });
    await expect(attempt).rejects.toMatchObject({ code: "unauthenticated" });
  });
});
