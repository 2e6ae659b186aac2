import { beforeAll, describe, expect, test } from "vitest";
import { askPasskey } from "@/lib/auth/passkeys/ask-passkey";
import { checkAssertion } from "@/lib/auth/passkeys/check-assertion";
import { listPasskeys } from "@/lib/auth/passkeys/list-passkeys";
import { passkeyPlace } from "@/lib/auth/passkeys/passkey-place";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { confirmWithPasskey } from "@/lib/auth/step-up/confirm-with-passkey";
import { Authenticator } from "@/tests/support/authenticator";
import { owner } from "@/tests/support/db";
import { givePasskey, place, sessionBy } from "@/tests/support/factors";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
const { origin } = place;
const refused = { code: "invalid", message: expect.stringContaining("not accepted") };

beforeAll(async () => {
  org = await makeOrg();
});

async function withPasskey(device = new Authenticator()) {
  const person = await org.person("caseworker");
  await givePasskey(await sessionBy(person.loginId, "invitation"), device);
  return { ...person, device };
}

const signIn = (answer: unknown, at = place) =>
  checkAssertion(answer, { place: at, purpose: "sign_in", session: null });

describe("signing in with a passkey", () => {
  test("nobody types an address: the passkey says whose it is, and the person was verified", async () => {
    const { loginId, device } = await withPasskey();
    const asked = await askPasskey(place, null);
    expect(asked).toMatchObject({ rpId: "localhost", userVerification: "required", allowCredentials: [] });
    await expect(signIn(device.get(asked, { origin }))).resolves.toEqual({ loginId });
  });

  test("the same answer again is refused", async () => {
    const { device } = await withPasskey();
    const answer = device.get(await askPasskey(place, null), { origin });
    await signIn(answer);
    await expect(signIn(answer)).rejects.toMatchObject(refused);
  });

  test("an answer that another address got, or that was signed for one, is refused and in the log", async () => {
    const { device, memberId } = await withPasskey();
    const asked = () => askPasskey(place, null);
    for (const [name, how] of Object.entries({
      "another name of this machine": { origin: "http://127.0.0.1:3000" },
      "another port": { origin: "http://localhost:3001" },
      "a look-alike": { origin: "http://locaIhost.example:3000", rpId: "locaIhost.example" },
      "another site's passkey": { origin, rpId: "example.com" },
      "a person who was not verified": { origin, verified: false },
      "the answer of a new passkey": { origin, type: "webauthn.create" },
    })) {
      await expect(signIn(device.get(await asked(), how)), name).rejects.toMatchObject(refused);
    }
    expect((await org.auditOf(memberId)).filter((action) => action === "session.refused")).toHaveLength(6);
  });

  test("a challenge that is old, was made up, or was made for another purpose is refused", async () => {
    const { device, token } = await withPasskey();
    const old = await askPasskey(place, null);
    await owner()`update auth.challenges set expires_at = now() - interval '1 second'`;
    await expect(signIn(device.get(old, { origin }))).rejects.toMatchObject(refused);
    const own = { ...old, challenge: Buffer.alloc(32, 7).toString("base64url") };
    await expect(signIn(device.get(own, { origin }))).rejects.toMatchObject(refused);
    const confirming = await askPasskey(place, token);
    await expect(signIn(device.get(confirming, { origin }))).rejects.toMatchObject(refused);
    for (const junk of [null, {}, "x", { ...device.get(own, { origin }), id: "" }]) {
      await expect(signIn(junk)).rejects.toMatchObject(refused);
    }
  });

  test("a passkey that nobody added, and a changed signature, open nothing", async () => {
    const { device } = await withPasskey();
    const stranger = new Authenticator();
    await expect(signIn(stranger.get(await askPasskey(place, null), { origin }))).rejects.toMatchObject(refused);
    const taken = { ...stranger.get(await askPasskey(place, null), { origin }), id: device.id.toString("base64url") };
    await expect(signIn({ ...taken, rawId: taken.id })).rejects.toMatchObject(refused);
  });

  test("a counter that does not rise is a copy's: refused and in the log; of two at once one wins", async () => {
    const { device, memberId, loginId } = await withPasskey(new Authenticator({ counter: 5 }));
    const ask = () => askPasskey(place, null);
    await expect(signIn(device.get(await ask(), { origin, counter: 9 }))).resolves.toEqual({ loginId });
    for (const counter of [9, 8, 0]) {
      await expect(signIn(device.get(await ask(), { origin, counter }))).rejects.toMatchObject(refused);
    }
    const answers = [await ask(), await ask()].map((asked) => device.get(asked, { origin, counter: 10 }));
    const both = await Promise.allSettled(answers.map((answer) => signIn(answer)));
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await org.auditOf(memberId)).filter((action) => action === "factor.copy_refused")).toHaveLength(4);
  });

  test("a removed person's passkey opens no session", async () => {
    const { device, loginId } = await withPasskey();
    await owner()`update auth.logins set disabled_at = now() where id = ${loginId}`;
    await expect(signIn(device.get(await askPasskey(place, null), { origin }))).rejects.toMatchObject(refused);
  });
});

describe("adding a passkey", () => {
  test("keeps whether it may be copied, its name sealed, and ends every other session", async () => {
    const { loginId, token } = await withPasskey(new Authenticator({ eligible: true }));
    expect(await ctxFromToken(token)).toBeNull();
    const session = await sessionBy(loginId, "passkey");
    expect(await listPasskeys(session)).toMatchObject([{ name: "Test device", copied: true, usedAt: null }]);
    const [row] = await owner()<{ name: string }[]>`select name from auth.passkeys where login_id = ${loginId}`;
    expect(row?.name).toMatch(/^v1\./);
  });

  test("the same device twice, and another person's, is a conflict", async () => {
    const { device } = await withPasskey();
    const other = await org.person("caseworker");
    await expect(givePasskey(await sessionBy(other.loginId, "invitation"), device)).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("wants a name", async () => {
    const { loginId } = await org.person("caseworker");
    const attempt = givePasskey(await sessionBy(loginId, "invitation"), new Authenticator(), " ");
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { name: expect.any(String) } });
  });
});

describe("confirming with a passkey", () => {
  test("counts for every act, in this session; another person's passkey and session do not", async () => {
    const mine = await withPasskey();
    const other = await withPasskey();
    const token = await sessionBy(mine.loginId, "password+totp");
    const strange = other.device.get(await askPasskey(place, token), { origin });
    await expect(confirmWithPasskey(place, token, strange)).rejects.toMatchObject({ code: "invalid" });
    const elsewhere = mine.device.get(await askPasskey(place, await sessionBy(other.loginId, "passkey")), { origin });
    await expect(confirmWithPasskey(place, token, elsewhere)).rejects.toMatchObject({ code: "invalid" });
    expect((await ctxFromToken(token))?.steppedUp).toBeNull();
    const next = await confirmWithPasskey(place, token, mine.device.get(await askPasskey(place, token), { origin }));
    expect(await ctxFromToken(token)).toBeNull();
    expect((await ctxFromToken(next))?.steppedUp).toBe("phr");
    await owner()`update auth.sessions set passkey_at = now() - interval '5 minutes 1 second' where login_id = ${mine.loginId}`;
    expect((await ctxFromToken(next))?.steppedUp).toBe("any");
  });
});

test("the place is the product's own address; on this machine the name that the browser used", () => {
  expect(passkeyPlace("localhost:4000")).toEqual({ rpId: "localhost", origin: "http://localhost:4000" });
  expect(passkeyPlace("evil.example")).toEqual({ rpId: "localhost", origin: "http://localhost:3000" });
});
