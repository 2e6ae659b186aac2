import { beforeAll, describe, expect, test } from "vitest";
import { requireStanding } from "@/lib/auth/sessions/standing";
import { checkSecond } from "@/lib/auth/sign-in/prove-second";
import { stepUp } from "@/lib/auth/step-up/step-up";
import { watchLog } from "@/lib/oversight/alerts/watch-log";
import { owner } from "@/tests/support/db";
import { giveApp, sessionBy } from "@/tests/support/factors";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

async function withApp() {
  const person = await org.person("caseworker");
  const code = await giveApp(await sessionBy(person.loginId, "invitation"));
  return { ...person, code, first: () => sessionBy(person.loginId, "password") };
}
type Someone = Awaited<ReturnType<typeof withApp>>;

/** As many hours of guessing as it takes: the pace of one a minute is waited for in no time. */
async function guessWrong({ first, code }: Someone, count: number): Promise<void> {
  const session = await first();
  const wrong = code() === "000000" ? "000001" : "000000";
  for (let n = 0; n < count; n++) {
    if (n % 10 === 0) await owner()`delete from auth.buckets`;
    await expect(checkSecond(session, wrong)).rejects.toMatchObject({ fields: { code: expect.any(String) } });
  }
  await owner()`delete from auth.buckets`;
}

const lockedMessage = { code: "invalid", fields: { code: expect.stringContaining("codes are locked") } };

describe("a hundred wrong codes in a row", () => {
  test("lock the codes: the right one counts no more, to sign in and to confirm, and everybody is told", async () => {
    const someone = await withApp();
    await guessWrong(someone, 100);
    expect((await requireStanding(await someone.first())).totpLockedAt).toBeInstanceOf(Date);
    await expect(checkSecond(await someone.first(), someone.code())).rejects.toMatchObject(lockedMessage);
    await expect(
      stepUp(await sessionBy(someone.loginId, "passkey"), { password: someone.code() }),
    ).rejects.toMatchObject({
      fields: { password: expect.stringContaining("codes are locked") },
    });
    expect((await org.auditOf(someone.memberId)).filter((action) => action === "factor.totp_locked")).toHaveLength(1);
    const raised = await watchLog(org.service());
    expect(raised.filter(({ memberId }) => memberId === someone.memberId).map(({ rule }) => rule)).toContain(
      "codes_locked",
    );
  });

  test("ninety-nine and a right one begin again", async () => {
    const someone = await withApp();
    await guessWrong(someone, 99);
    await expect(checkSecond(await someone.first(), someone.code())).resolves.toMatchObject({ proof: "password+totp" });
    const [row] = await owner()<{ tries: number }[]>`select tries from auth.totps where login_id = ${someone.loginId}`;
    expect(row?.tries).toBe(0);
  });
});
