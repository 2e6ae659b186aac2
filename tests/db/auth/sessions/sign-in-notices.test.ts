import { beforeAll, describe, expect, test } from "vitest";
import { makeRecoveryCodes } from "@/lib/auth/codes/recovery-codes";
import { removeTotp } from "@/lib/auth/codes/remove-totp";
import { listPasskeys } from "@/lib/auth/passkeys/list-passkeys";
import { removePasskey } from "@/lib/auth/passkeys/remove-passkey";
import { rememberDevice } from "@/lib/auth/sessions/device-cookie";
import { openSession } from "@/lib/auth/sessions/open-session";
import { dismissNotice, listNotices } from "@/lib/auth/sessions/sign-in-notices";
import { checkSecond } from "@/lib/auth/sign-in/prove-second";
import { watchLog } from "@/lib/oversight/alerts/watch-log";
import { owner } from "@/tests/support/db";
import { giveApp, givePasskey, prove, sessionBy } from "@/tests/support/factors";
import { Browser } from "@/tests/support/next-request";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { allMails } from "@/tests/support/plant-mail";

let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

const kindsOf = async (session: Buffer) => (await listNotices(session)).map(({ kind }) => kind);
const mailsTo = async ({ memberId }: Person) =>
  (await allMails(org.service())).filter((mail) => mail.memberId === memberId);
const freshly = async ({ loginId }: Person, how: "passkey" | "totp", amr: string) => {
  const session = await sessionBy(loginId, amr);
  await prove(session, how);
  return session;
};

describe("a change of how somebody signs in", () => {
  test.each(["caseworker", "supervisor", "admin", "liaison"] as const)(
    "a new passkey: a %s is told by mail and on every page, and the alerts say so",
    async (role) => {
      const person = await org.person(role, "Cal Example");
      await givePasskey(await freshly(person, "totp", "password+totp"));
      const theirs = await sessionBy(person.loginId, "password+totp");
      expect(await listNotices(theirs)).toMatchObject([{ kind: "passkey_added", mayDismiss: true }]);
      const [mail, ...more] = await mailsTo(person);
      expect(more).toEqual([]);
      expect(mail).toMatchObject({ kind: "account", subject: "Crossdocket: how you sign in has changed" });
      expect(mail?.body).toContain("A passkey was added to your account.");
      expect(mail?.body).not.toContain("Cal Example");
      const raised = await watchLog(org.service());
      const about = raised.filter(({ rule, memberId }) => rule !== "access_given" && memberId === person.memberId);
      expect(about).toMatchObject([{ rule: "authenticator_added" }]);
    },
  );

  test("an app and recovery codes are told too, each once", async () => {
    const person = await org.person("caseworker");
    await giveApp(await freshly(person, "passkey", "passkey"));
    const session = await freshly(person, "totp", "password+totp");
    await makeRecoveryCodes(session);
    expect(await kindsOf(await sessionBy(person.loginId, "password+totp"))).toEqual(["codes_made", "totp_added"]);
    expect((await mailsTo(person)).map(({ occasion }) => occasion.split(":")[0])).toEqual(["notice", "notice"]);
  });

  test("a used recovery code and what is removed are told too, each by one mail", async () => {
    const person = await org.person("caseworker");
    const coded = await freshly(person, "totp", "password+totp");
    await giveApp(coded);
    const [code] = await makeRecoveryCodes(coded);
    await checkSecond(await sessionBy(person.loginId, "password"), code);
    await givePasskey(await sessionBy(person.loginId, "recovery"));
    await owner()`update auth.passkeys set waits_until = null where login_id = ${person.loginId}`;
    const session = await freshly(person, "passkey", "passkey");
    await givePasskey(session);
    await removePasskey(session, (await listPasskeys(session))[0]?.id);
    await removeTotp(session);
    const kinds = await kindsOf(await sessionBy(person.loginId, "passkey"));
    expect(kinds.slice(0, 2)).toEqual(["totp_removed", "passkey_removed"]);
    expect(kinds.at(-3)).toBe("code_used");
    const firstLines = (await mailsTo(person)).map(({ body }) => body.split("\n")[0]);
    expect(firstLines.filter((line) => /removed|recovery code/.test(line ?? ""))).toEqual([
      "New recovery codes were made for your account.",
      "Somebody signed in with your password and one of your recovery codes. Every other session of yours has ended.",
      "A passkey was removed from your account.",
      "The authenticator app was removed from your account.",
    ]);
  });

  test("many of one kind push none of another out of sight", async () => {
    const person = await org.person("caseworker");
    await givePasskey(await freshly(person, "totp", "password+totp"));
    for (let n = 0; n < 6; n++) await new Browser().during("/", () => openSession(person.loginId, "passkey"));
    const kinds = await kindsOf(await sessionBy(person.loginId, "password+totp"));
    expect(kinds).toEqual(["device_added", "device_added", "passkey_added"]);
  });

  test("whoever set up an app and signs in with it puts nothing away for a day", async () => {
    const person = await org.person("caseworker");
    const before = await sessionBy(person.loginId, "password+totp");
    await prove(before, "totp");
    await giveApp(before);
    const byApp = await sessionBy(person.loginId, "password+totp");
    const [notice] = await listNotices(byApp);
    expect(notice).toMatchObject({ kind: "totp_added", mayDismiss: false });
    await expect(dismissNotice(byApp, notice?.id)).rejects.toMatchObject({ code: "conflict" });
    await owner()`update auth.notices set at = at - interval '25 hours' where login_id = ${person.loginId}`;
    await dismissNotice(byApp, notice?.id);
    expect(await kindsOf(byApp)).toEqual([]);
  });

  test("signing in with another browser is told, but not in that browser; with a known one it is not", async () => {
    const person = await org.person("caseworker");
    const own = new Browser();
    const open = (browser: Browser) => browser.during("/", () => openSession(person.loginId, "passkey"));
    await open(own);
    const other = await sessionBy(person.loginId, "passkey");
    await own.during("/", () => rememberDevice(person.loginId, other));
    expect((await kindsOf(other)).length).toBe(1);
    await open(own);
    await open(new Browser(undefined, { "user-agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0" }));
    const [newest, ...older] = await listNotices(other);
    expect(newest).toMatchObject({ kind: "device_added", device: expect.stringContaining("Windows") });
    expect(older).toHaveLength(1);
    expect(await org.auditOf(person.memberId)).toContain("device.added");
    expect((await mailsTo(person)).at(-1)?.body).not.toContain("Windows");
  });

  test("goes when its person puts it away, and not in the session that did it or that a waiting passkey opened", async () => {
    const person = await org.person("caseworker");
    await giveApp(await sessionBy(person.loginId, "invitation"));
    const relayed = await freshly(person, "totp", "password+totp");
    await givePasskey(relayed);
    const later = await sessionBy(person.loginId, "passkey");
    // The app is an old one: what it opened may put notices away.
    await owner()`update auth.notices set at = at - interval '25 hours'
      where login_id = ${person.loginId} and kind = 'totp_added'`;
    const mine = await sessionBy(person.loginId, "password+totp");
    const [notice] = await listNotices(mine);
    for (const session of [relayed, later]) {
      expect((await listNotices(session)).find(({ id }) => id === notice?.id)).toMatchObject({ mayDismiss: false });
      await expect(dismissNotice(session, notice?.id)).rejects.toMatchObject({ code: "conflict" });
    }
    const stranger = await org.person("caseworker");
    await expect(dismissNotice(stranger.token, notice?.id)).rejects.toMatchObject({ code: "conflict" });
    await dismissNotice(mine, notice?.id);
    expect((await listNotices(mine)).map(({ id }) => id)).not.toContain(notice?.id);
    expect(await org.auditOf(person.memberId)).toContain("factor.notice_dismissed");
  });
});

describe("enrolment", () => {
  test("of somebody who was never inside tells nobody: they came to do it", async () => {
    const newcomer = await org.newcomer("caseworker");
    await givePasskey(await sessionBy(newcomer.loginId, "invitation"));
    expect(await kindsOf(await sessionBy(newcomer.loginId, "passkey"))).toEqual([]);
    expect((await allMails(org.service())).filter(({ memberId }) => memberId === newcomer.memberId)).toEqual([]);
    const raised = await watchLog(org.service());
    const about = raised.filter(({ rule, memberId }) => rule !== "access_given" && memberId === newcomer.memberId);
    expect(about).toEqual([]);
  });
});
