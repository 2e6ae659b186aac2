import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { endOtherSessions, endSession } from "@/lib/auth/sessions/end-sessions";
import { listSessions } from "@/lib/auth/sessions/list-sessions";
import { heldToken } from "@/lib/auth/sessions/session";
import { standingOf } from "@/lib/auth/sessions/standing";
import { may } from "@/lib/kernel/access/roles";
import { changeRole } from "@/lib/organisation/members/commands/change-role";
import { endAllSessions } from "@/lib/organisation/members/commands/end-all-sessions";
import { endSessions } from "@/lib/organisation/members/commands/end-sessions";
import { removeMember } from "@/lib/organisation/members/commands/remove-member";
import { owner } from "@/tests/support/db";
import { givePasskey, prove, sessionBy } from "@/tests/support/factors";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;

beforeAll(async () => {
  org = await makeOrg();
});

type Event = (person: Person, home: Org) => Promise<unknown>;

/** Another session of the same person, with a proof that is fresh. */
async function elsewhere({ loginId }: Person): Promise<Buffer> {
  const token = await sessionBy(loginId, "passkey");
  await prove(token, "passkey");
  return token;
}

const call = (statement: ReturnType<typeof sql>) => database().execute(statement);

const events: Record<string, Event> = {
  "signing out": ({ token }) => call(sql`select auth.end_session(${token})`),
  "ending it from the list": async (person) => {
    const other = await elsewhere(person);
    const mine = (await listSessions(other)).find((session) => !session.own);
    await endSession(other, mine?.id);
  },
  "ending all others": async (person) => endOtherSessions(await elsewhere(person)),
  "a new password": async (person) =>
    call(sql`select auth.change_password(${await elsewhere(person)}, 'another hash')`),
  "a new factor": async (person) => givePasskey(await elsewhere(person)),
  "an administrator, for this person": async ({ memberId }, home) =>
    endSessions(await home.confirmed("admin"), { memberId }),
  removal: async ({ memberId }, home) => removeMember(await home.confirmed("admin"), { memberId }),
  "a login that is switched off": ({ loginId }) =>
    owner()`update auth.logins set disabled_at = now() where id = ${loginId}`,
  "thirty minutes without use": ({ token }) =>
    owner()`update auth.sessions set idle_expires_at = idle_expires_at - interval '30 minutes'
      where token_hash = sha256(${token})`,
  "twelve hours in all": ({ token }) =>
    owner()`update auth.sessions set expires_at = expires_at - interval '12 hours' where token_hash = sha256(${token})`,
  "coming back from another kind of browser": ({ token }) =>
    heldToken({ st: token.toString("base64url"), dv: "Firefox on Windows" }, "Chrome on Android"),
};

describe("what ends a session ends it for the next request", () => {
  test.each(Object.entries(events))("%s", async (_, event) => {
    const person = await org.person("supervisor");
    expect(await ctxFromToken(person.token)).not.toBeNull();
    await event(person, org);
    expect(await ctxFromToken(person.token)).toBeNull();
    expect(await standingOf(person.token)).toBeNull();
  });

  test("an administrator, for everybody, also for themselves; other organisations go on", async () => {
    const home = await makeOrg();
    const other = await org.person("caseworker");
    const [person, admin] = [await home.person("supervisor"), await home.person("admin")];
    await endAllSessions(await home.confirmed(admin), { sure: "on" });
    for (const { token } of [person, admin]) expect(await ctxFromToken(token)).toBeNull();
    expect(await ctxFromToken(other.token)).not.toBeNull();
  });

  test("a new role is the role of the next request", async () => {
    const { token, memberId } = await org.person("supervisor");
    await changeRole(await org.confirmed("admin"), { memberId, role: "caseworker" });
    const ctx = await ctxFromToken(token);
    expect(ctx?.actor.role).toBe("caseworker");
    expect(may(ctx?.actor ?? { role: "liaison" }, "packet.decide")).toBe(false);
  });
});

describe("a cookie", () => {
  test("that stays with its kind of browser goes on; an update of the browser changes nothing", async () => {
    const { token } = await org.person("caseworker");
    const claims = { st: token.toString("base64url"), dv: "Firefox on Windows" };
    expect(await heldToken(claims, "Firefox on Windows")).toEqual(token);
    expect(await ctxFromToken(token)).not.toBeNull();
  });

  test("that was copied ends for both, and the log says so", async () => {
    const { token, memberId } = await org.person("caseworker");
    const claims = { st: token.toString("base64url"), dv: "Firefox on Windows" };
    expect(await heldToken(claims, "Chrome on Linux")).toBeNull();
    expect(await heldToken(claims, "Firefox on Windows")).toEqual(token);
    expect(await ctxFromToken(token)).toBeNull();
    expect(await org.auditOf(memberId)).toContain("session.moved");
  });

  test("without a kind of browser, or without a token, opens nothing", async () => {
    const { token } = await org.person("caseworker");
    expect(await heldToken({ st: token.toString("base64url") }, "Firefox on Windows")).toBeNull();
    expect(await heldToken({}, "Firefox on Windows")).toBeNull();
    expect(await heldToken(null, "Firefox on Windows")).toBeNull();
  });
});
