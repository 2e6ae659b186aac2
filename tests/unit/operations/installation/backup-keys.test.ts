import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { examineBackupKeys } from "@/lib/operations/installation/checks/examine-backups";
import { makeKey, testKeyOf } from "../../../../bin/support/backup-keys.mjs";

const folder = mkdtempSync(join(tmpdir(), "crossdocket-keys-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
vi.spyOn(console, "log").mockImplementation(() => {});

const keyOf = (file: string) => /public key: (age1\w+)/.exec(readFileSync(join(folder, file), "utf8"))?.[1] ?? "";
const states = (settings: Record<string, string>) =>
  examineBackupKeys({ settings, dataDir: join(folder, "data"), now: new Date() }).map(([state]) => state);

test("a new key is tried on the spot, one that is there by its file, and the check says which were never tried", async () => {
  const dataDir = join(folder, "data");
  expect(states({})).toEqual(["missing"]);
  await makeKey(join(folder, "one.key"), dataDir);
  await makeKey(join(folder, "two.key"), dataDir);
  await makeKey(join(folder, "ring.key"), join(folder, "elsewhere"));
  const settings = {
    BACKUP_RECIPIENTS: `${keyOf("one.key")},${keyOf("two.key")}`,
    BACKUP_KEY_RECIPIENTS: keyOf("ring.key"),
  };
  expect(states(settings)).toEqual(["ok", "ok", "look"]);
  Object.assign(process.env, settings);
  await testKeyOf(join(folder, "ring.key"), dataDir);
  expect(states(settings)).toEqual(["ok", "ok", "ok"]);
  expect(readFileSync(join(dataDir, "backup.json"), "utf8")).not.toContain("SECRET");
});

test("a key that opens no backup of ours, and a file that is none, are refused with what to do", async () => {
  await makeKey(join(folder, "foreign.key"), join(folder, "elsewhere"));
  await expect(testKeyOf(join(folder, "foreign.key"), folder)).rejects.toThrow(/in neither/);
  writeFileSync(join(folder, "empty.key"), "nothing");
  await expect(testKeyOf(join(folder, "empty.key"), folder)).rejects.toThrow(/no secret key/);
});
