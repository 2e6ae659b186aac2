import { beforeAll, describe, expect, test } from "vitest";
import { hashRecoveryCode, makeRecoveryCodes } from "@/lib/auth/codes/recovery-codes";
import { stepOf } from "@/lib/auth/codes/totp";
import { hashPassword } from "@/lib/auth/passwords/password";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { requireStanding } from "@/lib/auth/sessions/standing";
import { checkSecond } from "@/lib/auth/sign-in/prove-second";
import { stepUp } from "@/lib/auth/step-up/step-up";
import { owner } from "@/tests/support/db";
import { giveApp, givePasskey, prove, sessionBy } from "@/tests/support/factors";
import { makeOrg, type Org } from "@/tests/support/org";
import { allMails } from "@/tests/support/plant-mail";

let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

async function withApp() {
  const person = await org.person("caseworker");
  const code = await giveApp(await sessionBy(person.loginId, "invitation"));
  return { ...person, code, first: () => sessionBy(person.loginId, "password") };
}

const refusedCode = { code: "invalid", fields: { code: expect.any(String) } };

describe("a code of the authenticator app", () => {
  test("opens a session after the password, once; the one of the step before counts no more", async () => {
    const { loginId, memberId, code, first } = await withApp();
    const session = await first();
    await expect(checkSecond(session, code())).resolves.toEqual({ loginId, proof: "password+totp" });
    await expect(requireStanding(session)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(checkSecond(await first(), code())).rejects.toMatchObject(refusedCode);
    await expect(checkSecond(await first(), code(stepOf(new Date()) - 1))).rejects.toMatchObject(refusedCode);
    expect(await org.auditOf(memberId)).toContain("session.refused");
  });

  test("of the same code sent eight times at once, one wins", async () => {
    const { code, first } = await withApp();
    await owner()`update auth.buckets set level = 1000`;
    const sessions = await Promise.all(Array.from({ length: 8 }, first));
    const one = code();
    const sent = await Promise.allSettled(sessions.map((session) => checkSecond(session, one)));
    expect(sent.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
  });

  test("somebody else's is refused, and after ten tries the right one has to wait too", async () => {
    const mine = await withApp();
    const other = await withApp();
    const session = await mine.first();
    for (let n = 0; n < 10; n++) await expect(checkSecond(session, other.code())).rejects.toMatchObject(refusedCode);
    await expect(checkSecond(session, mine.code())).rejects.toMatchObject({
      code: "conflict",
      fields: { code: expect.stringContaining("Wait") },
    });
  });

  test("confirms an act as a password does, once, and no act that wants a passkey", async () => {
    const { loginId, code } = await withApp();
    const token = await stepUp(await sessionBy(loginId, "password+totp"), { password: code() });
    expect((await ctxFromToken(token))?.steppedUp).toBe("any");
    await expect(stepUp(token, { password: code() })).rejects.toMatchObject({
      fields: { password: expect.any(String) },
    });
  });

  test("the seed is nowhere in clear, and a wrong first code sets nothing up", async () => {
    const { loginId } = await withApp();
    const [row] = await owner()<{ seed: string }[]>`select seed from auth.totps where login_id = ${loginId}`;
    expect(row?.seed).toMatch(/^v1\./);
    const fresh = await org.person("caseworker");
    const session = await sessionBy(fresh.loginId, "invitation");
    const { setTotp } = await import("@/lib/auth/codes/set-totp");
    await expect(setTotp(session, "000000")).rejects.toMatchObject(refusedCode);
    expect((await requireStanding(session)).totpAt).toBeNull();
  });
});

describe("recovery codes", () => {
  async function withCodes() {
    const person = await withApp();
    const token = await sessionBy(person.loginId, "password+totp");
    await prove(token, "totp");
    return { ...person, full: token, codes: await makeRecoveryCodes(token) };
  }

  test("ten of 120 bits, kept as keyed hashes, made after a fresh proof only", async () => {
    const { loginId, memberId, codes } = await withCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
    const kept = await owner()<{ hash: Buffer }[]>`select hash from auth.recovery_codes where login_id = ${loginId}`;
    const hashes = codes.map((code) =>
      hashRecoveryCode(loginId, code.toLowerCase().replaceAll("-", " ")).toString("hex"),
    );
    expect(kept.map((row) => Buffer.from(row.hash).toString("hex")).toSorted()).toEqual(hashes.toSorted());
    expect(await org.auditOf(memberId)).toContain("factor.codes_made");
    const unproven = await sessionBy(loginId, "password+totp");
    await expect(makeRecoveryCodes(unproven)).rejects.toMatchObject({ code: "forbidden" });
    await expect(makeRecoveryCodes(await sessionBy(loginId, "password"))).rejects.toMatchObject({ code: "forbidden" });
  });

  test("one of an earlier release, of eighty bits, still counts", async () => {
    const { loginId, first } = await withCodes();
    const code = "7Q4K-D0XM-B2TA-9HJK";
    await owner()`update auth.recovery_codes set hash = ${hashRecoveryCode(loginId, code)}
      where ctid = (select ctid from auth.recovery_codes where login_id = ${loginId} limit 1)`;
    await expect(checkSecond(await first(), code)).resolves.toEqual({ loginId, proof: "recovery" });
  });

  test("one opens a session that may only enrol, ends every other one, and the person is told", async () => {
    const { loginId, memberId, full, codes, first } = await withCodes();
    await expect(checkSecond(await first(), codes[3])).resolves.toEqual({ loginId, proof: "recovery" });
    expect(await ctxFromToken(full)).toBeNull();
    const session = await sessionBy(loginId, "recovery");
    expect(await ctxFromToken(session)).toBeNull();
    expect(await requireStanding(session)).toMatchObject({ aal: "confined", mayAdd: true, codesLeft: 9 });
    await givePasskey(session);
    expect(await requireStanding(await sessionBy(loginId, "passkey"))).toMatchObject({ codeUsedAt: expect.any(Date) });
    expect(await org.auditOf(memberId)).toContain("factor.code_used");
    const told = (await allMails(org.service())).filter((mail) => mail.memberId === memberId);
    const used = told.filter((mail) => mail.subject === "Crossdocket: a recovery code was used");
    expect(used).toHaveLength(1);
    expect(used[0]?.body).not.toContain("caseworker person");
  });

  test("the same one again is refused, also twice at once, without the password, and as somebody else", async () => {
    const { codes, first, loginId } = await withCodes();
    const other = await withApp();
    await expect(checkSecond(await sessionBy(loginId, "invitation"), codes[0])).rejects.toMatchObject(refusedCode);
    await expect(checkSecond(await other.first(), codes[0])).rejects.toMatchObject(refusedCode);
    const sessions = [await first(), await first()];
    const both = await Promise.allSettled(sessions.map((session) => checkSecond(session, codes[0])));
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(checkSecond(await first(), codes[0])).rejects.toMatchObject(refusedCode);
  });

  test("new ones take the place of the old", async () => {
    const { full, codes, first } = await withCodes();
    await prove(full, "totp");
    await makeRecoveryCodes(full);
    await expect(checkSecond(await first(), codes[0])).rejects.toMatchObject(refusedCode);
  });
});

test("a password confirms; it is never taken for a code", async () => {
  const { loginId, token } = await org.person("caseworker");
  const password = "four plainly fictional words";
  await owner()`update auth.logins set password_hash = ${await hashPassword(password)} where id = ${loginId}`;
  const next = await stepUp(token, { password });
  expect((await ctxFromToken(next))?.steppedUp).toBe("any");
});
