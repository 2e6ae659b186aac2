import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { ctxFromApiToken } from "@/lib/auth/api-tokens/ctx-from-api-token";
import { findCase } from "@/lib/casework/cases/access";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { agreeToApiToken } from "@/lib/integrations/api-tokens/agree-to-api-token";
import { endApiToken } from "@/lib/integrations/api-tokens/end-api-token";
import { endOwnApiToken } from "@/lib/integrations/api-tokens/end-own-api-token";
import { makeApiToken } from "@/lib/integrations/api-tokens/make-api-token";
import { listApiTokens, listOwnApiTokens } from "@/lib/integrations/api-tokens/queries";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { officeToday } from "@/lib/law/office/rules";
import { changeRole } from "@/lib/organisation/members/commands/change-role";
import { removeMember } from "@/lib/organisation/members/commands/remove-member";
import { watchLog } from "@/lib/oversight/alerts/watch-log";
import { addDays } from "@/lib/platform/time/calendar";
import { bySql } from "@/tests/support/by-sql";
import { owner } from "@/tests/support/db";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantApiToken } from "@/tests/support/plant-api-token";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

const open = (token: string, network: string | null = null) => ctxFromApiToken(`Bearer ${token}`, network);
const today = () => officeToday(new Date());

describe("an API token", () => {
  test("opens nothing before its member agreed, and then what that member sees and nothing else", async () => {
    const mine = await plantCase(worker.ctx);
    const theirs = await plantCase((await org.person("caseworker")).ctx);
    const { id, token } = await plantApiToken(org, worker, { agreed: false });
    expect(await open(token)).toBeNull();
    const [waiting] = await listOwnApiTokens(worker.ctx);
    expect(waiting).toMatchObject({ id, state: "waiting", lastUsedOn: null });
    await agreeToApiToken(await org.confirmed(worker), { tokenId: id });
    const opened = await open(token);
    if (!opened) throw new Error("The token did not open.");
    expect(opened.token.scopes).toContain("cases:read");
    expect(opened.ctx.actor.memberId).toBe(worker.memberId);
    expect(await reading(opened.ctx, (scoped) => findCase(scoped, mine))).toMatchObject({ id: mine });
    await expect(reading(opened.ctx, (scoped) => findCase(scoped, theirs))).rejects.toHaveProperty("code", "not_found");
    const rows = await bySql<{ id: string }>(opened.ctx, sql`select id from app.cases`);
    expect(rows).toEqual([{ id: mine }]);
    expect((await listApiTokens(await org.as("admin")))[0]).toMatchObject({
      id,
      state: "works",
      lastUsedOn: new Date().toISOString().slice(0, 10),
    });
    expect(await org.auditOf(id)).toEqual(["api_token.made", "api_token.agreed"]);
  });

  test("is agreed to by its member alone: not by the administrator, and in Postgres neither", async () => {
    const { id } = await plantApiToken(org, worker, { agreed: false });
    const admin = await org.confirmed("admin");
    await expect(agreeToApiToken(admin, { tokenId: id })).rejects.toHaveProperty("code", "forbidden");
    const byHand = sql`update app.api_tokens set agreed_at = now() where id = ${id}`;
    await expect(bySql(admin, byHand)).rejects.toThrow();
    const forOneself = sql`update app.api_tokens set member_id = ${admin.actor.memberId} where id = ${id}`;
    await expect(bySql(admin, forOneself)).rejects.toThrow();
    const longer = sql`update app.api_tokens set scopes = '{packets:write}' where id = ${id}`;
    await expect(bySql(worker.ctx, longer)).rejects.toThrow();
  });

  test("is for a year at most, for who works on cases, and for a network that can be read", async () => {
    const admin = await org.confirmed("admin");
    const about = { name: "x", memberId: worker.memberId, scopes: "cases:read", networks: "", untilOn: today() };
    const refused = async (change: object) =>
      makeApiToken(admin, { ...about, ...change }).then(
        () => "made",
        (error) => Object.keys(error.fields).join(),
      );
    expect(await refused({ untilOn: addDays(today(), 366) })).toBe("untilOn");
    expect(await refused({ untilOn: addDays(today(), -1) })).toBe("untilOn");
    expect(await refused({ memberId: admin.actor.memberId })).toBe("memberId");
    expect(await refused({ memberId: (await org.person("liaison")).memberId })).toBe("memberId");
    expect(await refused({ scopes: [] })).toBe("scopes");
    expect(await refused({ scopes: ["cases:delete"] })).toBe("scopes.0");
    expect(await refused({ networks: "10.0.0.1/33" })).toBe("networks");
    expect(await refused({ networks: "example.org" })).toBe("networks");
    expect(await refused({ networks: "203.0.113.0/24\n2001:db8:1::/48" })).toBe("made");
  });

  test("works from its networks only", async () => {
    const { token } = await plantApiToken(org, worker, { networks: "203.0.113.0/24\n2001:db8:0:7::/64" });
    expect(await open(token, "203.0.113.9")).not.toBeNull();
    expect(await open(token, "2001:db8:0:7::/64")).not.toBeNull();
    expect(await open(token, "203.0.114.9")).toBeNull();
    expect(await open(token, "2001:db8:0:8::/64")).toBeNull();
    expect(await open(token)).toBeNull();
  });

  const ends: Record<string, (id: string, member: Person) => Promise<unknown>> = {
    "by an administrator": async (tokenId) => endApiToken(await org.as("admin"), { tokenId }),
    "by its member": (tokenId, member) => endOwnApiToken(member.ctx, { tokenId }),
    "when it has run out": (id) =>
      bySql(org.service(), sql`update app.api_tokens set expires_at = now() where id = ${id}`),
    "with the membership": async (_, { memberId }) => removeMember(await org.confirmed("admin"), { memberId }),
    "with the login": (_, { loginId }) => owner()`update auth.logins set disabled_at = now() where id = ${loginId}`,
    "with another role": async (_, { memberId }) =>
      changeRole(await org.confirmed("admin"), { memberId, role: "caseworker" }),
  };
  test.for(Object.entries(ends))("ends %s", async ([how, end]) => {
    await org.as("supervisor");
    const member = await org.person(how === "with another role" ? "supervisor" : "caseworker");
    const { id, token } = await plantApiToken(org, member);
    const before = await open(token);
    if (!before) throw new Error("The token did not open.");
    await end(id, member);
    expect(await open(token)).toBeNull();
    // What was open a moment ago reads and writes nothing more either.
    await expect(reading(before.ctx, (scoped) => scoped.db.execute(sql`select 1`))).rejects.toHaveProperty(
      "code",
      "unauthenticated",
    );
  });

  test("is named in every entry that it makes, beside the member, and makes no token itself", async () => {
    const caseId = await plantCase(worker.ctx);
    const { id, token } = await plantApiToken(org, worker);
    const opened = await open(token);
    if (!opened) throw new Error("The token did not open.");
    const number = {
      caseId,
      kind: "cas",
      raw: "Voorbeeldfontein CAS 123/4/2026",
      receivedVia: "sms",
      keepAsTyped: true,
    };
    const byPerson = await recordReference(worker.ctx, number);
    const byToken = await recordReference(opened.ctx, {
      ...number,
      raw: "Voorbeeldfontein CAS 124/4/2026",
      seenDuplicate: true,
    });
    const entries = await bySql<{ subject_id: string; member_id: string; detail: object }>(
      org.service(),
      sql`select subject_id, member_id, detail from audit.entries
        where action = 'reference.recorded' and case_id = ${caseId} order by seq`,
    );
    expect(entries.map(({ subject_id, member_id }) => [subject_id, member_id])).toEqual([
      [byPerson.id, worker.memberId],
      [byToken.id, worker.memberId],
    ]);
    expect(entries[0]?.detail).not.toHaveProperty("apiToken");
    expect(entries[1]?.detail).toMatchObject({ apiToken: id });
    const byItself = sql`update app.api_tokens set ended_at = now() where id = ${id}`;
    await expect(bySql(opened.ctx, byItself)).rejects.toThrow();
  });

  test("is in an alert for supervisors and administrators when it is made", async () => {
    const friend = await org.person("caseworker");
    await plantApiToken(org, friend, { agreed: false });
    const raised = await watchLog(org.service());
    expect(raised.filter((one) => one.memberId === friend.memberId && one.rule === "access_given").length).toBe(2);
  });

  test("reads nothing in a context that somebody made up for it", async () => {
    const { id } = await plantApiToken(org, worker);
    const forged = withTransaction(worker.ctx, "read write", async ({ db }) => {
      await db.execute(sql`select set_config('app.ctx', current_setting('app.ctx') || ${`|${id}`}, true)`);
      await db.execute(sql`select * from app.api_answers`);
    });
    await expect(forged).rejects.toThrow();
  });
});
