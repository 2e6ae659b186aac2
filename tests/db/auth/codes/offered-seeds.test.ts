import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { ask } from "@/db/client";
import { offerSeed, openSeed, sealSeed } from "@/lib/auth/codes/seeds";
import { setTotp } from "@/lib/auth/codes/set-totp";
import { codeOf, stepOf } from "@/lib/auth/codes/totp";
import { requireStanding } from "@/lib/auth/sessions/standing";
import { owner } from "@/tests/support/db";
import { giveApp, prove, sessionBy } from "@/tests/support/factors";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

/** Somebody without a factor, in the session that may add the first. */
async function newcomer() {
  const { loginId } = await org.person("caseworker");
  const session = await sessionBy(loginId, "invitation");
  const offer = async (token = session) => (await offerSeed(token, loginId))?.seed.toString("hex");
  return { loginId, session, offer };
}

const codeNow = (seed: Buffer) => codeOf(seed, stepOf(new Date()));

describe("the seed that a session is offered", () => {
  test("is 160 bits, the same when the page is rendered again, and another in each session", async () => {
    const { loginId, offer } = await newcomer();
    const first = await offer();
    expect(first).toMatch(/^[0-9a-f]{40}$/);
    expect(await offer()).toBe(first);
    const others = await Promise.all([1, 2, 3].map(async () => offer(await sessionBy(loginId, "invitation"))));
    expect(new Set([first, ...others]).size).toBe(4);
  });

  test("two pages that are rendered at once show the same one", async () => {
    const { offer } = await newcomer();
    const [one, other] = await Promise.all([offer(), offer()]);
    expect(one).toBe(other);
  });

  test("waits sealed, for its login only, and hangs on nothing but chance: drawn again it is another", async () => {
    const { loginId, session, offer } = await newcomer();
    const first = await offer();
    const { sessionId } = await requireStanding(session);
    const [row] = await owner()<{ seed: string }[]>`select seed from auth.totp_offers where session_id = ${sessionId}`;
    expect(row?.seed).toMatch(/^v1\./);
    expect(openSeed(loginId, row?.seed ?? "").toString("hex")).toBe(first);
    const { loginId: other } = await org.person("caseworker");
    expect(() => openSeed(other, row?.seed ?? "")).toThrow();
    await owner()`delete from auth.totp_offers where session_id = ${sessionId}`;
    expect(await offer()).not.toBe(first);
  });

  test("after an hour it is another, and the old one sets nothing up", async () => {
    const { loginId, session, offer } = await newcomer();
    const old = await offerSeed(session, loginId);
    await owner()`update auth.totp_offers set made_at = now() - interval '61 minutes'
      where session_id = ${(await requireStanding(session)).sessionId}`;
    const [row] = await ask<{ state: string }>(sql`select auth.set_totp(${session}, ${old?.sealed}, 1) as state`);
    expect(row?.state).toBe("unoffered");
    expect(await offer()).not.toBe(old?.seed.toString("hex"));
    await expect(setTotp(session, codeNow(old?.seed ?? Buffer.alloc(20)))).rejects.toMatchObject({ code: "invalid" });
  });

  test("no other seed can be set, not even one that is sealed as ours are", async () => {
    const { loginId, session, offer } = await newcomer();
    await offer();
    const own = sealSeed(loginId, Buffer.alloc(20, 7));
    const [row] = await ask<{ state: string }>(sql`select auth.set_totp(${session}, ${own}, 1) as state`);
    expect(row?.state).toBe("unoffered");
  });

  test("is used up by the code that confirms it, also by two at once, and is then what the app has", async () => {
    const { loginId, session } = await newcomer();
    const offered = await offerSeed(session, loginId);
    const code = codeNow(offered?.seed ?? Buffer.alloc(0));
    const sent = await Promise.allSettled([setTotp(session, code), setTotp(session, code)]);
    expect(sent.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const [kept] = await owner()<{ seed: string }[]>`select seed from auth.totps where login_id = ${loginId}`;
    expect(openSeed(loginId, kept?.seed ?? "")).toEqual(offered?.seed);
    const left = await owner()`select 1 from auth.totp_offers o join auth.sessions s on s.id = o.session_id
      where s.login_id = ${loginId}`;
    expect(left).toHaveLength(0);
  });

  test("whoever may not add a factor now is offered none", async () => {
    const { loginId, session } = await newcomer();
    await giveApp(session);
    const full = await sessionBy(loginId, "password+totp");
    expect(await offerSeed(full, loginId)).toBeNull();
    await expect(setTotp(full, "000000")).rejects.toMatchObject({ code: "forbidden" });
    expect(await offerSeed(await sessionBy(loginId, "password"), loginId)).toBeNull();
    await prove(full, "totp");
    expect(await offerSeed(full, loginId)).not.toBeNull();
  });
});
