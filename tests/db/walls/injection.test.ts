import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { owner } from "../../support/db";
import { makeOrg, type Org, type Person } from "../../support/org";
import { plantCase } from "../../support/plant";

let org: Org;
let two: Org;
let attacker: Person;
let victim: Person;
let theirs: string;

beforeAll(async () => {
  [org, two] = [await makeOrg(), await makeOrg()];
  [attacker, victim] = [await org.person("supervisor"), await two.person("caseworker")];
  await plantCase(attacker.ctx);
  theirs = await plantCase(victim.ctx, { pseudonym: "Kingfisher" });
});

/** The hole itself: what somebody types is put into the statement as it is. The product has none such. */
const find = (ctx: Ctx, typed: string) =>
  withTransaction(ctx, "read write", async ({ db }) => [
    ...(await db.execute<Record<string, unknown>>(sql.raw(`select code from app.cases where pseudonym = '${typed}'`))),
  ]);

const refusedBy = (error: unknown) => sqlState(error);

describe("a statement that lets SQL in", () => {
  test("is a hole: what was typed runs", async () => {
    expect((await find(attacker.ctx, "' or true --")).length).toBe(1);
    expect(await find(attacker.ctx, "' union select current_user::text --")).toEqual([{ code: "crossdocket_app" }]);
  });

  test("shows no row of another organisation, of any table", async () => {
    const tables = await owner()<{ name: string }[]>`select c.oid::regclass::text as name from pg_class c
      where c.relkind = 'r' and c.relnamespace = 'app'::regnamespace order by 1`;
    expect(tables.length).toBeGreaterThan(60);
    for (const { name } of tables) {
      const column = name === "app.organisations" ? "id" : "org_id";
      const typed = `' union all select x.${column}::text from ${name} x where x.${column} <> '${org.id}' --`;
      expect(await find(attacker.ctx, typed), name).toEqual([]);
    }
    expect(await find(attacker.ctx, `' union all select id::text from app.cases where id = '${theirs}' --`)).toEqual(
      [],
    );
  });

  test.each([
    "auth.logins",
    "auth.sessions",
    "auth.login_tickets",
    "auth.setup_tokens",
    "auth.feed_tokens",
    "auth.first_secrets",
    "auth.pairing_keys",
    "ctx.key",
    "ctx.service",
    "ctx.denied",
    "ctx.looks",
    "audit.heads",
    "pg_authid",
    "pg_shadow",
  ])("reads nothing of %s", async (table) => {
    const attempt = find(attacker.ctx, `' union all select x::text from ${table} x --`);
    expect(await attempt.then(() => "read", refusedBy)).toBe("42501");
  });

  test.each([
    ["signs no context", "ctx.sign('x')"],
    ["puts none", "ctx.put(null, null, 'service')::text"],
    ["reads no file of the server", "pg_read_file('/etc/passwd')"],
    ["lists no folder of it", "pg_ls_dir('.')"],
    ["reaches no other server by a large object", "lo_import('/etc/passwd')::text"],
  ])("%s", async (_what, call) => {
    const attempt = find(attacker.ctx, `' union all select ${call} --`);
    expect(await attempt.then(() => "ran", refusedBy)).toBe("42501");
  });

  test("becomes nobody else: no role, no context that it made up, none of an earlier transaction", async () => {
    const state = (typed: string) => find(attacker.ctx, typed).then((rows) => rows.length, refusedBy);
    for (const role of ["postgres", "crossdocket", "pg_read_all_data"]) {
      const changed = await withTransaction(attacker.ctx, "read write", ({ db }) =>
        db.execute(sql.raw(`set role ${role}`)),
      ).then(() => "became", refusedBy);
      expect(changed, role).not.toBe("became");
    }
    const forged = `'${two.id}|${victim.memberId}|supervisor|`;
    const forge = (ctx: string, sig: string) =>
      `' union all select set_config('app.ctx', ${ctx}, true) || set_config('app.sig', '${sig}', true)
        union all select pseudonym from app.cases --`;
    expect(await state(forge(`${forged}0:0'`, "0".repeat(64)))).toBe("28000");
    // Of this very transaction: nothing but the signature is wrong.
    const stamp = "extract(epoch from transaction_timestamp())::text || ':' || pg_backend_pid()::text";
    expect(await state(forge(`${forged}' || ${stamp}`, "0".repeat(64)))).toBe("28000");
    const kept = await withTransaction(victim.ctx, "read only", async ({ db }) => {
      const [row] = await db.execute<{ c: string; s: string }>(
        sql`select current_setting('app.ctx') as c, current_setting('app.sig') as s`,
      );
      return row;
    });
    expect(await state(forge(`'${kept?.c ?? ""}'`, kept?.s ?? ""))).toBe("28000");
  });

  test("a context of a transaction that still runs serves no other connection", async () => {
    await withTransaction(victim.ctx, "read only", async ({ db }) => {
      const [row] = await db.execute<{ c: string; s: string }>(
        sql`select current_setting('app.ctx') as c, current_setting('app.sig') as s`,
      );
      const other = database().transaction(async (tx) => {
        await tx.execute(
          sql`select set_config('app.ctx', ${row?.c ?? ""}, true), set_config('app.sig', ${row?.s ?? ""}, true)`,
        );
        return tx.execute(sql`select 1 from app.cases`);
      });
      expect(await other.then(() => "seen", refusedBy)).toBe("28000");
    });
  });

  test("what it leaves in the connection for the next transaction opens nothing", async () => {
    const left = `' union all select set_config('app.ctx', current_setting('app.ctx'), false)
      || set_config('app.sig', current_setting('app.sig'), false) --`;
    await find(attacker.ctx, left);
    const results = await Promise.all(
      Array.from({ length: 10 }, () =>
        database()
          .execute(sql`select 1 from app.cases`)
          .then((rows) => rows.length, refusedBy),
      ),
    );
    for (const result of results) expect([0, "28000"]).toContain(result);
    expect(await find(victim.ctx, "Kingfisher")).toHaveLength(1);
    expect(await find(attacker.ctx, "Kingfisher")).toEqual([]);
  });

  test("a storm of transactions over few connections never shows a row of somebody else", async () => {
    const both = [attacker.ctx, victim.ctx];
    const look = (no: number) =>
      withTransaction(both[no % 2] as Ctx, "read only", async ({ db, orgId }) => {
        const rows = await db.execute<{ org: string }>(sql`select distinct org_id as org from app.cases`);
        return rows.every((row) => row.org === orgId) && rows.length === 1;
      });
    const seen: boolean[] = [];
    // Thirty wait for ten connections.
    for (let wave = 0; wave < 10; wave += 1) {
      seen.push(...(await Promise.all(Array.from({ length: 30 }, (_, no) => look(no)))));
    }
    expect(seen).toHaveLength(300);
    expect(seen.every(Boolean)).toBe(true);
  });
});
