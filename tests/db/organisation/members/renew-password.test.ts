import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { ask } from "@/db/client";
import { makeRecoveryCodes } from "@/lib/auth/codes/recovery-codes";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { deviceHash } from "@/lib/auth/sessions/device-cookie";
import { requireStanding } from "@/lib/auth/sessions/standing";
import { acceptInvitation, readInvitation } from "@/lib/auth/sign-in/accept-invitation";
import { checkSecond } from "@/lib/auth/sign-in/prove-second";
import { renewAccess } from "@/lib/organisation/members/commands/renew-access";
import { waysOfMakingSure } from "@/lib/organisation/members/labels";
import { newId, newToken } from "@/lib/platform/ids";
import { bySql } from "@/tests/support/by-sql";
import { giveApp, givePasskey, prove, sessionBy } from "@/tests/support/factors";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
const lostPassword = { lost: "password", madeSure: "called_back" } as const;
const password = "four new fictional words";

beforeAll(async () => {
  org = await makeOrg();
});

/** Somebody with a passkey, an app, recovery codes, a known device and a full session. */
async function withAll() {
  const { loginId, memberId } = await org.person("caseworker");
  const code = await giveApp(await sessionBy(loginId, "invitation"));
  const session = await sessionBy(loginId, "password+totp");
  await prove(session, "totp");
  await makeRecoveryCodes(session);
  await givePasskey(session);
  const device = deviceHash(loginId, newToken());
  await ask(sql`select auth.remember_device(${session}, ${newId()}::uuid, ${device})`);
  return { loginId, memberId, session, code, device };
}

/** Made by an administrator and used by whoever holds it. */
async function use(memberId: string) {
  const { token } = await renewAccess(await org.confirmed("admin"), { memberId, ...lostPassword });
  expect(await readInvitation(token)).toMatchObject({ keeps_factors: true, state: "open" });
  return acceptInvitation({ token, name: "Caseworker person", password });
}

const knows = async (device: Buffer) =>
  (await ask<{ known: boolean }>(sql`select auth.knows_device(${device}) as known`))[0]?.known;

describe("a forgotten password", () => {
  test("is replaced, and every factor stays; sessions and known devices go", async () => {
    const { loginId, memberId, session, device } = await withAll();
    expect(await use(memberId)).toEqual({ loginId, memberId, proof: "password" });
    expect(await ctxFromToken(session)).toBeNull();
    expect(await knows(device)).toBe(false);
    const fresh = await sessionBy(loginId, "passkey");
    expect(await requireStanding(fresh)).toMatchObject({ passkeys: 1, totpAt: expect.any(Date), codesLeft: 10 });
    const log = await org.auditOf(memberId);
    expect(log).toContain("member.access_renewed");
    expect(log).not.toContain("factor.all_removed");
  });

  test("whoever has the link alone gets in nowhere: it proves a password, adds no factor and wants the code", async () => {
    const { memberId, code } = await withAll();
    const { loginId, proof } = await use(memberId);
    const opened = await sessionBy(loginId, proof);
    expect(await requireStanding(opened)).toMatchObject({ aal: "confined", mayAdd: false });
    expect(await ctxFromToken(opened)).toBeNull();
    await expect(givePasskey(opened)).rejects.toMatchObject({ code: "forbidden" });
    await expect(checkSecond(opened, "000000")).rejects.toMatchObject({ code: "invalid" });
    expect(await checkSecond(opened, code())).toMatchObject({ proof: "password+totp" });
  });

  test("somebody who had no factor yet is led to enrol one, as after any password", async () => {
    const { memberId } = await org.person("caseworker");
    const { loginId, proof } = await use(memberId);
    expect(await requireStanding(await sessionBy(loginId, proof))).toMatchObject({ aal: "confined", mayAdd: true });
  });

  test("a link for a lost device closes one for a password, and the other way round", async () => {
    const { memberId } = await withAll();
    const admin = await org.confirmed("admin");
    const one = await renewAccess(admin, { memberId, ...lostPassword });
    const two = await renewAccess(admin, { memberId, lost: "device", madeSure: "video" });
    expect((await readInvitation(one.token))?.state).toBe("withdrawn");
    expect(await readInvitation(two.token)).toMatchObject({ state: "open", keeps_factors: false });
  });
});

describe("how the administrator made sure who asks", () => {
  test.each(Object.keys(waysOfMakingSure))("is kept in the log entry: %s", async (madeSure) => {
    const { memberId } = await org.person("caseworker");
    const { id } = await renewAccess(await org.confirmed("admin"), { memberId, lost: "device", madeSure });
    const [row] = await bySql<{ detail: unknown }>(
      await org.as("admin"),
      sql`select detail from audit.entries where subject_id = ${memberId}::uuid and action = 'member.renewal_offered'`,
    );
    expect(row?.detail).toEqual({ invitationId: id, lost: "device", madeSure });
  });

  test("has to be said, in words of the list and no others; and so has what was lost", async () => {
    const { memberId } = await org.person("caseworker");
    const admin = await org.confirmed("admin");
    for (const madeSure of [undefined, "", "by mail", "I know her sister, 082 555 0100"]) {
      const attempt = renewAccess(admin, { memberId, lost: "password", madeSure });
      await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { madeSure: expect.any(String) } });
    }
    await expect(renewAccess(admin, { memberId, madeSure: "video" })).rejects.toMatchObject({
      fields: { lost: expect.any(String) },
    });
    expect(await org.auditOf(memberId)).not.toContain("member.renewal_offered");
  });
});
