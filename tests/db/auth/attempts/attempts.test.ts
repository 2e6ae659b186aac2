import { beforeAll, describe, expect, test } from "vitest";
import { isAskedFromElsewhere } from "@/app/api/own-page";
import { takeEach } from "@/lib/auth/attempts/budgets";
import { slowDown } from "@/lib/auth/attempts/slow-down";
import { askPasskey } from "@/lib/auth/passkeys/ask-passkey";
import { checkAssertion } from "@/lib/auth/passkeys/check-assertion";
import { hashPassword } from "@/lib/auth/passwords/password";
import { feedMayLook } from "@/lib/auth/sessions/ctx-from-feed";
import { isSameOrigin } from "@/lib/auth/sessions/session";
import { acceptInvitation, readInvitation } from "@/lib/auth/sign-in/accept-invitation";
import { setupTokenIsLive } from "@/lib/auth/sign-in/claim-setup";
import { checkSignIn } from "@/lib/auth/sign-in/sign-in";
import { registerClient } from "@/lib/casework/clients/register-client";
import { type AttemptKind, attemptTotals } from "@/lib/platform/attempts";
import { newId, newToken } from "@/lib/platform/ids";
import { Authenticator } from "@/tests/support/authenticator";
import { owner } from "@/tests/support/db";
import { place } from "@/tests/support/factors";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
const from = { network: null, device: null, family: "Firefox on Linux" };

beforeAll(async () => {
  org = await makeOrg();
});

/** How many of each kind an act adds; the kinds that it adds nothing to are left out. */
async function adds(act: () => unknown): Promise<Partial<Record<AttemptKind, number>>> {
  const before = attemptTotals();
  await Promise.resolve(act()).catch(() => undefined);
  const after = Object.entries(attemptTotals()) as [AttemptKind, number][];
  return Object.fromEntries(after.flatMap(([kind, n]) => (n > before[kind] ? [[kind, n - before[kind]]] : [])));
}

const origin = (value: string) => new Headers({ origin: value });

describe("what is refused before anybody knows for whom is counted", () => {
  test("a sign-in with an address that nobody has; one of a person stands in their organisation's log instead", async () => {
    const password = "four plainly fictional words";
    const unknown = () => checkSignIn({ email: `${newId()}@nobody.example`, password }, from);
    expect(await adds(unknown)).toEqual({ unknown_address: 1 });
    const { memberId, loginId } = await org.person("caseworker");
    const passwordHash = await hashPassword("another four fictional words");
    const [login] = await owner()<{ email: string }[]>`
      update auth.logins set password_hash = ${passwordHash} where id = ${loginId} returning email`;
    const email = login?.email;
    expect(await adds(() => checkSignIn({ email, password }, from))).toEqual({});
    expect(await org.auditOf(memberId)).toContain("session.refused");
  });

  test("a passkey that nobody has here", async () => {
    const device = new Authenticator();
    const strange = async () => {
      const answer = device.get(await askPasskey(place, null), { origin: place.origin });
      return checkAssertion(answer, { place, purpose: "sign_in", session: null });
    };
    expect(await adds(strange)).toEqual({ unknown_passkey: 1 });
  });

  test("a budget that ran dry, of a door and of a calendar", async () => {
    const who = newId();
    for (let n = 0; n < 10; n += 1) expect(await adds(() => slowDown(who))).toEqual({});
    expect(await adds(() => slowDown(who))).toEqual({ budget_empty: 1 });
    const one = [{ of: newId(), burst: 1, perSecond: 0 }];
    expect(await adds(() => takeEach(one))).toEqual({});
    expect(await adds(() => takeEach(one))).toEqual({ budget_empty: 1 });
    const feed = newToken();
    for (let n = 0; n < 30; n += 1) await feedMayLook(feed);
    expect(await adds(() => feedMayLook(feed))).toEqual({ budget_empty: 1 });
  });

  test("a form, and a download, that a page of somebody else sent", async () => {
    for (const value of ["https://elsewhere.example", "null", "http://localhost.elsewhere.example"])
      expect(await adds(() => isSameOrigin(origin(value)))).toEqual({ foreign_origin: 1 });
    expect(await adds(() => isSameOrigin(new Headers()))).toEqual({ foreign_origin: 1 });
    expect(await adds(() => isSameOrigin(new Headers({ "sec-fetch-site": "same-origin" })))).toEqual({});
    const asked = (site: string) => new Request("http://localhost/", { headers: { "sec-fetch-site": site } });
    expect(await adds(() => isAskedFromElsewhere(asked("cross-site")))).toEqual({ foreign_origin: 1 });
    expect(await adds(() => isAskedFromElsewhere(asked("none")))).toEqual({});
  });

  test("a link and a setup token that we never made, and input that no form of ours sends", async () => {
    const token = newToken().toString("base64url");
    expect(await adds(() => readInvitation(token))).toEqual({ unknown_token: 1 });
    expect(await adds(() => setupTokenIsLive(token))).toEqual({ unknown_token: 1 });
    const use = () => acceptInvitation({ token, name: "Nobody Fictional", password: "four plainly fictional words" });
    expect(await adds(use)).toEqual({ unknown_token: 1 });
    expect(await adds(async () => registerClient(await org.as("caseworker"), { name: 7 }))).toEqual({ bad_input: 1 });
  });
});
