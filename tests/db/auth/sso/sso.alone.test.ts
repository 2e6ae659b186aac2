import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { openSession } from "@/lib/auth/sessions/open-session";
import { sessionToken } from "@/lib/auth/sessions/session";
import { signOut } from "@/lib/auth/sessions/sign-out";
import { proveSecond } from "@/lib/auth/sign-in/prove-second";
import { beginLink } from "@/lib/auth/sso/begin-link";
import { readSsoLink } from "@/lib/auth/sso/read-sso-link";
import { unlinkSso } from "@/lib/auth/sso/unlink-sso";
import { changeRole } from "@/lib/organisation/members/commands/change-role";
import { newId } from "@/lib/platform/ids";
import { owner } from "@/tests/support/db";
import { giveApp } from "@/tests/support/factors";
import { goThrough, type Service, startService } from "@/tests/support/oidc-service";
import { makeOrg, type Org } from "@/tests/support/org";
import { prove, sessionBy } from "@/tests/support/sessions";
import { Browser, begin, comeBack, connect, openedFor, standingIn, useService } from "@/tests/support/sso";

const redirect = "http://localhost:3000/api/auth/callback/organisation";
const two = { acr: "urn:kestrel:two", amr: ["pwd", "mfa"] };

let service: Service;
let org: Org;

beforeAll(async () => {
  service = await startService({ redirect });
  useService(service.issuer, { SSO_REQUIRED_ACR: two.acr, SSO_REQUIRED_AMR: "mfa" });
  org = await makeOrg();
});

beforeEach(() => {
  service.visitor = { accountId: `person-${newId()}` };
});

afterAll(() => service.stop());

/** The whole journey of one browser, through the service's own pages. */
async function journey(browser: Browser, session: Buffer | null = null, there = new Map<string, string>()) {
  return comeBack(browser, await goThrough(await begin(browser, session), there));
}

/** The person's browser, signed in with a passkey a moment ago. */
async function atDesk(loginId: string): Promise<{ browser: Browser; session: Buffer }> {
  const browser = new Browser();
  const session = await browser.during("/", async () => {
    await openSession(loginId, "passkey");
    return sessionToken();
  });
  if (!session) throw new Error("The session did not open.");
  await prove(session, "passkey");
  return { browser, session };
}

async function connected() {
  const person = await org.person("caseworker");
  await connect(person.loginId, service.issuer, service.visitor.accountId);
  return person;
}

describe("with a real provider", () => {
  test("a person connects, signs out, and signs in by it alone; the log says how", async () => {
    const { loginId, memberId } = await org.person("caseworker");
    Object.assign(service.visitor, two);
    const { browser, session } = await atDesk(loginId);
    expect(await journey(browser, session)).toBe("/account/security?sso=connected");
    expect(await readSsoLink(session)).toMatchObject({ issuer: service.issuer });
    await browser.during("/", () => signOut("for good"));
    expect(await journey(browser)).toBe("/");
    expect(await standingIn(browser)).toMatchObject({ loginId, amr: "oidc+mfa", aal: "otp", freshness: null });
    expect(await org.auditOf(memberId)).toEqual(expect.arrayContaining(["factor.sso_linked", "session.started"]));
  });

  test("without the strength that is asked for, the second factor of ours is wanted, and makes it whole", async () => {
    const { loginId } = await connected();
    const code = await giveApp(await sessionBy(loginId, "invitation"));
    for (const short of [
      {},
      { amr: ["mfa"] },
      { acr: two.acr },
      { ...two, acr: "urn:kestrel:one" },
      { ...two, amr: ["pwd"] },
    ]) {
      service.visitor = { accountId: service.visitor.accountId, ...short };
      const browser = new Browser();
      expect(await journey(browser)).toBe("/sign-in/code");
      expect(await standingIn(browser)).toMatchObject({ amr: "oidc", aal: "confined", mayAdd: false });
    }
    const browser = new Browser();
    await journey(browser);
    await browser.during("/sign-in/code", async () => proveSecond((await sessionToken()) ?? Buffer.alloc(0), code()));
    expect(await standingIn(browser)).toMatchObject({ amr: "oidc+totp", aal: "otp" });
  });

  test("no act that wants a passkey is reached by it", async () => {
    const admin = await org.person("admin");
    const { memberId } = await org.person("supervisor");
    Object.assign(service.visitor, two);
    await connect(admin.loginId, service.issuer, service.visitor.accountId);
    const browser = new Browser();
    expect(await journey(browser)).toBe("/admin");
    const token = await browser.during("/", () => sessionToken());
    const ctx = token && (await ctxFromToken(token));
    if (!ctx) throw new Error("The session did not open.");
    const change = changeRole(ctx, { memberId, role: "caseworker" });
    await expect(change).rejects.toMatchObject({ code: "invalid", fields: { passkey: expect.any(String) } });
    for (const act of [beginLink, unlinkSso]) await expect(act(token)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("somebody whom nobody connected, and a closed login, get the same answer as any other refusal", async () => {
    const { loginId, memberId } = await connected();
    await owner()`update auth.logins set disabled_at = now() where id = ${loginId}`;
    const known = new Browser();
    const unknown = new Browser();
    expect(await journey(known)).toBe("/sign-in/organisation");
    service.visitor = { accountId: "nobody" };
    expect(await journey(unknown)).toBe("/sign-in/organisation");
    expect([known.jar.size, unknown.jar.size, await openedFor(loginId)]).toEqual([1, 1, 0]);
    expect(await org.auditOf(memberId)).toContain("session.refused");
  });

  test("it never goes by e-mail: the address of somebody here as a subject opens nothing", async () => {
    const { loginId, memberId } = await org.person("caseworker");
    service.visitor = { accountId: `${memberId}@test.example`, ...two };
    expect(await journey(new Browser())).toBe("/sign-in/organisation");
    expect(await openedFor(loginId)).toBe(0);
  });

  test("to connect, whoever signed in there more than five minutes ago signs in there again", async () => {
    const { loginId } = await org.person("caseworker");
    const there = new Map<string, string>();
    const { browser, session } = await atDesk(loginId);
    service.visitor.ts = Math.floor(Date.now() / 1000) - 400;
    await goThrough(await begin(new Browser()), there);
    delete service.visitor.ts;
    const before = service.asked;
    await goThrough(await begin(new Browser()), there);
    expect(service.asked).toBe(before);
    expect(await journey(browser, session, there)).toBe("/account/security?sso=connected");
    expect(service.asked).toBe(before + 1);
  });

  test("a journey to connect ends in the session that began it, or nowhere, and that is in the log", async () => {
    const person = await org.person("caseworker");
    const two = await org.person("caseworker");
    const mine = await atDesk(person.loginId);
    const theirs = await atDesk(two.loginId);
    const answer = await goThrough(await begin(mine.browser, mine.session));
    for (const name of ["sso-state", "sso-nonce", "sso-pkce"])
      theirs.browser.jar.set(name, mine.browser.jar.get(name) ?? "");
    expect(await comeBack(theirs.browser, answer)).toBe("/sign-in/organisation");
    expect([await readSsoLink(mine.session), await readSsoLink(theirs.session)]).toEqual([null, null]);
    const again = await goThrough(await begin(mine.browser, mine.session));
    expect(await comeBack(mine.browser, { ...again, code: "stolen" })).toBe("/account/security?sso=not_connected");
    expect(await org.auditOf(person.memberId)).toContain("factor.sso_refused");
  });

  test("asks for no name and no e-mail, with PKCE, state and nonce; its cookies are ours, for five minutes", async () => {
    const browser = new Browser();
    const asked = Object.fromEntries((await begin(browser)).searchParams);
    expect(asked).toMatchObject({ scope: "openid", response_type: "code", code_challenge_method: "S256" });
    expect(asked).toMatchObject({ redirect_uri: redirect, acr_values: two.acr, max_age: "43200" });
    expect(asked).not.toHaveProperty("prompt");
    for (const name of ["sso-state", "sso-nonce", "sso-pkce"])
      expect(browser.lines.get(name)).toMatch(/Path=\/;.*Max-Age=300;.*HttpOnly; SameSite=lax/i);
  });

  test("a service that is away leaves the other ways in as they are", async () => {
    const { loginId } = await org.person("caseworker");
    await service.stop();
    const browser = new Browser();
    await expect(begin(browser)).rejects.toMatchObject({ code: "conflict" });
    await browser.during("/sign-in", () => openSession(loginId, "passkey"));
    expect(await standingIn(browser)).toMatchObject({ loginId, aal: "phr" });
  });
});
