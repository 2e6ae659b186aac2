import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { members, organisations } from "@/db/schema";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { removeMember } from "@/lib/organisation/members/commands/remove-member";
import { owner } from "../../support/db";
import { makeOrg, type Org } from "../../support/org";

let org: Org;
let two: Org;

beforeAll(async () => {
  org = await makeOrg();
  two = await makeOrg();
});

describe("the context of a transaction", () => {
  test("without one, no row is seen", async () => {
    const rows = await database().select({ id: organisations.id }).from(organisations);
    expect(rows).toEqual([]);
  });

  test("inside one, only one's own organisation is seen", async () => {
    const ctx = await org.as("admin");
    const rows = await withTransaction(ctx, "read only", (scoped) =>
      scoped.db.select({ id: organisations.id }).from(organisations),
    );
    expect(rows).toEqual([{ id: org.id }]);
  });

  test("a context that somebody made up is refused", async () => {
    const forged = database().transaction(async (tx) => {
      await tx.execute(sql`select set_config('app.ctx', ${`${two.id}||service|0:0`}, true)`);
      await tx.execute(sql`select set_config('app.sig', 'made up', true)`);
      return tx.select({ id: organisations.id }).from(organisations);
    });
    expect(sqlState(await forged.catch((error: unknown) => error))).toBe("28000");
  });

  test("a context of another transaction cannot be used again", async () => {
    const ctx = await org.as("admin");
    const kept = await withTransaction(ctx, "read only", async (scoped) => {
      const [row] = await scoped.db.execute<{ c: string; s: string }>(
        sql`select current_setting('app.ctx') as c, current_setting('app.sig') as s`,
      );
      return row;
    });
    const replayed = database().transaction(async (tx) => {
      await tx.execute(
        sql`select set_config('app.ctx', ${kept?.c ?? ""}, true), set_config('app.sig', ${kept?.s ?? ""}, true)`,
      );
      return tx.select({ id: organisations.id }).from(organisations);
    });
    expect(sqlState(await replayed.catch((error: unknown) => error))).toBe("28000");
  });

  test("a removed member is out on the next request", async () => {
    const person = await org.person("caseworker");
    expect(await ctxFromToken(person.token)).not.toBeNull();
    await removeMember(await org.confirmed("admin"), { memberId: person.memberId });
    expect(await ctxFromToken(person.token)).toBeNull();
  });

  test("a session that was ended is out on the next request", async () => {
    const person = await org.person("supervisor");
    await database().execute(sql`select auth.end_session(${person.token})`);
    expect(await ctxFromToken(person.token)).toBeNull();
  });

  test("a row cannot be written into another organisation, nor moved there", async () => {
    const ctx = await org.as("admin");
    const write = withTransaction(ctx, "read write", (scoped) =>
      scoped.db.insert(members).values({
        id: two.id,
        orgId: two.id,
        role: "admin",
        name: "Stranger",
        email: "stranger@test.example",
        code: "S-99",
        joinedAt: ctx.now,
      }),
    );
    expect(sqlState(await write.catch((error: unknown) => error))).toBe("42501");
    const move = withTransaction(ctx, "read write", (scoped) => scoped.db.update(members).set({ orgId: two.id }));
    expect(sqlState(await move.catch((error: unknown) => error))).toBe("42501");
  });
});

describe("the audit log", () => {
  test("refuses change and removal, even to the owner of the tables", async () => {
    const ctx = await org.as("admin");
    for (const statement of ["update audit.entries set action = 'x'", "delete from audit.entries"]) {
      const attempt = withTransaction(ctx, "read write", (scoped) => scoped.db.execute(sql.raw(statement)));
      expect(sqlState(await attempt.catch((error: unknown) => error)), statement).toBe("42501");
    }
    await expect(owner()`truncate audit.entries`).rejects.toThrow(/append-only/);
  });

  test("is a chain: each entry carries the hash of the one before", async () => {
    await org.person("caseworker", "Somebody Else");
    const links = await withTransaction(await org.as("admin"), "read only", async (scoped) => {
      await scoped.db.execute(sql`set local timezone = 'UTC'`);
      return scoped.db.execute<{ seq: number; linked: boolean; right: boolean }>(sql`
        select seq, previous = lag(hash, 1, sha256(uuid_send(org_id))) over (order by seq) as linked,
          hash = sha256(previous || convert_to(
            (jsonb_build_array(seq, at, member_id, role, action, subject_id, case_id, detail)
              || case when session is null then '[]' else jsonb_build_array(session) end)::text, 'UTF8')) as right
        from audit.entries order by seq`);
    });
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(link).toMatchObject({ linked: true, right: true });
  });

  test("when the entry cannot be written, the change is not made", async () => {
    const ctx = await org.as("admin");
    const before = await org.person("caseworker", "Kept Person");
    const { command } = await import("@/lib/kernel/access/command");
    const { z } = await import("zod");
    const broken = command({
      needs: "people.write",
      input: z.object({}),
      async run(scoped) {
        await scoped.db.update(members).set({ name: "Changed" });
        return { value: null, audit: { action: "member.removed", subjectId: "not an id", detail: {} } };
      },
    });
    await expect(broken(ctx, {})).rejects.toThrow();
    expect((await ctxFromToken(before.token))?.actor.name).toBe("Kept Person");
  });
});
