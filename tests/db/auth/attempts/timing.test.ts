import { beforeAll, describe, expect, test } from "vitest";
import { lookAtFirstLink } from "@/lib/auth/first-contact/look-at-first-link";
import { redeemFirstLink } from "@/lib/auth/first-contact/redeem-first-link";
import { hashPassword } from "@/lib/auth/passwords/password";
import { acceptInvitation } from "@/lib/auth/sign-in/accept-invitation";
import { checkSignIn } from "@/lib/auth/sign-in/sign-in";
import { inviteMember } from "@/lib/organisation/members/commands/invite-member";
import { withdrawInvitation } from "@/lib/organisation/members/commands/withdraw-invitation";
import { AppError } from "@/lib/platform/errors";
import { newId, newToken } from "@/lib/platform/ids";
import { owner } from "@/tests/support/db";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantDoor } from "@/tests/support/plant-first-link";

const family = "Firefox on Windows";

/** Both are answered alike, unless `answers` says what each is told. */
type Ways = {
  name: string;
  there: () => Promise<unknown>;
  nobodys: () => Promise<unknown>;
  answers?: [unknown, unknown];
};

/** TIMING_PAIRS=200 measures; the few of a usual run only see that nothing is far off. */
const pairs = Number(process.env.TIMING_PAIRS ?? 5);
let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

const median = (times: number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;

/** A fault would take as long for both: only what is said to a person counts as an answer. */
async function timed(act: () => Promise<unknown>): Promise<{ ms: number; said: unknown }> {
  const from = performance.now();
  const answer = await act().catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    return [error.code, error.message];
  });
  return { ms: performance.now() - from, said: answer };
}

/** The same question about what is there and about what is not, in turns and in both orders. */
async function compare({ name, there, nobodys, answers: told }: Ways): Promise<void> {
  const times: [number[], number[]] = [[], []];
  const answers: [unknown[], unknown[]] = [[], []];
  for (let pair = 0; pair < pairs; pair += 1) {
    const order = pair % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
    for (const which of order) {
      const { ms, said } = await timed(which === 0 ? there : nobodys);
      times[which].push(ms);
      answers[which].push(said);
    }
  }
  const one = median(times[0]);
  const other = median(times[1]);
  console.info(`${name}: ${one.toFixed(1)} ms there, ${other.toFixed(1)} ms not there, ${pairs} pairs`);
  if (told) expect(answers).toEqual(told.map((value) => Array.from({ length: pairs }, () => value)));
  else expect(answers[0]).toEqual(answers[1]);
  expect(Math.abs(one - other)).toBeLessThan(Math.max(50, 3 * Math.min(one, other)));
}

describe("the time of a refusal says nothing of what is there", () => {
  test("a wrong password", { timeout: 900_000 }, async () => compare(await signIns()));
  test("a withdrawn invitation", { timeout: 900_000 }, async () => compare(await invitations()));
  test("a first link", { timeout: 900_000 }, async () => {
    for (const ways of await firstLinks()) await compare(ways);
  });
});

/** A network of its own for each, and buckets that were emptied: what is compared is not how somebody is slowed. */
async function signIns(): Promise<Ways> {
  const { loginId } = await org.person("caseworker");
  const hash = await hashPassword("four plainly fictional words");
  const [row] = await owner()`update auth.logins set password_hash = ${hash} where id = ${loginId} returning email`;
  const tryIn = async (email: string) => {
    await owner()`delete from auth.buckets`;
    return checkSignIn({ email, password: "another four words" }, { network: null, device: null, family });
  };
  return {
    name: "a wrong password",
    there: () => tryIn(String(row?.email)),
    nobodys: () => tryIn(`${newId()}@test.example`),
  };
}

async function invitations(): Promise<Ways> {
  const admin = await org.confirmed("admin");
  const made = await inviteMember(admin, {
    role: "caseworker",
    name: "Lerato Example",
    email: `${newId()}@test.example`,
  });
  await withdrawInvitation(admin, { invitationId: made.id });
  const accept = (token: string) =>
    acceptInvitation({ token, name: "Lerato Example", password: "a long and plain sentence 7" });
  return {
    name: "a withdrawn invitation",
    there: () => accept(made.token),
    nobodys: () => accept(newToken().toString("base64url")),
  };
}

async function firstLinks(): Promise<Ways[]> {
  const parties = { org, worker: await org.person("caseworker"), officer: await org.person("liaison") };
  const { keys } = await plantDoor(parties);
  const unknown = () => ({ secret: newToken(), browser: newToken() });
  const code = "7Q4KD0XMB2TA";
  return [
    {
      name: "a look at a first link",
      there: () => lookAtFirstLink({ ...keys, browser: newToken() }),
      nobodys: () => lookAtFirstLink(unknown()),
    },
    {
      name: "a code at a first link that nobody released",
      // Whoever has the secret of a link may know that there is one.
      answers: [
        { outcome: "waiting", triesLeft: 5 },
        { outcome: "unknown", triesLeft: 0 },
      ],
      there: () => redeemFirstLink(keys, { code }),
      nobodys: () => redeemFirstLink(unknown(), { code }),
    },
  ];
}
