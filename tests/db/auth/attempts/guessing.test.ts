import { sql } from "drizzle-orm";
import postgres from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { columnsOf, takeEach } from "@/lib/auth/attempts/budgets";
import { guessBudgets } from "@/lib/auth/attempts/guess-budgets";
import { askPasskey } from "@/lib/auth/passkeys/ask-passkey";
import { checkAssertion } from "@/lib/auth/passkeys/check-assertion";
import { hashPassword } from "@/lib/auth/passwords/password";
import { deviceHash } from "@/lib/auth/sessions/device-cookie";
import { checkSignIn } from "@/lib/auth/sign-in/sign-in";
import { newId, newToken } from "@/lib/platform/ids";
import { owner } from "@/tests/support/db";
import { givePasskey, place, sessionBy } from "@/tests/support/factors";
import { makeOrg, type Org } from "@/tests/support/org";

const password = "four plainly fictional words";
const family = "Firefox on Windows";
let org: Org;
let passwordHash: string;

beforeAll(async () => {
  org = await makeOrg();
  passwordHash = await hashPassword(password);
});

async function person() {
  const { loginId, memberId } = await org.person("caseworker");
  const [row] =
    await owner()`update auth.logins set password_hash = ${passwordHash} where id = ${loginId} returning email`;
  return { loginId, memberId, email: String(row?.email) };
}

let networks = 0;
const nextNetwork = () => `198.51.${networks >> 8}.${networks++ & 255}`;

const from = (device: Buffer | null = null) => ({ network: nextNetwork(), device, family });

/** A browser in which the person signed in fully. */
async function knownDevice(loginId: string): Promise<Buffer> {
  const token = newToken();
  const session = await sessionBy(loginId, "passkey");
  await database().execute(
    sql`select auth.remember_device(${session}, ${newId()}::uuid, ${deviceHash(loginId, token)})`,
  );
  return token;
}

/** What a stalker does from a thousand places: tries until strangers have no try left. */
async function burn(email: string) {
  while (await takeEach(guessBudgets({ email, network: nextNetwork(), device: null }).slice(0, -1)));
}

describe("guessing passwords", () => {
  /** Ten tries from each of 500 networks; how many reach the check. */
  function volley(email: string) {
    const lists = Array.from({ length: 500 }, (_, at) =>
      columnsOf(guessBudgets({ email, network: `203.0.${at >> 8}.${at & 255}`, device: null })),
    );
    const [, bursts, rates] = lists[0] ?? ["", "{}", "{}"];
    return { keys: JSON.stringify(lists.map(([keys]) => keys)), bursts, rates };
  }

  test("of 10,000 tries from 500 networks fewer than a hundred reach the check, also with a new process midway", async () => {
    const { keys, bursts, rates } = volley(`${newId()}@test.example`);
    const [first] = await database().execute<{ n: number }>(sql`select count(*) filter (where
      auth.take_each(k::bytea[], ${bursts}::float8[], ${rates}::float8[]))::int as n
      from generate_series(1, 10), json_array_elements_text(${keys}::json) k`);
    const restarted = postgres(process.env.DATABASE_URL ?? "", { max: 1 });
    const [second] = await restarted`select count(*) filter (where
      auth.take_each(k::bytea[], ${bursts}::float8[], ${rates}::float8[]))::int as n
      from generate_series(1, 10), json_array_elements_text(${keys}::text::json) k`;
    await restarted.end();
    expect(first?.n).toBeGreaterThanOrEqual(10);
    expect((first?.n ?? 0) + Number(second?.n)).toBeLessThanOrEqual(100);
    expect(second?.n).toBeLessThanOrEqual(2);
  });

  test("each budget stops by itself: one network at many people, and all networks together", async () => {
    const network = nextNetwork();
    const [budget] = guessBudgets({ email: "nobody@test.example", network, device: null });
    expect(budget?.of).toBe(`network|${network}`);
    let passed = 0;
    while (await takeEach(guessBudgets({ email: `${newId()}@test.example`, network, device: null }).slice(0, 1)))
      passed++;
    expect(passed).toBeLessThanOrEqual(70);
    await expect(
      checkSignIn({ email: `${newId()}@test.example`, password }, { ...from(), network }),
    ).rejects.toMatchObject({
      code: "conflict",
    });
    const all = guessBudgets({ email: "nobody@test.example", network, device: null }).at(-1);
    expect(all).toMatchObject({ of: "sign-in|all", burst: 300 });
  });

  test("a budget that nobody took from for two days is swept away, a younger one stays", async () => {
    const old = newToken();
    const young = newToken();
    const take = () =>
      database().execute(sql`select auth.take_each(array[${young}::bytea], array[500], array[1])
      from generate_series(1, 5)`);
    await owner()`insert into auth.buckets (key, level, at) values (${old}, 1, now() - interval '49 hours')`;
    const isThere = async (key: Buffer) => (await owner()`select 1 from auth.buckets where key = ${key}`).length === 1;
    for (let n = 0; n < 1_000 && (await isThere(old)); n++) await take();
    expect(await isThere(old)).toBe(false);
    expect(await isThere(young)).toBe(true);
  });

  test("a password of more than 128 characters is refused and not cut", async () => {
    const { loginId, email } = await person();
    const long = `${password} `.repeat(5).slice(0, 128);
    await owner()`update auth.logins set password_hash = ${await hashPassword(long)} where id = ${loginId}`;
    await expect(checkSignIn({ email, password: `${long}x` }, from())).rejects.toMatchObject({
      fields: { password: expect.stringContaining("128") },
    });
    await expect(checkSignIn({ email, password: long }, from())).resolves.toBe(loginId);
  });
});

describe("somebody who is locked out on purpose", () => {
  test("gets in with a device that is known, and with a passkey; a stranger waits", async () => {
    const { loginId, email, memberId } = await person();
    const device = await knownDevice(loginId);
    const key = await givePasskey(await sessionBy(loginId, "invitation"));
    await burn(email);
    for (const token of [null, newToken(), await knownDevice((await person()).loginId)])
      await expect(checkSignIn({ email, password }, from(token))).rejects.toMatchObject({ code: "conflict" });
    const begun = Date.now();
    await expect(checkSignIn({ email, password }, from(device))).resolves.toBe(loginId);
    const answer = key.get(await askPasskey(place, null), { origin: place.origin });
    await expect(checkAssertion(answer, { place, purpose: "sign_in", session: null })).resolves.toEqual({ loginId });
    expect(Date.now() - begun).toBeLessThan(60_000);
    expect(await org.auditOf(memberId)).not.toContain("session.refused");
  });

  test("a stolen device has a budget of its own and gives nobody more tries than that", async () => {
    const { loginId, email } = await person();
    const device = await knownDevice(loginId);
    const budgets = guessBudgets({ email, network: null, device: deviceHash(loginId, device).toString("hex") });
    for (let n = 0; n < 10; n++) expect(await takeEach(budgets)).toBe(true);
    await expect(checkSignIn({ email, password }, from(device))).rejects.toMatchObject({ code: "conflict" });
    await expect(checkSignIn({ email, password }, from())).resolves.toBe(loginId);
  });

  test("a device is known after a full sign-in only", async () => {
    const { loginId } = await person();
    const hash = deviceHash(loginId, newToken());
    const confined = await sessionBy(loginId, "password");
    await database().execute(sql`select auth.remember_device(${confined}, ${newId()}::uuid, ${hash})`);
    const [row] = await database().execute<{ known: boolean }>(sql`select auth.knows_device(${hash}) as known`);
    expect(row?.known).toBe(false);
  });
});

describe("who works here", () => {
  async function refusalOf(email: string) {
    const begun = performance.now();
    const refusal = await checkSignIn({ email, password: "another four words" }, from()).catch((error) => error);
    const { code, message, fields } = refusal;
    return { ms: performance.now() - begun, said: JSON.stringify({ code, message, fields }) };
  }

  test("is not said by the words of a refusal, nor by its time", async () => {
    const { email } = await person();
    const [known, unknown]: [number[], number[]] = [[], []];
    const messages = new Set<string>();
    // The least of each: what else this machine does only adds, so a busy one is asked more often.
    const ratio = () => Math.min(...unknown) / Math.min(...known);
    const isAlike = () => ratio() > 0.5 && ratio() < 2;
    for (let pair = 0; pair < 5 || (pair < 20 && !isAlike()); pair++) {
      const one = await refusalOf(email);
      const other = await refusalOf(`${newId()}@test.example`);
      known.push(one.ms);
      unknown.push(other.ms);
      messages.add(one.said).add(other.said);
    }
    expect([...messages]).toHaveLength(1);
    expect(ratio()).toBeGreaterThan(0.5);
    expect(ratio()).toBeLessThan(2);
  });

  test("is not said by being slowed either", async () => {
    const { email } = await person();
    const nobody = `${newId()}@test.example`;
    for (const value of [email, nobody]) await burn(value);
    expect((await refusalOf(email)).said).toBe((await refusalOf(nobody)).said);
  });
});
