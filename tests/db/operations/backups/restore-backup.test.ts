import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { readMigrations, readSchema } from "@/db/backup/catalogue";
import { isEmptyDatabase, loadDatabase } from "@/db/backup/load";
import { cases } from "@/db/schema";
import { readSteps, replaced } from "@/db/standing";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { checkArchive } from "@/lib/operations/backups/check-archive";
import { openSample } from "@/lib/operations/backups/open-sample";
import { readIdentities } from "@/lib/operations/backups/rules";
import { env } from "@/lib/platform/env";
import { newToken } from "@/lib/platform/ids";
import { createS3Store } from "@/lib/platform/storage/s3";
import { StorageError } from "@/lib/platform/storage/storage";
import { backToBaseline } from "@/tests/support/back-to-baseline";
import { agePair, backupWorld, type Target, withAdmin } from "@/tests/support/backup-world";
import { addExhibit } from "@/tests/support/exhibit";
import { filesBelow, seededBytes, seededNumbers } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { makeTables, run } from "@/tests/support/restore-script";
import { startS3Server } from "@/tests/support/s3-server";
import { hasTool } from "@/tests/support/tools";

let world: Awaited<ReturnType<typeof backupWorld>>;
let org: Org;
let erasedKey: string;
let archive: string;
let keysPath: string;
let empty: Target;

beforeAll(async () => {
  world = await backupWorld();
  org = await makeOrg("Voorbeeld Canary Organisation");
  const worker = await org.as("caseworker");
  for (const no of [1, 2]) await addExhibit(worker, await plantCase(worker, { number: no }), seededBytes(300_000, no));
  const rows = await withTransaction(org.service(), "read only", ({ db }) =>
    db.select({ key: cases.keyId }).from(cases),
  );
  erasedKey = rows[0]?.key ?? "";
  const made = await world.make();
  archive = made.path;
  keysPath = made.keysPath ?? "";
  empty = await world.target();
});
afterAll(() => world.remove());

/** Nothing of ours is in the database, and nothing lies in the storage. */
async function expectUntouched({ name, files }: Target): Promise<void> {
  expect(await withAdmin((admin) => isEmptyDatabase(admin), name)).toBe(true);
  const schemas = await withAdmin((admin) => admin`select 1 from pg_namespace where nspname in ('app', 'auth')`, name);
  expect(schemas).toHaveLength(0);
  expect(existsSync(files) ? await filesBelow(files) : []).toEqual([]);
}

describe("nothing is restored and the message says why", () => {
  test("with the secret key of somebody else", async () => {
    const { identity } = await agePair();
    const attempt = world.restore(archive, empty, { identities: [identity] });
    await expect(attempt).rejects.toMatchObject({
      fault: "wrong_key",
      message: expect.stringMatching(/other recipients/),
    });
    await expectUntouched(empty);
  });

  test("with another key ring", async () => {
    const attempt = world.restore(archive, empty, { kek: newToken() });
    await expect(attempt).rejects.toMatchObject({
      fault: "wrong_key_ring",
      message: expect.stringMatching(/key ring/),
    });
    await expectUntouched(empty);
  });

  test("when it was cut off, wherever", async () => {
    const whole = readFileSync(archive);
    for (const share of [0, 0.0001, 0.3, 0.9, 0.999_999]) {
      const path = join(world.folder, "cut");
      writeFileSync(path, whole.subarray(0, Math.floor(whole.length * share)));
      await expect(world.restore(path, empty), String(share)).rejects.toMatchObject({ fault: "broken" });
    }
    await expectUntouched(empty);
  });

  test("when one byte is another: each of the header, and 60 anywhere", async () => {
    const whole = readFileSync(archive);
    const next = seededNumbers(5);
    const header = whole.indexOf("\n---") + 64;
    const places = [
      ...Array.from({ length: header }, (_, at) => at),
      ...Array.from({ length: 60 }, () => Math.floor(next() * whole.length)),
      header,
      whole.length - 1,
      whole.length - 17,
    ];
    const path = join(world.folder, "flipped");
    writeFileSync(path, whole);
    const file = await open(path, "r+");
    for (const at of places) {
      await file.write(Buffer.of((whole[at] ?? 0) ^ 1), 0, 1, at);
      const checked = checkArchive(path, [world.data.identity], env().KEK);
      await expect(checked, `byte ${at}`).rejects.toMatchObject({ fault: expect.stringMatching(/broken|wrong_key/) });
      await file.write(whole, at, 1, at);
    }
    await checkArchive(path, [world.data.identity], env().KEK);
    await file.write(Buffer.of((whole[whole.length - 1] ?? 0) ^ 1), 0, 1, whole.length - 1);
    await file.close();
    await expect(world.restore(path, empty)).rejects.toMatchObject({ fault: "broken" });
    await expectUntouched(empty);
  });

  test("when the room runs out on the way: what came in goes again", async () => {
    let kept = 0;
    const keep: typeof empty.places.store.keep = async (key, part) => {
      if (kept === 1) throw new StorageError("disk_full", "There is no room left to keep the file.");
      await empty.places.store.keep(key, part);
      kept += 1;
    };
    const places = { ...empty.places, store: { ...empty.places.store, keep } };
    const attempt = world.restore(archive, empty, { places });
    await expect(attempt).rejects.toMatchObject({ fault: "disk_full", message: expect.stringMatching(/no room left/) });
    expect(kept).toBe(1);
    await expectUntouched(empty);
  });

  test("when somebody who only knows the public key made it", async () => {
    const { path } = await world.make({ kek: newToken(), keyRecipients: [] });
    await expect(world.restore(path, empty)).rejects.toMatchObject({ fault: "wrong_key_ring" });
    await expectUntouched(empty);
  });
});

describe("schemas of other releases", () => {
  let old: Target;
  beforeAll(async () => {
    old = await world.target();
    await makeTables(old.ownerUrl);
    await withAdmin(
      (admin) => admin`insert into app.organisations (id, name, created_at)
      values (${oldId}, 'Old', now())`,
      old.name,
    );
  });
  const oldId = "0197a000-0000-7000-8000-000000000001";
  const back = async () => (await world.make({ readAllUrl: readAll(old.name), keyRecipients: [] })).path;

  test("an older one is brought up to date", async () => {
    const into = await world.target();
    const plan = await withAdmin(
      async (admin) => ({ migrations: await readMigrations(admin), schema: await readSchema(admin), sequences: [] }),
      old.name,
    );
    // It changes no row when a policy stands in front of it.
    const later = {
      hash: "1".repeat(64),
      folderMillis: 9e12,
      bps: true,
      sql: ["alter table app.organisations add column later text", "update app.organisations set later = name"],
    };
    const fill: Parameters<typeof loadDatabase>[2] = (loading) =>
      loading.copyIn({ name: "app.organisations", columns: ["id", "name", "created_at"] }, rows());
    async function* rows() {
      yield Buffer.from(`${oldId}\tOld\t2026-01-01\n`);
    }
    await loadDatabase(into.ownerUrl, plan, fill, [...readSteps(), later]);
    const found = await withAdmin(
      (admin) => admin`select o.later, (select count(*)::int from drizzle.__drizzle_migrations) as steps,
        (select relforcerowsecurity from pg_class where oid = 'app.organisations'::regclass) as walled
        from app.organisations o`,
      into.name,
    );
    expect([...found]).toEqual([{ later: "Old", steps: readSteps().length + 1, walled: true }]);
  });

  test("one from the end of the chain that the baseline replaced goes on from the baseline", async () => {
    const before = (hashes: string[]) =>
      withAdmin(async (admin) => {
        await admin`truncate drizzle.__drizzle_migrations`;
        for (const hash of hashes)
          await admin`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, 0)`;
      }, old.name);
    await before([replaced.first]);
    await expect(world.restore(await back(), empty)).rejects.toMatchObject({ fault: "newer" });
    await before([replaced.first, replaced.last]);
    await withAdmin(backToBaseline, old.name);
    const into = await world.target();
    await world.restore(await back(), into);
    const rows = await withAdmin((admin) => readMigrations(admin), into.name);
    expect(rows.map(({ hash }) => hash)).toEqual(readSteps().map(({ hash }) => hash));
    await withAdmin(async (admin) => {
      for (const step of readSteps().slice(1)) for (const part of step.sql) await admin.unsafe(part);
    }, old.name);
    await before(readSteps().map(({ hash }) => hash));
  });

  test("a newer one, and one that is no release's, are refused", async () => {
    await withAdmin((admin) => admin`alter table app.cases add column stray text`, old.name);
    const stray = world.restore(await back(), empty);
    await expect(stray).rejects.toMatchObject({
      fault: "other_schema",
      message: expect.stringMatching(/app\.cases\.stray/),
    });
    await withAdmin(
      (admin) =>
        admin`insert into drizzle.__drizzle_migrations (hash, created_at) values (${"0".repeat(64)}, 9e12::bigint)`,
      old.name,
    );
    await expect(world.restore(await back(), empty)).rejects.toMatchObject({ fault: "newer" });
    await expectUntouched(empty);
  });
});

test("what was erased since stays unreadable, and its files stay away; everything else opens", async () => {
  const into = await world.target();
  const restored = await world.restore(archive, into, { erased: [erasedKey] });
  expect(restored).toMatchObject({ erased: 1, filesLeftOut: 1 });
  expect((await filesBelow(into.files)).filter((name) => name.includes(erasedKey))).toEqual([]);
  expect(await filesBelow(into.files)).toHaveLength(1);
  const [before] = await withAdmin((admin) => admin`select wrapped from app.data_keys where id = ${erasedKey}`, own());
  const [after] = await withAdmin(
    (admin) => admin`select wrapped from app.data_keys where id = ${erasedKey}`,
    into.name,
  );
  expect(before?.wrapped).not.toBe("");
  expect(after?.wrapped).toBe("");
});

test("a sample of every sealed column opens, and names the column that does not", async () => {
  const sample = await openSample(org.service(), 5);
  expect(sample.opened).toBeGreaterThan(8);
  expect(sample).toMatchObject({ erased: 0, shut: [] });
  await withAdmin(async (admin) => {
    await admin`set session_replication_role = replica`;
    await admin`update app.exhibits set description = overlay(description placing 'AAAA' from 30 for 4) where org_id = ${org.id}`;
  }, own());
  expect((await openSample(org.service(), 5)).shut).toEqual(["exhibits.description"]);
});

describe("a thief", () => {
  test("finds nothing in a backup, and no key for it where the server is", async () => {
    for (const path of [archive, keysPath]) {
      const bytes = readFileSync(path);
      for (const canary of ["Voorbeeld Canary", "test.example", "app.cases", env().KEK.toString("base64url")])
        expect(bytes.includes(canary), canary).toBe(false);
    }
    const everything = [JSON.stringify(process.env), ...(await readAllBelow(env().DATA_DIR))];
    for (const text of everything) {
      expect(text).not.toContain("AGE-SECRET-KEY");
      expect(() => readIdentities(text)).toThrow(/secret key/);
    }
    const recipients = readFileSync(archive)
      .subarray(0, 400)
      .toString("latin1")
      .match(/-> X25519/g);
    expect(recipients).toHaveLength(1);
  });

  test.skipIf(!hasTool("age"))(
    "has no use for the program age without the offline key, and whoever has it does",
    () => {
      const key = join(world.folder, "offline.key");
      writeFileSync(key, `${world.data.identity}\n`);
      const list = execFileSync("sh", ["-c", `age -d -i "${key}" "${archive}" | tar -tf -`], { encoding: "utf8" });
      expect(list).toMatch(/^schema\.txt\n/);
      expect(list).toMatch(/\nmanifest\.json\nmanifest\.mac\n$/);
      writeFileSync(key, `${world.keys.identity}\n`);
      expect(() => execFileSync("age", ["-d", "-i", key, archive], { stdio: "pipe" })).toThrow(/no identity matched/);
    },
  );
});

describe.concurrent("in a process of its own", () => {
  test("a restore that is killed leaves an empty database", async () => {
    const into = await world.target();
    const child = run("restore-backup", into, [archive, keyFile(), "", "live"]);
    while (!existsSync(into.files)) await sleep(3);
    child.kill("SIGKILL");
    expect((await child.ended).signal).toBe("SIGKILL");
    await withAdmin(async (admin) => {
      while ((await admin`select 1 from pg_stat_activity where datname = ${into.name}`).length > 0) await sleep(20);
    });
    expect(await withAdmin((admin) => isEmptyDatabase(admin), into.name)).toBe(true);
  }, 60_000);

  test("a backup without room says so, and leaves nothing that looks like one", async () => {
    const into = await world.target();
    const folder = join(world.folder, "no-room");
    const { recipient } = world.data;
    const extra = { BACKUP_DIR: folder, BACKUP_RECIPIENTS: recipient, DATABASE_BACKUP_URL: readAll(own()) };
    const { code, said: message } = await run("make-backup", into, [], { blocks: 100, extra }).ended;
    expect([code, message]).toEqual([2, expect.stringMatching(/no room left/)]);
    expect(readdirSync(folder).filter((name) => name.startsWith("crossdocket-"))).toEqual([]);
  }, 60_000);
});

test.skipIf(!hasTool("moto_server"))(
  "files go into a bucket and come out of it the same",
  async () => {
    const server = await startS3Server();
    try {
      const into = await world.target();
      const store = createS3Store(server.settings);
      const { manifest } = await world.restore(archive, into, { places: { ...into.places, store } });
      const { path } = await world.make({ readAllUrl: readAll(into.name), store, keyRecipients: [] });
      const again = await checkArchive(path, [world.data.identity], env().KEK);
      expect(manifest.files.count).toBe(2);
      expect(again.manifest.files).toMatchObject({ count: 2, missing: 0, bytes: manifest.files.bytes });
      const sealed = join(env().DATA_DIR, "files/sealed");
      for (const name of await filesBelow(sealed)) {
        const bytes = await buffer(await store.read(name, 0, (await store.stat(name))?.size ?? 0));
        expect(bytes.equals(readFileSync(join(sealed, name)))).toBe(true);
      }
    } finally {
      await server.stop();
    }
  },
  60_000,
);

const own = (): string => (process.env.DATABASE_URL ?? "").split("/").at(-1) ?? "";
const readAll = (name: string): string => inject("database").backupUrl.replace(/[^/]+$/, name);

function keyFile(): string {
  const path = join(world.folder, "data.key");
  writeFileSync(path, `${world.data.identity}\n`);
  return path;
}

async function readAllBelow(folder: string): Promise<string[]> {
  const names = await filesBelow(folder);
  return names.map((name) => readFileSync(join(folder, name), "latin1"));
}
