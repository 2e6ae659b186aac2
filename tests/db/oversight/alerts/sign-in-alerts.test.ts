import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { makeRecoveryCodes } from "@/lib/auth/codes/recovery-codes";
import { listPasskeys } from "@/lib/auth/passkeys/list-passkeys";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { openSession } from "@/lib/auth/sessions/open-session";
import { sessionToken } from "@/lib/auth/sessions/session";
import { allowPasskey } from "@/lib/organisation/members/commands/allow-passkey";
import { acknowledgeAlert } from "@/lib/oversight/alerts/acknowledge-alert";
import { listAlerts } from "@/lib/oversight/alerts/queries";
import type { Raised } from "@/lib/oversight/alerts/types";
import { watchLog } from "@/lib/oversight/alerts/watch-log";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { owner } from "@/tests/support/db";
import { giveApp, givePasskey, prove, sessionBy } from "@/tests/support/factors";
import { Browser } from "@/tests/support/next-request";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { allMails } from "@/tests/support/plant-mail";

let org: Org;
let admin: Person;
let supervisor: Person;

beforeAll(async () => {
  org = await makeOrg();
  admin = await org.person("admin", "Other Administrator");
  supervisor = await org.person("supervisor", "Other Supervisor");
});

const onWindows = { "user-agent": "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0" };

type Someone = Pick<Person, "loginId" | "memberId">;

/** What a person signs in to in a browser that has no cookie of theirs. */
async function signIn({ loginId }: Someone, how: "passkey" | "totp"): Promise<Buffer> {
  return new Browser(undefined, onWindows).during("/", async () => {
    await openSession(loginId, how === "passkey" ? "passkey" : "password+totp");
    const session = await sessionToken();
    if (!session) throw new Error("The session did not open.");
    await prove(session, how);
    return session;
  });
}

/** What came up of how somebody signs in since the watch was last asked. */
const raisedOf = async ({ memberId }: Someone): Promise<Raised[]> =>
  (await watchLog(org.service())).filter((raised) => raised.memberId === memberId && raised.rule !== "access_given");

const mailsTo = async ({ memberId }: Someone) =>
  (await allMails(org.service())).filter((mail) => mail.memberId === memberId);

describe("whoever watches over the organisation is told of how somebody signs in", () => {
  test("new recovery codes and a browser not used before: who, when, from which kind, and what to do", async () => {
    const person = await org.person("caseworker", "Cal Fictional");
    await giveApp(await sessionBy(person.loginId, "invitation"));
    await raisedOf(person);
    await makeRecoveryCodes(await signIn(person, "totp"));
    expect((await raisedOf(person)).map(({ rule }) => rule).toSorted()).toEqual(["browser_new", "codes_new"]);
    expect(await raisedOf(person)).toEqual([]);
    for (const ctx of [await org.as("admin"), await org.as("supervisor")]) {
      const about = (await listAlerts(ctx)).filter(({ rule }) => ["browser_new", "codes_new"].includes(rule));
      expect(about).toHaveLength(2);
      for (const alert of about)
        expect(alert).toMatchObject({
          who: "Cal Fictional",
          urgent: true,
          advice: expect.stringContaining("by phone"),
          done: { at: expect.any(Date), device: "Firefox on Windows" },
        });
    }
  });

  test("each is one mail to administrators and supervisors that says nothing, and none to the person", async () => {
    const person = await org.person("admin", "Ada Fictional");
    await giveApp(await sessionBy(person.loginId, "invitation"));
    await raisedOf(person);
    const seen = [await mailsTo(admin), await mailsTo(supervisor)].map(({ length }) => length);
    await makeRecoveryCodes(await signIn(person, "totp"));
    await raisedOf(person);
    for (const [at, other] of [admin, supervisor].entries()) {
      const [mail, ...more] = (await mailsTo(other)).slice(seen[at]);
      expect(more).toEqual([]);
      expect(mail).toMatchObject({ kind: "alert", subject: "Crossdocket: alerts to look at" });
      expect(mail?.body).toContain("2 alerts");
      expect(mail?.body).not.toMatch(/Ada|Fictional|Firefox|Windows|recovery|browser/i);
    }
    const own = (await mailsTo(person)).map(({ kind }) => kind);
    expect([...new Set(own)]).toEqual(["account"]);
  });

  test("the person does not close it, by the command or by Postgres; somebody else does", async () => {
    const person = await org.person("admin", "Own Fictional");
    await signIn(person, "passkey");
    await raisedOf(person);
    const alert = (await listAlerts(person.ctx)).find(({ memberId }) => memberId === person.memberId);
    expect(alert).toMatchObject({ rule: "browser_new", mine: true });
    const asked = { alertId: alert?.id };
    await expect(acknowledgeAlert(person.ctx, asked)).rejects.toMatchObject({ code: "forbidden" });
    const alone = sql`update app.audit_alerts set acknowledged_at = now(), acknowledged_by = ctx.member()
      where id = ${alert?.id ?? ""}::uuid`;
    await expect(bySql(person.ctx, alone)).rejects.toSatisfy(refusedByPostgres);
    await acknowledgeAlert(await org.as("admin"), asked);
  });

  test("of a passkey that somebody allowed: about whose it is, and neither of the two closes it", async () => {
    const person = await org.person("admin", "Owner Fictional");
    await giveApp(await sessionBy(person.loginId, "invitation"));
    const session = await sessionBy(person.loginId, "password+totp");
    await prove(session, "totp");
    await givePasskey(session);
    await raisedOf(person);
    const [passkey] = await listPasskeys(session);
    await allowPasskey(await org.confirmed(supervisor), { passkeyId: passkey?.id, madeSure: "called_back" });
    const [raised] = await raisedOf(person);
    expect(raised).toMatchObject({ rule: "authenticator_added", byId: supervisor.memberId });
    const alert = (await listAlerts(admin.ctx)).find(({ seq }) => seq === raised?.seq);
    for (const ctx of [supervisor.ctx, await ctxFromToken(session)]) {
      if (!ctx) throw new Error("The session has ended.");
      await expect(acknowledgeAlert(ctx, { alertId: alert?.id })).rejects.toMatchObject({ code: "forbidden" });
    }
    await acknowledgeAlert(admin.ctx, { alertId: alert?.id });
  });
});

describe("enrolment", () => {
  test("raises nothing while somebody goes on with it; codes made after it do", async () => {
    const newcomer = await org.newcomer("caseworker");
    await givePasskey(await sessionBy(newcomer.loginId, "invitation"));
    const session = await signIn(newcomer, "passkey");
    await giveApp(session);
    await makeRecoveryCodes(session);
    expect(await raisedOf(newcomer)).toEqual([]);
    await owner()`update auth.sessions set started_at = started_at - interval '31 minutes'
      where login_id = ${newcomer.loginId}`;
    await prove(session, "passkey");
    await makeRecoveryCodes(session);
    expect(await raisedOf(newcomer)).toMatchObject([{ rule: "codes_new" }]);
  });
});
