import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { listNotices } from "@/lib/auth/sessions/sign-in-notices";
import { requireStanding } from "@/lib/auth/sessions/standing";
import { acceptInvitation } from "@/lib/auth/sign-in/accept-invitation";
import { beginLink } from "@/lib/auth/sso/begin-link";
import { linkSso, subjectHash } from "@/lib/auth/sso/link-sso";
import { readSsoLink } from "@/lib/auth/sso/read-sso-link";
import { unlinkSso } from "@/lib/auth/sso/unlink-sso";
import { removeMember } from "@/lib/organisation/members/commands/remove-member";
import { renewAccess } from "@/lib/organisation/members/commands/renew-access";
import { newId } from "@/lib/platform/ids";
import { owner } from "@/tests/support/db";
import { giveApp, givePasskey, prove, sessionBy } from "@/tests/support/factors";
import { makeOrg, type Org } from "@/tests/support/org";
import { Browser, begin, comeBack } from "@/tests/support/sso";

const issuer = "https://login.kestrel.example";
const told = (subject: string) => ({ subject, strong: false });

let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

/** Somebody with a passkey, in a session in which it was used just now, and a subject that nobody else has. */
async function withPasskey(from: Org = org) {
  const { loginId, memberId } = await from.person("caseworker");
  await givePasskey(await sessionBy(loginId, "invitation"));
  const session = await sessionBy(loginId, "passkey");
  await prove(session, "passkey");
  return { loginId, memberId, session, subject: `subject-${newId()}` };
}

async function whose(subject: string, at = issuer): Promise<string | null> {
  const [row] = await database().execute<{ login: string | null }>(
    sql`select auth.use_sso(${subjectHash(at, subject)}, 'Firefox on Linux') as login`,
  );
  return row?.login ?? null;
}

describe("connecting with the sign-in service", () => {
  test("makes the subject open this login alone, is in the log, and ends the sessions elsewhere", async () => {
    const { loginId, memberId, session, subject } = await withPasskey();
    const elsewhere = await sessionBy(loginId, "passkey");
    expect(await readSsoLink(session)).toBeNull();
    expect(await linkSso(session, { issuer }, told(subject))).toBe(true);
    expect(await readSsoLink(session)).toMatchObject({ issuer, usedAt: null });
    expect(await whose(subject)).toBe(loginId);
    expect(await readSsoLink(session)).toMatchObject({ usedAt: expect.any(Date) });
    expect(await ctxFromToken(elsewhere)).toBeNull();
    expect(await org.auditOf(memberId)).toContain("factor.sso_linked");
  });

  test("keeps no subject in clear, and the same subject at another service is nobody", async () => {
    const { session, subject } = await withPasskey();
    await linkSso(session, { issuer }, told(subject));
    const [row] = await owner()<{ n: number }[]>`
      select count(*)::int as n from auth.sso_links k where k::text like ${`%${subject}%`}`;
    expect(row?.n).toBe(0);
    for (const other of [`${issuer}/`, "https://login.other.example"]) expect(await whose(subject, other)).toBeNull();
  });

  test("wants a passkey: a code, a password, an old proof and a confined session are refused", async () => {
    const { loginId, subject, session } = await withPasskey();
    const plain = await sessionBy(loginId, "passkey");
    const coded = await sessionBy(loginId, "password+totp");
    await prove(coded, "totp");
    const strong = await sessionBy(loginId, "oidc+mfa");
    await prove(strong, "password");
    await owner()`update auth.sessions set passkey_at = now() - interval '11 minutes'
      where login_id = ${loginId} and passkey_at is not null`;
    const confined = await Promise.all(["password", "oidc", "recovery"].map((amr) => sessionBy(loginId, amr)));
    for (const token of [session, plain, coded, strong, ...confined]) {
      await expect(beginLink(token)).rejects.toMatchObject({ code: "forbidden" });
      expect(await linkSso(token, { issuer }, told(subject))).toBe(false);
      await expect(unlinkSso(token)).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await whose(subject)).toBeNull();
  });

  test("a subject that is somebody's, of another organisation too, is refused and in the log", async () => {
    const first = await withPasskey();
    const other = await withPasskey(await makeOrg());
    await linkSso(other.session, { issuer }, told(other.subject));
    expect(await linkSso(first.session, { issuer }, told(other.subject))).toBe(false);
    expect(await whose(other.subject)).toBe(other.loginId);
    expect(await org.auditOf(first.memberId)).toContain("factor.sso_refused");
  });

  test("a second one is refused before the journey begins, and at its end", async () => {
    const { loginId, session, subject } = await withPasskey();
    await linkSso(session, { issuer }, told(subject));
    await expect(beginLink(session)).rejects.toMatchObject({ code: "conflict" });
    expect(await linkSso(session, { issuer }, told(`${subject}-2`))).toBe(false);
    expect([await whose(subject), await whose(`${subject}-2`)]).toEqual([loginId, null]);
  });

  test("of two people with one subject at once, one wins; a journey that came to nothing is in the log", async () => {
    const one = await withPasskey();
    const two = await withPasskey();
    const both = await Promise.all([one, two].map(({ session }) => linkSso(session, { issuer }, told(one.subject))));
    expect(both.toSorted()).toEqual([false, true]);
    expect(await linkSso(two.session, { issuer }, null)).toBe(false);
    expect(await org.auditOf(two.memberId)).toContain("factor.sso_refused");
  });

  test("without single sign-on in the settings there is no journey, and what comes back is nobody's", async () => {
    const { session } = await withPasskey();
    await expect(beginLink(session)).rejects.toMatchObject({ code: "not_found" });
    const browser = new Browser();
    await expect(begin(browser)).rejects.toMatchObject({ code: "not_found" });
    expect(await comeBack(browser, { code: "x", state: "y" })).toBeNull();
    expect(browser.jar.has("sid")).toBe(false);
  });
});

describe("disconnecting", () => {
  test("makes the subject nobody's, ends the sessions elsewhere, is in the log, and is there once", async () => {
    const { loginId, memberId, session, subject } = await withPasskey();
    await linkSso(session, { issuer }, told(subject));
    const elsewhere = await sessionBy(loginId, "oidc+mfa");
    const both = await Promise.allSettled([unlinkSso(session), unlinkSso(session)]);
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await whose(subject)).toBeNull();
    expect(await ctxFromToken(elsewhere)).toBeNull();
    expect(await org.auditOf(memberId)).toContain("factor.sso_unlinked");
    expect((await listNotices(session)).map(({ kind }) => kind)).toContain("sso_unlinked");
    await expect(unlinkSso(session)).rejects.toMatchObject({ code: "not_found" });
  });

  test("happens when an administrator's new sign-in link is used, and when the person is removed", async () => {
    const lost = await withPasskey();
    const gone = await withPasskey();
    for (const person of [lost, gone]) await linkSso(person.session, { issuer }, told(person.subject));
    const { token } = await renewAccess(await org.confirmed("admin"), {
      memberId: lost.memberId,
      lost: "device",
      madeSure: "in_person",
    });
    expect(await whose(lost.subject)).toBe(lost.loginId);
    await acceptInvitation({ token, name: "Caseworker person", password: "four plainly fictional words" });
    await removeMember(await org.confirmed("admin"), { memberId: gone.memberId });
    expect([await whose(lost.subject), await whose(gone.subject)]).toEqual([null, null]);
  });
});

describe("what the word of the service is worth", () => {
  test("a closed login opens nothing, and its log says so", async () => {
    const { loginId, memberId, session, subject } = await withPasskey();
    await linkSso(session, { issuer }, told(subject));
    await owner()`update auth.logins set disabled_at = now() where id = ${loginId}`;
    expect(await whose(subject)).toBeNull();
    expect(await org.auditOf(memberId)).toContain("session.refused");
  });

  test("alone it reads nothing and adds no factor, not even the first; a code makes it whole, once", async () => {
    const { loginId } = await org.person("caseworker");
    const bare = await sessionBy(loginId, "oidc");
    expect(await ctxFromToken(bare)).toBeNull();
    expect(await requireStanding(bare)).toMatchObject({ aal: "confined", mayAdd: false });
    await expect(givePasskey(bare)).rejects.toMatchObject({ code: "forbidden" });
    const code = await giveApp(await sessionBy(loginId, "invitation"));
    const first = await sessionBy(loginId, "oidc");
    const { checkSecond } = await import("@/lib/auth/sign-in/prove-second");
    await expect(checkSecond(first, code())).resolves.toEqual({ loginId, proof: "oidc+totp" });
    await expect(checkSecond(await sessionBy(loginId, "oidc"), code())).rejects.toMatchObject({ code: "invalid" });
  });

  test("with a second factor of the service or of ours it is worth a code, never a passkey", async () => {
    const { loginId } = await org.person("supervisor");
    for (const amr of ["oidc+mfa", "oidc+totp"]) {
      const session = await sessionBy(loginId, amr);
      expect(await requireStanding(session)).toMatchObject({ aal: "otp", freshness: null });
      expect((await ctxFromToken(session))?.steppedUp).toBeNull();
    }
    for (const odd of ["oidc+", "oidc+phr", "OIDC+MFA", "oidc+passkey"]) {
      expect(await requireStanding(await sessionBy(loginId, odd))).toMatchObject({ aal: "confined" });
    }
  });
});
