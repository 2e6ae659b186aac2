import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureSecrets } from "@/db/embedded/secrets";
import { scratchFolder } from "../../support/files";

let data: string;
let remove: () => Promise<void>;
let count = 0;

beforeAll(async () => {
  ({ path: data, remove } = await scratchFolder());
});
afterAll(() => remove());

/** A data folder of one test's own. */
function fresh(): string {
  count += 1;
  const path = join(data, String(count));
  mkdirSync(path);
  return path;
}

describe("ensureSecrets", () => {
  test("makes 32 random bytes, private, and finds the same again", () => {
    const folder = fresh();
    const first = ensureSecrets(folder, ["kek", "auth-secret"], false);
    expect(Buffer.from(first.kek, "base64url")).toHaveLength(32);
    expect(first.kek).not.toBe(first["auth-secret"]);
    expect(ensureSecrets(folder, ["kek", "auth-secret"], true)).toEqual(first);
    expect(readdirSync(join(folder, "secrets")).sort()).toEqual(["auth-secret", "kek"]);
    const modes = ["secrets", "secrets/kek"].map((path) => statSync(join(folder, path)).mode & 0o777);
    expect(modes).toEqual([0o700, 0o600]);
  });

  test("refuses a key that others can read", () => {
    const folder = fresh();
    ensureSecrets(folder, ["kek"], false);
    chmodSync(join(folder, "secrets/kek"), 0o644);
    expect(() => ensureSecrets(folder, ["kek"], true)).toThrow(/chmod 600/);
  });

  test("refuses to make a new key for data that an old one locked", () => {
    const folder = fresh();
    ensureSecrets(folder, ["kek", "auth-secret"], false);
    rmSync(join(folder, "secrets/kek"));
    rmSync(join(folder, "secrets/auth-secret"));
    expect(() => ensureSecrets(folder, ["kek"], true)).toThrow(/key .*kek is gone/);
    expect(ensureSecrets(folder, ["auth-secret"], true)["auth-secret"]).toHaveLength(43);
  });

  test("follows no symbolic link", () => {
    const folder = fresh();
    mkdirSync(join(folder, "secrets"), { mode: 0o700 });
    symlinkSync("/etc/hostname", join(folder, "secrets/kek"));
    expect(() => ensureSecrets(folder, ["kek"], false)).toThrow(/symbolic link/);
  });
});
