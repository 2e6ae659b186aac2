import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { clearAnswers } from "@/lib/integrations/api/clear-answers";
import { endApiToken } from "@/lib/integrations/api-tokens/end-api-token";
import { endOwnApiToken } from "@/lib/integrations/api-tokens/end-own-api-token";
import { removeMember } from "@/lib/organisation/members/commands/remove-member";
import { newId } from "@/lib/platform/ids";
import type { ApiClient } from "@/tests/support/api-client";
import { clientWith } from "@/tests/support/api-requests";
import { bySql } from "@/tests/support/by-sql";
import { caseForm } from "@/tests/support/case-form";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantApiToken } from "@/tests/support/plant-api-token";

let org: Org;
let worker: Person;
let api: ApiClient;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  api = await clientWith((await plantApiToken(org, worker)).token);
  caseId = await plantCase(worker.ctx);
});

const withKey = (key: string) => ({ headers: { "idempotency-key": key } });
const number = (serial: number) => ({
  caseId,
  kind: "cas",
  raw: `Voorbeeldfontein CAS ${serial}/4/2026`,
  receivedVia: "sms",
  keepAsTyped: true,
  seenDuplicate: true,
});
const recorded = async () => {
  const [row] = await bySql<{ n: number }>(
    org.service(),
    sql`select count(*)::int as n from app.references where case_id = ${caseId}`,
  );
  return row?.n;
};

describe("an idempotency key", () => {
  test("does the same request once and answers it the same, whatever the order of its fields", async () => {
    const key = newId();
    const before = await recorded();
    const first = await api.call("recordReference", number(301), withKey(key));
    const again = await api.call(
      "recordReference",
      Object.fromEntries(Object.entries(number(301)).toReversed()),
      withKey(key),
    );
    expect(first.status).toBe(201);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect([first, again].map(({ headers }) => headers.get("idempotent-replayed"))).toEqual([null, "true"]);
    expect(await recorded()).toBe((before ?? 0) + 1);
  });

  test("makes one of two at the same moment", async () => {
    const [key, form, before] = [newId(), number(302), await recorded()];
    const both = await Promise.all([
      api.call("recordReference", form, withKey(key)),
      api.call("recordReference", form, withKey(key)),
    ]);
    // On a slow machine the second is told that the first is still at work, and is sent again.
    const late = both.some(({ status }) => status === 409);
    const answers = [...both, ...(late ? [await api.call("recordReference", form, withKey(key))] : [])];
    const done = answers.filter(({ status }) => status === 201);
    expect(done.length).toBe(2);
    expect(done[0]?.body).toEqual(done[1]?.body);
    expect(await recorded()).toBe((before ?? 0) + 1);
  });

  test("with another request is refused, and nothing is done", async () => {
    const key = newId();
    await api.call("recordReference", number(303), withKey(key));
    const before = await recorded();
    const other = await api.call("recordReference", number(304), withKey(key));
    expect([other.status, other.body.type]).toEqual([422, "urn:crossdocket:problem:key-reused"]);
    const elsewhere = await api.call("openCase", caseForm(), withKey(key));
    expect(elsewhere.status).toBe(422);
    expect(await recorded()).toBe(before);
  });

  test("is one token's own, and is free again after a day", async () => {
    const key = newId();
    const first = await api.call("recordReference", number(305), withKey(key));
    const other = await clientWith((await plantApiToken(org, worker)).token);
    expect((await other.call("recordReference", number(306), withKey(key))).status).toBe(201);
    await bySql(org.service(), sql`delete from app.api_answers`);
    const later = await api.call("recordReference", number(307), withKey(key));
    expect(later.status).toBe(201);
    expect(later.body).not.toEqual(first.body);
  });

  test("is not taken by what was refused", async () => {
    const key = newId();
    const refused = await api.call("recordReference", { ...number(308), caseId: newId() }, withKey(key));
    expect(refused.status).toBe(404);
    expect((await api.call("recordReference", number(308), withKey(key))).status).toBe(201);
  });

  test("keeps ids and nothing of what was sent", async () => {
    await api.call("openCase", caseForm(), withKey(newId()));
    const rows = await bySql<{ answer: Record<string, string> }>(
      org.service(),
      sql`select answer from app.api_answers`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { answer } of rows) for (const value of Object.values(answer)) expect(value).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe("what was answered", () => {
  const answersTo = async (tokenId: string) => {
    const [row] = await bySql<{ n: number }>(
      org.service(),
      sql`select count(*)::int as n from app.api_answers where token_id = ${tokenId}`,
    );
    return row?.n;
  };
  const answered = async (member: Person) => {
    const { id, token } = await plantApiToken(org, member);
    const program = await clientWith(token);
    const made = await program.call("openCase", caseForm(), withKey(newId()));
    expect(made.status).toBe(201);
    expect(await answersTo(id)).toBe(1);
    return id;
  };

  test("goes with its token, whoever ends it", async () => {
    const [first, second] = [await answered(worker), await answered(worker)];
    await endOwnApiToken(worker.ctx, { tokenId: first });
    expect([await answersTo(first), await answersTo(second)]).toEqual([0, 1]);
    await endApiToken(await org.as("admin"), { tokenId: second });
    expect(await answersTo(second)).toBe(0);
  });

  test("goes with the membership, and at night once the token has run out", async () => {
    const member = await org.person("caseworker");
    const theirs = await answered(member);
    await removeMember(await org.confirmed("admin"), { memberId: member.memberId });
    expect(await answersTo(theirs)).toBe(0);
    const old = await answered(worker);
    await clearAnswers(org.service());
    expect(await answersTo(old)).toBe(1);
    await bySql(org.service(), sql`update app.api_tokens set expires_at = now() where id = ${old}`);
    await clearAnswers(org.service());
    expect(await answersTo(old)).toBe(0);
  });
});
