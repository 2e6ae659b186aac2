import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { POST } from "@/app/api/auth/[...nextauth]/route";
import { openSession } from "@/lib/auth/sessions/open-session";
import { sessionToken } from "@/lib/auth/sessions/session";
import { owner } from "@/tests/support/db";
import { type Claims, FakeIssuer, type Mood } from "@/tests/support/fake-issuer";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { prove } from "@/tests/support/sessions";
import { Browser, begin, comeBack, connect, openedFor, standingIn, useService } from "@/tests/support/sso";

let issuer: FakeIssuer;
let other: FakeIssuer;
let org: Org;
let person: Person;

const subject = "kestrel|0147";
const strong = (claims: Claims) => ({ ...claims, acr: "urn:kestrel:two", amr: ["pwd", "mfa"] });
const refused = "/sign-in/organisation";
const seconds = () => Math.floor(Date.now() / 1000);

beforeAll(async () => {
  [issuer, other] = [await FakeIssuer.start(), await FakeIssuer.start()];
  useService(issuer.url, { SSO_REQUIRED_ACR: "urn:kestrel:two", SSO_REQUIRED_AMR: "mfa", TRUSTED_HOPS: "1" });
  org = await makeOrg();
  person = await org.person("caseworker");
  await connect(person.loginId, issuer.url, subject);
});

afterEach(() => {
  issuer.mood = {};
});

afterAll(async () => {
  await issuer.stop();
  await other.stop();
});

/** A journey to its end, with the service in a mood, as the person who is connected. */
async function journey(mood: Mood, sub = subject) {
  issuer.mood = mood;
  const browser = new Browser();
  const there = await begin(browser);
  const location = await comeBack(browser, issuer.grant(there, sub));
  return { browser, location };
}

/** Nothing was opened: no cookie, no row. */
async function expectRefused(act: () => Promise<{ browser: Browser; location: string | null }>) {
  const before = await openedFor(person.loginId);
  const { browser, location } = await act();
  expect(location).toBe(refused);
  expect(browser.jar.has("sid")).toBe(false);
  expect(await openedFor(person.loginId)).toBe(before);
}

test("an honest answer opens a session, so that what is refused below is refused for what was changed", async () => {
  const { browser, location } = await journey({ claims: strong });
  expect(location).toBe("/");
  expect(await standingIn(browser)).toMatchObject({ loginId: person.loginId, amr: "oidc+mfa", aal: "otp" });
});

describe("an ID token is refused", () => {
  const changed = (change: (claims: Claims) => Claims): Mood => ({ claims: (claims) => change(strong(claims)) });
  const moods: [string, Mood][] = [
    ["that is not signed", { claims: strong, header: { alg: "none" }, sign: () => "" }],
    [
      "that is signed with our public key as a shared secret",
      { claims: strong, header: { alg: "HS256" }, sign: (input, own) => own.hs256(input, own.publicPem) },
    ],
    [
      "that is signed with the secret that both know",
      { claims: strong, header: { alg: "HS256" }, sign: (input, own) => own.hs256(input, own.clientSecret) },
    ],
    ["that a foreign key signed", { claims: strong, sign: (input, own) => own.rs256(input, own.foreign.privateKey) }],
    ["that names a key which is not there", { claims: strong, header: { kid: "two" } }],
    ["whose signature is of another one", { claims: strong, sign: (_, own) => own.rs256("a.b") }],
    ["for another client", changed((claims) => ({ ...claims, aud: "somebody-else" }))],
    [
      "for another client beside us",
      changed((claims) => ({ ...claims, aud: ["crossdocket", "x"], azp: "crossdocket" })),
    ],
    ["that another client asked for", changed((claims) => ({ ...claims, azp: "somebody-else" }))],
    ["of another issuer", changed((claims) => ({ ...claims, iss: "https://login.other.example" }))],
    ["whose issuer has a stroke more", changed((claims) => ({ ...claims, iss: `${claims.iss}/` }))],
    [
      "of another issuer that the service's own document names too",
      {
        document: (honest) => ({ ...honest, issuer: "https://login.other.example" }),
        claims: (claims) => strong({ ...claims, iss: "https://login.other.example" }),
      },
    ],
    ["with another nonce", changed((claims) => ({ ...claims, nonce: "x".repeat(43) }))],
    ["without a nonce", changed(({ nonce: _, ...claims }) => claims)],
    ["that has run out", changed((claims) => ({ ...claims, iat: seconds() - 900, exp: seconds() - 600 }))],
    ["that was issued in the future", changed((claims) => ({ ...claims, iat: seconds() + 300, exp: seconds() + 900 }))],
    ["that is not valid yet", changed((claims) => ({ ...claims, nbf: seconds() + 300 }))],
    ["of somebody who signed in there yesterday", changed((claims) => ({ ...claims, auth_time: seconds() - 90_000 }))],
    ["of somebody who signs in there tomorrow", changed((claims) => ({ ...claims, auth_time: seconds() + 900 }))],
    ["that does not say when they signed in", changed(({ auth_time: _, ...claims }) => claims)],
    ["of nobody", changed((claims) => ({ ...claims, sub: "" }))],
    ["without a subject", changed(({ sub: _, ...claims }) => claims)],
    ["whose subject is a number", changed((claims) => ({ ...claims, sub: 147 }))],
    ["whose access token is another one", changed((claims) => ({ ...claims, at_hash: "AAAAAAAAAAAAAAAAAAAAAA" }))],
    ["that is not there", { token: ({ id_token: _, ...rest }) => rest }],
    ["that is no token", { token: (honest) => ({ ...honest, id_token: "a.b.c" }) }],
    ["that is not text", { token: (honest) => ({ ...honest, id_token: { sub: subject } }) }],
  ];

  test.each(moods)("%s", async (_, mood) => {
    await expectRefused(() => journey(mood));
  });

  test("whose subject nobody connected, whatever else it says; the page of personal facts is not asked", async () => {
    const mail = person.memberId;
    const claims = (honest: Claims) => strong({ ...honest, email: `${mail}@test.example`, email_verified: true });
    await expectRefused(() => journey({ claims }, "kestrel|0148"));
    expect(issuer.asked).not.toContain("/userinfo");
  });
});

describe("a journey is refused", () => {
  test("that nobody began, or whose state is missing or made up", async () => {
    const code = "0".repeat(32);
    const made: Record<string, string>[] = [{}, { code }, { code, state: "" }, { code, state: "x".repeat(43) }];
    for (const query of made) {
      await expectRefused(async () => {
        const browser = new Browser();
        return { browser, location: await comeBack(browser, query) };
      });
    }
  });

  test("that another browser began: what a stranger's link carries signs nobody in as the stranger", async () => {
    issuer.mood = { claims: strong };
    const stranger = new Browser();
    const victim = new Browser();
    const link = issuer.grant(await begin(stranger), subject);
    await expectRefused(async () => ({ browser: victim, location: await comeBack(victim, link) }));
    await begin(victim);
    const again = issuer.grant(await begin(stranger), subject);
    await expectRefused(async () => ({ browser: victim, location: await comeBack(victim, again) }));
  });

  test("whose code belongs to another one", async () => {
    issuer.mood = { claims: strong };
    const stranger = new Browser();
    const victim = new Browser();
    const theirs = issuer.grant(await begin(stranger), subject);
    const state = (await begin(victim)).searchParams.get("state") ?? "";
    await expectRefused(async () => ({ browser: victim, location: await comeBack(victim, { ...theirs, state }) }));
  });

  test("a second time, also with its cookies put back, and twice at once", async () => {
    issuer.mood = { claims: strong };
    const browser = new Browser();
    const answer = issuer.grant(await begin(browser), subject);
    const copy = new Browser();
    for (const [name, value] of browser.jar) copy.jar.set(name, value);
    const both = await Promise.all([comeBack(browser, answer), comeBack(copy, answer)]);
    expect(both.toSorted()).toEqual(["/", refused]);
    const kept = new Browser();
    const url = await begin(kept);
    const jar = new Map(kept.jar);
    const first = issuer.grant(url, subject);
    expect(await comeBack(kept, first)).toBe("/");
    const again = issuer.grant(url, subject);
    for (const answer of [first, again]) {
      const thief = new Browser();
      for (const [name, value] of jar) thief.jar.set(name, value);
      await expectRefused(async () => ({ browser: thief, location: await comeBack(thief, answer) }));
    }
  });

  test("that took longer than five minutes", async () => {
    issuer.mood = { claims: strong };
    const browser = new Browser();
    const answer = issuer.grant(await begin(browser), subject);
    await owner()`update auth.challenges set expires_at = now() - interval '1 second'`;
    await expectRefused(async () => ({ browser, location: await comeBack(browser, answer) }));
  });

  test("that comes from another service, and one that does not say from which when ours always does", async () => {
    const says = { document: (d: Claims) => ({ ...d, authorization_response_iss_parameter_supported: true }) };
    const named: Record<string, string>[] = [{ iss: other.url }, {}];
    for (const iss of named) {
      issuer.mood = { ...says, claims: strong };
      const browser = new Browser();
      const answer = { ...issuer.grant(await begin(browser), subject), ...iss };
      await expectRefused(async () => ({ browser, location: await comeBack(browser, answer) }));
    }
  });

  test("that the service ended: its words are in no address", async () => {
    const browser = new Browser();
    const state = (await begin(browser)).searchParams.get("state") ?? "";
    const words = { error: "access_denied", error_description: "kestrel|0147 was dismissed", state };
    await expectRefused(async () => ({ browser, location: await comeBack(browser, words) }));
  });

  test("to connect, of somebody who signed in there more than five minutes ago; to sign in it counts", async () => {
    issuer.mood = { claims: (honest) => strong({ ...honest, auth_time: seconds() - 400 }) };
    const browser = new Browser();
    expect(await comeBack(browser, issuer.grant(await begin(browser), subject))).toBe("/");
    const other = await org.person("caseworker");
    await browser.during("/", () => openSession(other.loginId, "passkey"));
    const session = await browser.during("/", () => sessionToken());
    if (!session) throw new Error("The session did not open.");
    await prove(session, "passkey");
    const answer = issuer.grant(await begin(browser, session), "kestrel|0149");
    expect(await comeBack(browser, answer)).toBe("/account/security?sso=not_connected");
  });

  test("that was sent as a form", async () => {
    const browser = new Browser();
    const there = await begin(browser);
    const path = `/api/auth/callback/organisation?${new URLSearchParams(issuer.grant(there, subject))}`;
    const params = Promise.resolve({ nextauth: ["callback", "organisation"] });
    const answer = await browser.during(path, async (request) => POST(request, { params }), "POST");
    expect(answer.status).toBe(404);
    expect(answer.headers.getSetCookie().some((line) => line.startsWith("sid="))).toBe(false);
  });

  test("when its network tried too often; another network still gets in", async () => {
    const at = (address: string) => new Browser(undefined, { "user-agent": "x", "x-forwarded-for": address });
    const noise = () => at("198.51.100.7");
    await Promise.all(Array.from({ length: 90 }, () => comeBack(noise(), { code: "x", state: "y" })));
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => begin(noise())));
    const messages = tries.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason.message] : []));
    expect(messages).toContain("Too many tries. Wait a minute, then try again.");
    issuer.mood = { claims: strong };
    const near = at("203.0.113.9");
    expect(await comeBack(near, issuer.grant(await begin(near), subject))).toBe("/");
  });
});

describe("a service that is broken", () => {
  const garbage = (response: import("node:http").ServerResponse) => response.end("<html>kestrel</html>");
  const cut = (response: import("node:http").ServerResponse) => response.destroy();

  test.each([
    ["cuts the line", { answer: cut }],
    ["answers garbage", { answer: garbage }],
    ["fails", { answer: (response) => response.writeHead(500).end() }],
    ["sends us elsewhere", { answer: (response) => response.writeHead(302, { location: other.url }).end() }],
    ["gives no keys", { keys: garbage }],
    ["gives keys of nobody", { keys: (response) => response.end('{"keys":[]}') }],
    ["does not answer", { answer: () => {} }],
  ] satisfies [string, Mood][])("%s: nobody is signed in", async (_, mood) => {
    await expectRefused(() => journey({ claims: strong, ...mood }));
    expect(other.asked).toEqual([]);
  });

  test.each([
    ["is cut", { document: () => cut }],
    ["is garbage", { document: () => garbage }],
    ["is null", { document: () => garbage }],
    ["names no page to sign in", { document: ({ authorization_endpoint: _, ...rest }) => rest }],
  ] satisfies [string, Mood][])(
    "its document %s: no journey begins, and the form says what else there is",
    async (_, mood) => {
      issuer.mood = mood;
      const browser = new Browser();
      await expect(begin(browser)).rejects.toMatchObject({
        code: "conflict",
        message: expect.stringContaining("Use your passkey or your password"),
      });
      expect([...browser.jar.keys()].filter((name) => name.startsWith("sso"))).toEqual([]);
    },
  );
});
