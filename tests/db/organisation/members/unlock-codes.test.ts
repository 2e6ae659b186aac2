import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { checkSecond } from "@/lib/auth/sign-in/prove-second";
import { unlockCodes } from "@/lib/organisation/members/commands/unlock-codes";
import { listWaiting } from "@/lib/organisation/members/list-waiting";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { owner } from "@/tests/support/db";
import { giveApp, prove, sessionBy } from "@/tests/support/factors";
import { makeOrg, type Org } from "@/tests/support/org";
import { passDays } from "@/tests/support/plant-access";

let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

async function withApp() {
  const person = await org.person("caseworker");
  const code = await giveApp(await sessionBy(person.loginId, "invitation"));
  return { ...person, code, first: () => sessionBy(person.loginId, "password") };
}

describe("unlockCodes", () => {
  test("a second person unlocks them, nobody their own; a new app begins unlocked", async () => {
    const someone = await withApp();
    const lock = () =>
      owner()`update auth.totps set tries = 100, locked_at = now() where login_id = ${someone.loginId}`;
    await lock();
    const supervisor = await org.confirmed("supervisor");
    expect((await listWaiting(supervisor)).filter(({ memberId }) => memberId === someone.memberId)).toMatchObject([
      { passkeyId: null, until: null },
    ]);
    const asked = { memberId: someone.memberId, madeSure: "called_back" };
    await expect(unlockCodes(await org.coded("supervisor"), asked)).rejects.toMatchObject({ code: "invalid" });
    await expect(unlockCodes(await org.confirmed("caseworker"), asked)).rejects.toMatchObject({ code: "forbidden" });
    await expect(unlockCodes(await (await makeOrg()).confirmed("admin"), asked)).rejects.toMatchObject({
      code: "conflict",
    });
    await unlockCodes(supervisor, asked);
    await expect(unlockCodes(supervisor, asked)).rejects.toMatchObject({ code: "conflict" });
    expect(await org.auditOf(someone.memberId)).toContain("factor.totp_unlocked");
    await expect(checkSecond(await someone.first(), someone.code())).resolves.toBeTruthy();
    const boss = await org.person("supervisor");
    await giveApp(await sessionBy(boss.loginId, "invitation"));
    await owner()`update auth.totps set tries = 100, locked_at = now() where login_id = ${boss.loginId}`;
    const own = unlockCodes(await org.confirmed(boss), { ...asked, memberId: boss.memberId });
    await expect(own).rejects.toMatchObject({ code: "conflict" });
    const ownBySql = sql`select auth.unlock_codes(${boss.memberId}::uuid) as done`;
    expect(await bySql(await org.confirmed(boss), ownBySql)).toMatchObject([{ done: false }]);
    await lock();
    const full = await sessionBy(someone.loginId, "password+totp");
    await prove(full, "password");
    const fresh = await giveApp(full);
    await expect(checkSecond(await someone.first(), fresh())).resolves.toBeTruthy();
  });

  test("is not for 30 days for who let the person in, who is no second person to them", async () => {
    const someone = await withApp();
    await owner()`update auth.totps set tries = 100, locked_at = now() where login_id = ${someone.loginId}`;
    await passDays(-31, someone.memberId);
    const inviter = await org.confirmed("admin");
    const asked = { memberId: someone.memberId, madeSure: "in_person" };
    const listed = (await listWaiting(inviter)).find(({ memberId }) => memberId === someone.memberId);
    expect(listed).toMatchObject({ tied: true, mine: false });
    await expect(unlockCodes(inviter, asked)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("less than 30 days ago"),
    });
    const bySqlAlone = bySql(inviter, sql`select auth.unlock_codes(${someone.memberId}::uuid)`);
    await expect(bySqlAlone).rejects.toSatisfy(refusedByPostgres);
    await unlockCodes(await org.confirmed("supervisor"), asked);
    await expect(checkSecond(await someone.first(), someone.code())).resolves.toBeTruthy();
  });
});
