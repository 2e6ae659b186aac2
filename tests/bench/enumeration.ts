import { acceptInvitation } from "@/lib/auth/accept-invitation";
import { lookAtFirstLink } from "@/lib/auth/look-at-first-link";
import { hashPassword } from "@/lib/auth/password";
import { redeemFirstLink } from "@/lib/auth/redeem-first-link";
import { checkSignIn } from "@/lib/auth/sign-in";
import { inviteMember } from "@/lib/organisations/invite-member";
import { withdrawInvitation } from "@/lib/organisations/withdraw-invitation";
import { newId, newToken } from "@/lib/platform/ids";
import { owner } from "../support/db";
import { makeOrg, type Org } from "../support/org";
import { plantDoor } from "../support/plant-first-link";
import { interleave, type Measurement, round } from "./harness";

const pairs = 200;
const family = "Firefox on Windows";

type Ways = { name: string; there: () => Promise<unknown>; nobodys: () => Promise<unknown> };

/** Whether the time of a refusal says that something is there: the same question about what is and about what is not, in turns. */
export async function bench(): Promise<Measurement[]> {
  const org = await makeOrg();
  const found: Measurement[] = [];
  for (const ways of [await signIns(org), await invitations(org), ...(await firstLinks(org))]) {
    found.push(await compared(ways));
  }
  return found;
}

async function compared({ name, there, nobodys }: Ways): Promise<Measurement> {
  const settled = (act: () => Promise<unknown>) => () => act().catch(() => undefined);
  const run = await interleave(settled(there), settled(nobodys), { n: pairs });
  const difference = run.ours.p50 - run.floor.p50;
  return {
    ...{
      name: `${name}: there and not there, difference of the medians`,
      n: pairs,
      unit: "ms",
      floor: null,
      ratio: null,
    },
    ours: round(Math.abs(difference)),
    note: `${round(run.ours.p50)} ms and ${round(run.floor.p50)} ms; target under 5${run.note ? `; ${run.note}` : ""}`,
  };
}

/** A network of its own for each, and buckets that were emptied: what is compared is not how somebody is slowed. */
async function signIns(org: Org): Promise<Ways> {
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

async function invitations(org: Org): Promise<Ways> {
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

async function firstLinks(org: Org): Promise<Ways[]> {
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
      name: "a code at a first link",
      there: () => redeemFirstLink(keys, { code }),
      nobodys: () => redeemFirstLink(unknown(), { code }),
    },
  ];
}
