import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { readTables } from "@/db/backup/catalogue";
import { isEmptyDatabase } from "@/db/backup/load";
import { openKeyRing } from "@/lib/operations/backups/open-key-ring";
import { env } from "@/lib/platform/env";
import { backupWorld, type Target, withAdmin } from "@/tests/support/backup-world";
import { addExhibit } from "@/tests/support/exhibit";
import { filesBelow, seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let world: Awaited<ReturnType<typeof backupWorld>>;
let orgs: Org[];
let archive: string;

beforeAll(async () => {
  world = await backupWorld();
  orgs = [await makeOrg("First, with a tab\tand a \\ in its name"), await makeOrg()];
  for (const org of orgs) {
    const worker = await org.as("caseworker");
    const caseId = await plantCase(worker);
    await addExhibit(worker, caseId, seededBytes(70_000, 1));
    await addExhibit(worker, caseId, seededBytes(2_500_000, 2));
  }
  archive = (await world.make()).path;
});
afterAll(() => world.remove());

describe("a backup that is put back", () => {
  let target: Target;
  beforeAll(async () => {
    target = await world.target();
    await world.restore(archive, target);
  });

  test("has every row of every table, and every file to the byte", async () => {
    const before = await rowsOf(ownName());
    const after = await rowsOf(target.name);
    expect(Object.keys(before).length).toBeGreaterThan(70);
    // Sessions are ended on the way.
    for (const rows of [before, after]) delete rows["auth.sessions"];
    expect(after).toEqual(before);
    const sealed = join(env().DATA_DIR, "files/sealed");
    const names = await filesBelow(sealed);
    expect(names).toHaveLength(4);
    expect(await filesBelow(target.files)).toEqual(names);
    for (const name of names) {
      expect(readFileSync(join(target.files, name)).equals(readFileSync(join(sealed, name)))).toBe(true);
    }
  });

  test("has its walls and triggers up again, and no session that lives", async () => {
    await withAdmin(async (admin) => {
      const [walls] =
        await admin`select count(*)::int as down from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'app' and c.relkind = 'r' and not c.relforcerowsecurity`;
      const [triggers] = await admin`select count(*)::int as off from pg_trigger where tgenabled <> 'O'`;
      const [keys] = await admin`select count(*)::int as n from pg_constraint where contype = 'f' and convalidated`;
      const [live] = await admin`select count(*)::int as n from auth.sessions where ended_at is null`;
      expect([walls?.down, triggers?.off, live?.n]).toEqual([0, 0, 0]);
      expect(keys?.n).toBeGreaterThan(100);
    }, target.name);
  });

  test("is refused by a database that somebody works in", async () => {
    await expect(world.restore(archive, target)).rejects.toMatchObject({ fault: "not_empty" });
    const own = { ...target, ownerUrl: process.env.DATABASE_OWNER_URL ?? "" };
    await expect(world.restore(archive, own)).rejects.toMatchObject({ fault: "not_empty" });
  });
});

test("the key ring lies in a file of its own, which other keys open", async () => {
  const { keysPath } = await world.make();
  const ring = await openKeyRing(keysPath ?? "", [world.keys.identity]);
  expect(ring.kek).toBe(env().KEK.toString("base64url"));
  await expect(openKeyRing(keysPath ?? "", [world.data.identity])).rejects.toMatchObject({ fault: "wrong_key" });
  await expect(openKeyRing(join(world.folder, "none"), [world.keys.identity])).rejects.toMatchObject({
    fault: "no_key_ring",
  });
});

test("one key for data and key ring, or none at all, is refused", async () => {
  const { recipient } = world.data;
  await expect(world.make({ keyRecipients: [recipient] })).rejects.toMatchObject({ fault: "no_recipients" });
  await expect(world.make({ recipients: [] })).rejects.toMatchObject({ fault: "no_recipients" });
});

test("a role that row-level security binds makes no backup, rather than half of one", async () => {
  const readAllUrl = process.env.DATABASE_OWNER_URL ?? "";
  await expect(world.make({ readAllUrl })).rejects.toMatchObject({ fault: "cannot_read_all" });
});

test("only the newest stay when a number is set", async () => {
  const folder = join(world.folder, "few");
  for (let no = 0; no < 3; no += 1) await world.make({ folder, keep: 2 });
  const names = await readdir(folder);
  expect(names.filter((name) => name.endsWith(".tar.age")).length).toBe(2);
  expect(names.filter((name) => name.endsWith(".keys.age")).length).toBe(2);
  expect(names.filter((name) => !name.startsWith("crossdocket-"))).toEqual(["erased.jsonl"]);
});

const ownName = (): string => (process.env.DATABASE_URL ?? "").split("/").at(-1) ?? "";

/** Every row of every table in a backup, as one hash a table. */
async function rowsOf(database: string): Promise<Record<string, string>> {
  expect(inject("database").superuserUrl).toContain("postgres");
  return withAdmin(async (admin) => {
    const found: Record<string, string> = {};
    for (const { name } of await readTables(admin)) {
      const [schema, table] = name.split(".");
      const rows = await admin.unsafe(`select t::text as row from "${schema}"."${table}" t order by 1`);
      found[name] =
        createHash("sha256")
          .update(rows.map(({ row }) => row).join("\n"))
          .digest("hex") + rows.length;
    }
    expect(await isEmptyDatabase(admin)).toBe(false);
    return found;
  }, database);
}
