import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { listPasskeys } from "@/lib/auth/passkeys/list-passkeys";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { requireStanding } from "@/lib/auth/sessions/standing";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { allowPasskey } from "@/lib/organisation/members/commands/allow-passkey";
import { inviteMember } from "@/lib/organisation/members/commands/invite-member";
import { listWaiting } from "@/lib/organisation/members/list-waiting";
import { newId } from "@/lib/platform/ids";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { giveApp, givePasskey, prove, sessionBy } from "@/tests/support/factors";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { passDays } from "@/tests/support/plant-access";

let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

/** An administrator with an app, to whose account somebody else adds a passkey with a code. */
async function withApp(): Promise<Person> {
  const person = await org.person("admin");
  await giveApp(await sessionBy(person.loginId, "invitation"));
  return person;
}

async function relay({ loginId }: Person): Promise<Buffer> {
  const session = await sessionBy(loginId, "password+totp");
  await prove(session, "totp");
  await givePasskey(session);
  const later = await sessionBy(loginId, "passkey");
  await prove(later, "passkey");
  return later;
}

async function ctxOf(token: Buffer): Promise<Ctx> {
  const ctx = await ctxFromToken(token);
  if (!ctx) throw new Error("The session has ended.");
  return ctx;
}

const invite = async (token: Buffer) =>
  inviteMember(await ctxOf(token), { role: "supervisor", name: "Sock Example", email: `${newId()}@test.example` });
const closed = { code: "invalid", fields: { passkey: expect.any(String) } };

describe("allowPasskey", () => {
  const passkeyOf = async (session: Buffer) => (await listPasskeys(session))[0]?.id ?? "";

  test("opens one passkey, once, is in the log, and another one added later waits again", async () => {
    const person = await withApp();
    const session = await relay(person);
    const passkeyId = await passkeyOf(session);
    const supervisor = await org.confirmed("supervisor");
    const waiting = (await listWaiting(supervisor)).filter(({ memberId }) => memberId === person.memberId);
    expect(waiting).toMatchObject([{ passkeyId, mine: false, until: expect.any(Date) }]);
    await allowPasskey(supervisor, { passkeyId, madeSure: "called_back" });
    expect(await org.auditOf(person.memberId)).toContain("factor.passkey_allowed");
    await expect(invite(session)).resolves.toBeTruthy();
    await expect(allowPasskey(supervisor, { passkeyId, madeSure: "called_back" })).rejects.toMatchObject({
      code: "conflict",
    });
    await givePasskey(await sessionBy(person.loginId, "recovery"));
    expect((await requireStanding(await sessionBy(person.loginId, "passkey"))).waitsUntil).toBeInstanceOf(Date);
  });

  test("is not given for 30 days by who let the person in, who is no second person to them", async () => {
    const person = await withApp();
    const session = await relay(person);
    const asked = { passkeyId: await passkeyOf(session), madeSure: "in_person" };
    await passDays(-31, person.memberId);
    const inviter = await org.confirmed("admin");
    const seen = (who: Ctx) => listWaiting(who).then((all) => all.find(({ memberId }) => memberId === person.memberId));
    expect(await seen(inviter)).toMatchObject({ tied: true, mine: false });
    expect(await seen(await org.confirmed("supervisor"))).toMatchObject({ tied: false });
    await expect(allowPasskey(inviter, asked)).rejects.toMatchObject({ code: "conflict" });
    const bySqlAlone = bySql(inviter, sql`select auth.allow_passkey(${asked.passkeyId})`);
    await expect(bySqlAlone).rejects.toSatisfy(refusedByPostgres);
    await expect(invite(session)).rejects.toMatchObject(closed);
    await passDays(31, person.memberId);
    await expect(allowPasskey(inviter, asked)).resolves.toBeTruthy();
  });

  test("is never one's own, nor a caseworker's, a stranger's, or one without a passkey", async () => {
    const person = await withApp();
    const session = await relay(person);
    const asked = { passkeyId: await passkeyOf(session), madeSure: "in_person" };
    const own = await ctxOf(session);
    await expect(allowPasskey(own, asked)).rejects.toMatchObject(closed);
    await expect(allowPasskey({ ...own, steppedUp: "phr" }, asked)).rejects.toMatchObject({ code: "conflict" });
    await expect(allowPasskey(await org.coded("supervisor"), asked)).rejects.toMatchObject(closed);
    await expect(allowPasskey(await org.confirmed("caseworker"), asked)).rejects.toMatchObject({ code: "forbidden" });
    await expect(allowPasskey(await (await makeOrg()).confirmed("admin"), asked)).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(allowPasskey(await org.confirmed("supervisor"), { ...asked, madeSure: "" })).rejects.toMatchObject({
      fields: { madeSure: expect.any(String) },
    });
    await expect(invite(session)).rejects.toMatchObject(closed);
    const asCaseworker = bySql(
      (await org.person("caseworker")).ctx,
      sql`select auth.allow_passkey(${asked.passkeyId})`,
    );
    await expect(asCaseworker).rejects.toSatisfy(refusedByPostgres);
  });
});
