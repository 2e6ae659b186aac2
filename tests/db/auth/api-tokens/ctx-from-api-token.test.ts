import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { ctxFromApiToken } from "@/lib/auth/api-tokens/ctx-from-api-token";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { endApiToken } from "@/lib/integrations/api-tokens/end-api-token";
import { endOwnApiToken } from "@/lib/integrations/api-tokens/end-own-api-token";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { changeRole } from "@/lib/organisation/members/commands/change-role";
import { removeMember } from "@/lib/organisation/members/commands/remove-member";
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

describe("what an API token opens", () => {
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

  test("reads nothing in a context that somebody made up for it", async () => {
    const { id } = await plantApiToken(org, worker);
    const forged = withTransaction(worker.ctx, "read write", async ({ db }) => {
      await db.execute(sql`select set_config('app.ctx', current_setting('app.ctx') || ${`|${id}`}, true)`);
      await db.execute(sql`select * from app.api_answers`);
    });
    await expect(forged).rejects.toThrow();
  });
});
