import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask } from "@/db/client";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { endOtherSessions } from "@/lib/auth/sessions/end-sessions";
import { writeAudit } from "@/lib/kernel/access/append-entry";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { verifyChain } from "@/lib/kernel/audit/verify-chain";
import { inviteMember } from "@/lib/organisation/members/commands/invite-member";
import { exportLog } from "@/lib/oversight/audit-log/export-log";
import { listAuditEntries } from "@/lib/oversight/audit-log/queries";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { newId } from "@/lib/platform/ids";
import { type LogBreaker, openLogBreaker } from "@/tests/support/break-log";
import { owner } from "@/tests/support/db";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { prove, sessionBy } from "@/tests/support/sessions";

let org: Org;
let person: Person;
let breaker: LogBreaker;

beforeAll(async () => {
  org = await makeOrg();
  person = await org.person("supervisor");
});
afterAll(() => breaker?.close());

/** A session of the person in which something is done: a thing that is kept, one that is refused, a proof, the end. */
async function work(act: string) {
  const token = await sessionBy(person.loginId, "passkey");
  const ctx = await ctxFromToken(token);
  if (!ctx) throw new Error("The session did not open.");
  const subjectId = newId();
  await withTransaction(ctx, "read write", ({ db }) => writeAudit(db, { action: act, subjectId, detail: {} } as never));
  await inviteMember(ctx, { role: "caseworker", name: "Nobody", email: "nobody@test.example" }).catch(() => undefined);
  await prove(token, "passkey");
  await ask(sql`select auth.end_session(${token})`);
  const [row] = await owner()<{ id: string }[]>`select id from auth.sessions where token_hash = ${sha256(token)}`;
  return { id: row?.id ?? "", token };
}

const entries = () =>
  withTransaction(org.service(), "read only", ({ db }) =>
    db.execute<{ seq: number; action: string; session: string | null; member: string | null }>(
      sql`select seq::int as seq, action, session, member_id as member from audit.entries order by seq`,
    ),
  );

describe("from which session an entry came", () => {
  test("stands in each, from the sign-in to the end, also in what was refused; two sessions of one person differ", async () => {
    const from = (await entries()).length;
    const one = await work("view.saved");
    const other = await work("view.removed");
    const written = (await entries()).slice(from);
    const marks = [...new Set(written.map(({ session }) => session))];
    expect(marks).toHaveLength(2);
    for (const mark of marks) {
      expect(mark).toMatch(/^[0-9a-f]{12}$/);
      const actions = written.filter(({ session }) => session === mark).map(({ action }) => action);
      expect(actions.toSorted()).toEqual(
        ["access.refused", "session.confirmed", "session.ended", "session.started", actions[1]].toSorted(),
      );
    }
    // It is neither the id nor a plain hash of it, and opens nothing.
    for (const { id, token } of [one, other]) {
      const plain = [id.replaceAll("-", ""), token.toString("hex"), sha256(Buffer.from(id)).toString("hex")];
      for (const mark of marks) for (const text of plain) expect(text).not.toContain(mark);
    }
    expect(await ctxFromToken(Buffer.from(marks[0] ?? "", "hex"))).toBeNull();
  });

  test("a job has none", async () => {
    const subjectId = newId();
    await withTransaction(org.service(), "read write", ({ db }) =>
      writeAudit(db, { action: "files.tidied", subjectId, detail: {} } as never),
    );
    expect((await entries()).at(-1)).toMatchObject({ action: "files.tidied", session: null, member: null });
  });

  test("nobody puts another's mark in: a context that is made up is refused, and the entry is not written", async () => {
    const ctx = await ctxFromToken(await sessionBy(person.loginId, "passkey"));
    if (!ctx) throw new Error("The session did not open.");
    const before = (await entries()).length;
    const forge = withTransaction(ctx, "read write", async ({ db }) => {
      await db.execute(sql`select set_config('app.ctx', regexp_replace(current_setting('app.ctx'), '[0-9a-f]{12}$',
        '0123456789ab'), true)`);
      await writeAudit(db, { action: "view.saved", subjectId: newId(), detail: {} } as never);
    });
    await expect(forge).rejects.toThrow();
    expect(await entries()).toHaveLength(before);
    const call = withTransaction(ctx, "read write", ({ db }) =>
      db.execute(sql`select ctx.put_session(${ctx.orgId}::uuid, ${newId()}::uuid, 'supervisor', ${newId()}::uuid)`),
    );
    await expect(call).rejects.toThrow();
  });

  test("is on the page and in both files, and ending others is told from them", async () => {
    const token = await sessionBy(person.loginId, "passkey");
    await sessionBy(person.loginId, "passkey");
    await endOtherSessions(token);
    const supervisor = await org.as("supervisor");
    const { rows } = await listAuditEntries(supervisor, { memberId: person.memberId });
    expect(rows[0]).toMatchObject({ what: "Signed out elsewhere", session: expect.stringMatching(/^[0-9a-f]{12}$/) });
    const mark = rows[0]?.session ?? "none";
    const filters = { memberId: person.memberId };
    const csv = (await exportLog(supervisor, { format: "csv", filters })).bytes.toString();
    expect(csv.split("\n").filter((line) => line.includes(mark)).length).toBeGreaterThanOrEqual(2);
    const lines = (await exportLog(supervisor, { format: "jsonl", filters })).bytes.toString();
    expect(lines).toContain(`"session":"${mark}"`);
  });

  test("is part of the chain, which holds with and without it; a mark that is changed, taken or given breaks it", async () => {
    const all = await entries();
    expect(await verifyChain(org.service())).toMatchObject({ broken: null, entries: all.length });
    const marked = all.find(({ session }) => session)?.seq ?? 0;
    const bare = all.find(({ session }) => !session)?.seq ?? 0;
    expect(bare).toBeGreaterThan(0);
    breaker = await openLogBreaker(org.id);
    const { id } = org;
    for (const [seq, mark] of [
      [marked, "0123456789ab"],
      [marked, null],
      [bare, "0123456789ab"],
    ] as const) {
      const { broken } = await breaker.whileBroken(
        (s) => s`update audit.entries set session = ${mark} where org_id = ${id} and seq = ${seq}`,
        () => verifyChain(org.service()),
      );
      expect(broken).toMatchObject({ seq, problem: "changed" });
    }
  });
});
