import { beforeAll, describe, expect, test } from "vitest";
import { makeRecoveryCodes } from "@/lib/auth/codes/recovery-codes";
import { listPasskeys } from "@/lib/auth/passkeys/list-passkeys";
import { removePasskey } from "@/lib/auth/passkeys/remove-passkey";
import { hashPassword } from "@/lib/auth/passwords/password";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { listNotices } from "@/lib/auth/sessions/sign-in-notices";
import { requireStanding } from "@/lib/auth/sessions/standing";
import { stepUp } from "@/lib/auth/step-up/step-up";
import { inviteMember } from "@/lib/organisation/members/commands/invite-member";
import { newId } from "@/lib/platform/ids";
import { owner } from "@/tests/support/db";
import { giveApp, givePasskey, prove, sessionBy } from "@/tests/support/factors";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

const password = "four plainly fictional words";
let org: Org;
let passwordHash: string;

beforeAll(async () => {
  org = await makeOrg();
  passwordHash = await hashPassword(password);
});

type Role = Parameters<Org["person"]>[0];

/** Somebody with a password and an authenticator app, and no passkey. */
async function withApp(role: Role = "admin"): Promise<Person> {
  const person = await org.person(role);
  await owner()`update auth.logins set password_hash = ${passwordHash} where id = ${person.loginId}`;
  await giveApp(await sessionBy(person.loginId, "invitation"));
  return person;
}

/** What a page that relays a password and one code does with them: a passkey of its own, and a session by it. */
async function relay({ loginId }: Person): Promise<Buffer> {
  const session = await stepUp(await sessionBy(loginId, "password+totp"), { password });
  await givePasskey(session);
  const later = await sessionBy(loginId, "passkey");
  await prove(later, "passkey");
  return later;
}

const invite = async (token: Buffer) => {
  const ctx = await ctxFromToken(token);
  if (!ctx) throw new Error("The session has ended.");
  return inviteMember(ctx, { role: "supervisor", name: "Sock Example", email: `${newId()}@test.example` });
};
const closed = { code: "invalid", fields: { passkey: expect.any(String) } };
const aged = ({ loginId }: Person, by: string) =>
  owner()`update auth.passkeys set waits_until = waits_until - ${by}::interval where login_id = ${loginId}`;

describe("a first passkey that was added without one", () => {
  test("opens nothing that wants a passkey for 24 hours by the database's clock, then it does", async () => {
    const person = await withApp();
    const session = await relay(person);
    expect((await ctxFromToken(session))?.steppedUp).toBe("any");
    await expect(invite(session)).rejects.toMatchObject(closed);
    const { waitsUntil } = await requireStanding(session);
    expect(Math.abs((waitsUntil?.getTime() ?? 0) - Date.now() - 24 * 3_600_000)).toBeLessThan(60_000);
    await aged(person, "23 hours 59 minutes");
    await expect(invite(session)).rejects.toMatchObject(closed);
    await aged(person, "1 minute");
    await expect(invite(session)).resolves.toBeTruthy();
    expect((await requireStanding(session)).waitsUntil).toBeNull();
  });

  test("changes no factor meanwhile, and a second one neither", async () => {
    const session = await relay(await withApp());
    for (const act of [() => givePasskey(session), () => giveApp(session), () => makeRecoveryCodes(session)])
      await expect(act()).rejects.toMatchObject({ code: "forbidden" });
  });

  test("waits after a recovery code too, which can be talked out of a person as well", async () => {
    const { loginId } = await withApp();
    await givePasskey(await sessionBy(loginId, "recovery"));
    const session = await sessionBy(loginId, "passkey");
    await prove(session, "passkey");
    await expect(invite(session)).rejects.toMatchObject(closed);
  });

  test("is removed by whoever was tricked, after their password, and the wait is over with it", async () => {
    const person = await withApp();
    await relay(person);
    const mine = await sessionBy(person.loginId, "password+totp");
    const [foreign] = await listPasskeys(mine);
    expect(foreign?.waitsUntil).toBeInstanceOf(Date);
    await expect(removePasskey(mine, foreign?.id)).rejects.toMatchObject({ code: "forbidden" });
    await removePasskey(await stepUp(mine, { password }), foreign?.id);
    const left = await sessionBy(person.loginId, "password+totp");
    expect(await requireStanding(left)).toMatchObject({ passkeys: 0, waitsUntil: null });
  });

  test("one of an invitation or of setting up does not wait, nor one that another passkey proved", async () => {
    for (const amr of ["invitation", "setup"]) {
      const { loginId } = await org.person("admin");
      await givePasskey(await sessionBy(loginId, amr));
      const session = await sessionBy(loginId, "passkey");
      await prove(session, "passkey");
      await givePasskey(session);
      await expect(invite(session)).resolves.toBeTruthy();
    }
  });

  test("who closed the page after choosing a password enrols with it for 72 hours; later it waits", async () => {
    for (const [age, worth] of [
      ["71 hours", "phr"],
      ["73 hours", "any"],
    ] as const) {
      const { loginId } = await org.newcomer("admin");
      await owner()`update auth.logins set created_at = now() - ${age}::interval where id = ${loginId}`;
      await givePasskey(await sessionBy(loginId, "password"));
      const session = await sessionBy(loginId, "passkey");
      await prove(session, "passkey");
      expect((await ctxFromToken(session))?.steppedUp, age).toBe(worth);
      expect((await listNotices(session)).map(({ kind }) => kind)).toEqual(["passkey_added"]);
    }
  });

  test("a link of an invitation whose person has a factor already is no enrolment", async () => {
    const { loginId } = await withApp();
    await expect(givePasskey(await sessionBy(loginId, "invitation"))).rejects.toMatchObject({ code: "forbidden" });
  });
});
