import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { buildWalls, listWalls, readWallState, readWalls, takeDownWalls } from "@/db/build-walls";
import { migrate } from "@/db/migrate";
import { organisations } from "@/db/schema";
import { readApplied, readSteps, replaced } from "@/db/standing";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { jobNames } from "@/lib/kernel/jobs/names";
import { backToBaseline } from "@/tests/support/back-to-baseline";
import { owner } from "../../support/db";
import { makeOrg, type Org } from "../../support/org";
import { plantCase } from "../../support/plant";

const appRole = "crossdocket_app";
let org: Org;
let built: string[];

beforeAll(async () => {
  org = await makeOrg();
  await plantCase(await org.as("caseworker"));
  built = await listWalls(owner(), appRole);
});

/** As at every start. */
const start = () =>
  migrate({
    ownerUrl: process.env.DATABASE_OWNER_URL ?? "",
    appRole,
    queues: jobNames,
    serviceToken: Buffer.from(inject("database").keys.SERVICE_TOKEN, "base64"),
  });

const state = () => readWallState(owner(), readWalls(appRole), appRole);

const builtAt = async (): Promise<string> => {
  const [row] = await owner()`select 'ctx.org()'::regprocedure::oid::text as oid`;
  return row?.oid;
};

const seen = async (): Promise<number> => {
  const rows = await withTransaction(await org.as("caseworker"), "read only", ({ db }) =>
    db.select({ id: organisations.id }).from(organisations),
  );
  return rows.length;
};

describe("the walls of db/sql", () => {
  test("a start that finds them as they were built leaves them alone", async () => {
    expect(built.length).toBeGreaterThan(1000);
    const before = await builtAt();
    await start();
    expect(await builtAt()).toBe(before);
    expect(await state()).toBe("same");
  });

  test("those of another release are built again and come out the same, and who works meanwhile goes on", async () => {
    expect(await seen()).toBe(1);
    await owner().unsafe(`comment on schema ctx is 'walls ${"0".repeat(64)} ${"0".repeat(64)}'`);
    expect(await state()).toBe("other");
    const before = await builtAt();
    const [, ...during] = await Promise.all([start(), seen(), seen(), seen()]);
    expect(await builtAt()).not.toBe(before);
    expect([...during, await seen()]).toEqual([1, 1, 1, 1]);
    expect(await listWalls(owner(), appRole)).toEqual(built);
  });

  test.each([
    ["a policy that was dropped", "drop policy denied on app.cases"],
    ["a policy that was widened", "alter policy see on app.clients using (true)"],
    ["a table that was opened", "alter table app.clients disable row level security"],
    ["a table whose owner was let through", "alter table app.clients no force row level security"],
    ["a trigger that was turned off", "alter table app.custody_events disable trigger append_only"],
    [
      "a trigger too many",
      "create trigger stray before insert on app.cases for each row execute function ctx.refuse()",
    ],
    [
      "a function that says something else",
      "create or replace function ctx.role() returns text language sql as $$ select 'admin' $$",
    ],
    ["a function too many", "create function app.stray() returns int language sql as $$ select 1 $$"],
    ["a right too many", "grant update on app.erasures to crossdocket_app"],
    ["a right for everybody", "grant execute on function ctx.sign(text) to public"],
  ])("%s is found, and gone at the next start", async (_, statement) => {
    await owner().unsafe(statement);
    expect(await state()).toBe("altered");
    await start();
    expect(await listWalls(owner(), appRole)).toEqual(built);
  });

  test.each([
    [
      "a policy on no table",
      { path: "db/sql/policies/app/x.sql", text: "create policy see on app.nothing for select using (true)" },
    ],
    [
      "a function that calls one that is not there",
      {
        path: "db/sql/functions/app/x.sql",
        text: "create function app.x() returns int language sql as $$ select app.y() $$",
      },
    ],
  ])("%s is named, and everything stays as it was", async (_, file) => {
    const building = owner().begin(async (tx) => {
      await takeDownWalls(tx);
      await buildWalls(tx, { files: [...readWalls(appRole).files, file] });
    });
    await expect(building).rejects.toThrow(/^db\/sql\/(policies\/app\/x\.sql|functions).*(nothing|app\.y)/);
    expect(await listWalls(owner(), appRole)).toEqual(built);
  });

  test("the application can tell how they stand, and not say so", async () => {
    const rows = await withTransaction(await org.as("caseworker"), "read only", ({ db }) =>
      db.execute<{ mark: string }>(sql`select obj_description('ctx'::regnamespace, 'pg_namespace') as mark`),
    );
    expect(rows[0]?.mark).toContain(readWalls(appRole).hash);
    const write = withTransaction(await org.as("caseworker"), "read write", ({ db }) =>
      db.execute(sql`comment on schema ctx is 'walls'`),
    );
    await expect(write).rejects.toThrow();
  });
});

describe("a database of another chain of migrations", () => {
  const applied = async (hashes: readonly string[]) => {
    await owner()`truncate drizzle.__drizzle_migrations`;
    for (const hash of hashes) await owner()`insert into drizzle.__drizzle_migrations (hash) values (${hash})`;
  };
  const ours = readSteps().map(({ hash }) => hash);

  test.each([
    ["from the middle of what the baseline replaced", [replaced.first, "a"], /from before the baseline/],
    ["in which something else ran", ["a", ...ours.slice(1)], /is not in drizzle/],
  ])("one %s is refused with what to do, and nothing changes", async (_, hashes, says) => {
    await applied(hashes);
    await expect(start()).rejects.toThrow(says);
    expect(await readApplied(owner())).toEqual(hashes);
    expect(await listWalls(owner(), appRole)).toEqual(built);
  });

  test("one from the end of what the baseline replaced goes on from the baseline", async () => {
    await backToBaseline(owner());
    await applied([replaced.first, replaced.last]);
    await start();
    expect(await readApplied(owner())).toEqual(ours);
    expect(await listWalls(owner(), appRole)).toEqual(built);
  });

  test("one that a later release brought up to date is left alone", async () => {
    await owner()`drop policy denied on app.cases`;
    await applied([...ours, "later"]);
    await start();
    expect(await state()).toBe("altered");
    await applied(ours);
    await start();
    expect(await state()).toBe("same");
  });
});
