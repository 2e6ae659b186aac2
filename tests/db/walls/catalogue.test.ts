import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { database } from "@/db/client";
import { owner } from "../../support/db";

describe("the catalogue", () => {
  test("every tenant table forces row-level security and has a policy for each command", async () => {
    const rows = await owner()<{ name: string; on: boolean; forced: boolean; commands: string[] }[]>`
      select c.relname as name, c.relrowsecurity as on, c.relforcerowsecurity as forced,
        (select array_agg(distinct p.polcmd::text order by p.polcmd::text) from pg_policy p
          where p.polrelid = c.oid and p.polpermissive) as commands
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('app') and c.relkind = 'r' or (n.nspname = 'audit' and c.relname = 'entries')`;
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      expect(row, row.name).toMatchObject({ on: true, forced: true, commands: ["a", "d", "r", "w"] });
    }
  });

  test("every table of a case takes away what somebody is denied, and only to read lets an emergency in", async () => {
    const rows = await owner()<{ name: string; denied: boolean; looks: string | null }[]>`
      select c.oid::regclass::text as name,
        exists (select 1 from pg_policy p where p.polrelid = c.oid and not p.polpermissive
          and pg_get_expr(p.polqual, p.polrelid) ~ 'denied_(cases|clients)') as denied,
        (select string_agg(p.polcmd::text, '') from pg_policy p where p.polrelid = c.oid and p.polname = 'look') as looks
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname in ('case_id', 'client_id') and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace in ('app'::regnamespace, 'audit'::regnamespace)`;
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.filter((row) => !row.denied)).toEqual([]);
    expect(rows.filter((row) => row.looks !== null && row.looks !== "r")).toEqual([]);
  });

  test("a row keeps its organisation: every table that says one holds it by a trigger, or never changes a row", async () => {
    const rows = await owner()<{ name: string }[]>`select c.oid::regclass::text as name
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace = 'app'::regnamespace and not exists (select 1 from pg_trigger g
        where g.tgrelid = c.oid and g.tgname in ('keep_org', 'append_only') and g.tgenabled = 'O')`;
    expect([...rows]).toEqual([]);
  });

  test("no policy lets everything through", async () => {
    const rows = await owner()<{ open: number }[]>`select count(*)::int as open from pg_policy
      where pg_get_expr(polqual, polrelid) = 'true' or pg_get_expr(polwithcheck, polrelid) = 'true'`;
    expect(rows[0]?.open).toBe(0);
  });

  test("a policy asks for the role once a statement, as a yes or no that Postgres does not take for rare", async () => {
    const rows = await owner()<{ name: string }[]>`select tablename || '.' || policyname as name from pg_policies
      where schemaname in ('app', 'audit') and coalesce(qual, '') || coalesce(with_check, '') ~ 'AS role[)] ='`;
    expect([...rows]).toEqual([]);
  });

  test("a function that runs as its owner pins its search path", async () => {
    const rows = await owner()<{ name: string }[]>`select p.proname as name from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('app', 'auth', 'audit', 'ctx') and p.prosecdef
        and not coalesce(p.proconfig, '{}') @> array['search_path=pg_catalog']`;
    expect([...rows]).toEqual([]);
  });

  test("the application's role owns nothing, is no superuser and does not bypass the walls", async () => {
    const [role] = await database().execute<Record<string, unknown>>(sql`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
        (select count(*)::int from pg_class c where c.relowner = r.oid) as owned
      from pg_roles r where rolname = current_user`);
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owned: 0 });
  });

  test("sign-in tables and the context key are out of its reach", async () => {
    for (const table of [
      "auth.logins",
      "auth.sessions",
      "auth.login_tickets",
      "auth.devices",
      "auth.sso_links",
      "ctx.key",
      "ctx.service",
      "ctx.denied",
      "ctx.looks",
      "ctx.restricted",
      "audit.heads",
    ]) {
      await expect(database().execute(sql.raw(`select 1 from ${table}`)), table).rejects.toThrow();
    }
    await expect(database().execute(sql`select ctx.sign('x')`)).rejects.toThrow();
    await expect(database().execute(sql`select ctx.put(null, null, 'service')`)).rejects.toThrow();
  });

  test("each organisation-wide foreign key carries the organisation", async () => {
    const rows = await owner()<{ name: string }[]>`
      select con.conname as name from pg_constraint con join pg_class c on c.oid = con.conrelid
      join pg_namespace n on n.oid = c.relnamespace
      where con.contype = 'f' and n.nspname = 'app' and array_length(con.conkey, 1) = 1
        and con.confrelid <> 'app.organisations'::regclass`;
    expect([...rows]).toEqual([]);
  });
});
