import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { startPostgres } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { countKept, hasRestorePoint } from "@/db/restore-point";
import { fastFolder } from "@/tests/support/fast-folder.mjs";

/** The migrations of a release that loses rows, where a test says so. */
const release = vi.hoisted(() => ({ spoils: async () => {} }));
vi.mock("../../../../bin/support/build.mjs", () => ({ ensureBuilt: async () => {} }));
vi.mock("../../../../bin/support/server.mjs", () => ({ checkLaw: async () => {}, migrate: () => release.spoils() }));

const dataDir = mkdtempSync(join(fastFolder(), "crossdocket-upgrade-"));
const log = vi.spyOn(console, "log").mockImplementation(() => {});
vi.spyOn(console, "error").mockImplementation(() => {});
let server: Awaited<ReturnType<typeof startPostgres>>;
let upgrade: (words: { demo?: boolean; back?: boolean; forget?: boolean }) => Promise<number>;

beforeAll(async () => {
  chmodSync(dataDir, 0o711);
  Object.assign(process.env, { DATA_DIR: dataDir, DATABASE_URL: "", BACKUP_RECIPIENTS: "" });
  server = await startPostgres({ dataDir });
  const serviceToken = Buffer.alloc(32, 7);
  await migrate({ ownerUrl: server.ownerUrl, appRole: "crossdocket_app", serviceToken, queues: [] });
  await inside(
    (sql) => sql`insert into app.organisations (id, name, created_at)
    values ('00000000-0000-7000-8000-000000000001', 'Upgrade Trust', now())`,
  );
  ({ upgrade } = await import("../../../../bin/support/upgrade.mjs"));
});
beforeEach(() => {
  release.spoils = async () => {};
  log.mockClear();
});
afterAll(async () => {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function inside<T>(act: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(server.superuserUrl.replace(/[^/]+$/, "crossdocket"), { max: 1, onnotice: () => {} });
  try {
    return await act(sql);
  } finally {
    await sql.end();
  }
}

const place = () => ({ adminUrl: server.superuserUrl, database: "crossdocket" });
const rename = (name: string) => inside((sql) => sql`update app.organisations set name = ${name}`);
const named = () => inside(async (sql) => (await sql`select name from app.organisations`)[0]?.name);

test("forth and back: the time before returns whole, with its rights, and once only", async () => {
  expect(await upgrade({})).toBe(0);
  await rename("Renamed since");
  expect(await upgrade({ back: true })).toBe(0);
  expect(await named()).toBe("Upgrade Trust");
  const asApp = postgres(server.appUrl, { max: 1 });
  expect(await asApp`select current_user as who`).toMatchObject([{ who: "crossdocket_app" }]);
  await asApp.end();
  const [row] = await inside((sql) => sql`select has_database_privilege('public', 'crossdocket', 'connect') as yes`);
  expect(row?.yes).toBe(false);
  await expect(upgrade({ back: true })).rejects.toThrow(/Nothing was kept/);
});

test.each([
  ["loses rows", () => inside((sql) => sql`delete from app.organisations`).then(() => {})],
  ["changes an access rule", () => inside((sql) => sql`drop policy see on app.organisations`).then(() => {})],
  ["ends with an error", () => Promise.reject(new Error("a statement failed"))],
])("a release that %s is taken back by itself", async (_, spoils) => {
  release.spoils = spoils;
  const before = await countKept(server.backupUrl);
  expect(await upgrade({})).toBe(1);
  expect(await countKept(server.backupUrl)).toEqual(before);
  expect(await named()).toBe("Upgrade Trust");
  expect(log.mock.calls.join("\n")).toContain("as it was before");
});

test("somebody who is connected stops it before anything is changed; what is kept can be removed", async () => {
  const held = postgres(server.appUrl, { max: 1 });
  await held`select 1`;
  await expect(upgrade({})).rejects.toThrow(/Somebody is connected/);
  await held.end();
  expect(await upgrade({})).toBe(0);
  expect(await hasRestorePoint(place())).toBe(true);
  expect(await upgrade({ forget: true })).toBe(0);
  expect(await hasRestorePoint(place())).toBe(false);
});
