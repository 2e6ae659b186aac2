import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureAppSecrets } from "@/db/embedded";
import { openKek, sealKek } from "@/db/embedded/sealed-kek";
import { newKek, readRing, ringText } from "@/lib/platform/crypto/key-ring-text";
import { keylessEnvironment } from "../../../bin/support/environment.mjs";
import { isSealed, openSealedKek, readKek, seal, sealedFile, unseal } from "../../../bin/support/keks.mjs";
import { scratchFolder } from "../../support/files";

const words = "six plain words that nobody wrote";
const ring = [newKek(), newKek()];
const folder = await scratchFolder();
const home = join(folder.path, "home");
const stick = join(folder.path, "stick");
const before = { ...process.env };

beforeAll(() => {
  mkdirSync(join(home, "secrets"), { recursive: true });
  writeFileSync(join(home, "secrets/kek"), `${ringText(ring)}\n`, { mode: 0o600 });
  writeFileSync(stick, `${words}\n`);
  clean();
});
afterAll(() => {
  Object.assign(process.env, before);
  return folder.remove();
});

/** No key from elsewhere, and nobody at a terminal. */
function clean(): void {
  for (const name of ["KEK", "KEK_FILE", "KEK_PASSPHRASE_FILE", "CREDENTIALS_DIRECTORY"]) delete process.env[name];
}

describe("a sealed key", () => {
  test("is refused a short passphrase, and takes the place of the plain one", async () => {
    const short = join(folder.path, "short");
    writeFileSync(short, "short");
    process.env.KEK_PASSPHRASE_FILE = short;
    await expect(seal(home)).rejects.toThrow(/too short/);
    expect(existsSync(join(home, "secrets/kek"))).toBe(true);
    process.env.KEK_PASSPHRASE_FILE = stick;
    await seal(home);
    expect(readdirSync(join(home, "secrets"))).toEqual(["kek.sealed"]);
    expect(statSync(sealedFile(home)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(sealedFile(home), "utf8"))).toMatchObject({ memory: 262_144, passes: 3 });
  });

  test("opens for who knows the passphrase, and the ring can be written back under it", async () => {
    process.env.KEK_PASSPHRASE_FILE = stick;
    const { ring: found, write } = await readKek(home);
    expect(readRing(found)).toEqual(ring);
    await write(ringText(ring));
    await openSealedKek(home);
    expect(readRing(process.env.KEK ?? "")).toEqual(ring);
    clean();
  });

  test("and all of the data folder on another machine give nothing without it: no start, no key, no new key", async () => {
    clean();
    const stolen = join(folder.path, "stolen");
    cpSync(home, stolen, { recursive: true });
    expect(isSealed(stolen)).toBe(true);
    await expect(openSealedKek(stolen)).rejects.toThrow(/no terminal/);
    const wrong = join(folder.path, "wrong");
    writeFileSync(wrong, `${words}!`);
    process.env.KEK_PASSPHRASE_FILE = wrong;
    await expect(openSealedKek(stolen)).rejects.toThrow(/does not open the key/);
    clean();
    const everything = Buffer.concat(
      readdirSync(stolen, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
    );
    for (const { key } of ring)
      for (const form of [key, key.toString("base64"), key.toString("base64url"), key.toString("hex")])
        expect(everything.includes(form)).toBe(false);
    expect(process.env.KEK).toBeUndefined();
  });

  test("starts no server without it: npm start ends before the database is touched", () => {
    const { code, output: message } = startIn(home);
    expect([code, message]).toEqual([1, expect.stringMatching(/sealed by a passphrase, and there is no terminal/)]);
    expect(readdirSync(home).sort()).toEqual(["secrets"]);
  });

  test("is refused when any part of its file is another", async () => {
    const cheap = { memory: 8_192, passes: 1, lanes: 1 };
    const sealed = JSON.parse(await sealKek("a ring", words, cheap));
    expect(await openKek(JSON.stringify(sealed), words)).toBe("a ring");
    const bent = (text: string) => (text.startsWith("A") ? "B" : "A") + text.slice(1);
    const others = [
      { ...sealed, body: bent(sealed.body) },
      { ...sealed, salt: bent(sealed.salt) },
      { ...sealed, nonce: bent(sealed.nonce) },
      { ...sealed, passes: 2 },
      { ...sealed, memory: 4_000_000_000 },
      { ...sealed, form: "other" },
    ];
    for (const other of others) await expect(openKek(JSON.stringify(other), words)).rejects.toThrow();
  });

  test("comes back plain when that is wanted", async () => {
    process.env.KEK_PASSPHRASE_FILE = stick;
    await unseal(home);
    clean();
    expect(readRing(readFileSync(join(home, "secrets/kek"), "utf8"))).toEqual(ring);
    expect(isSealed(home)).toBe(false);
  });
});

describe("the key in the environment", () => {
  test("is taken out when it was read, so that no child inherits it", () => {
    const script = `
      const { env } = await import("./lib/platform/env.ts");
      const key = env().KEK.toString("base64url");
      const { execFileSync } = await import("node:child_process");
      const seen = execFileSync(process.execPath, ["-e", "process.stdout.write(JSON.stringify(process.env))"]).toString();
      console.log(JSON.stringify({ here: process.env.KEK ?? null, inherited: seen.includes(key), known: key === process.argv.at(-1) }));`;
    const key = newKek().key.toString("base64url");
    const message = execFileSync(
      process.execPath,
      ["--conditions=react-server", "--import", "tsx", "--input-type=module", "-e", script, "--", key],
      { env: { PATH: before.PATH, NODE_ENV: "production", ...secretsFor(key) }, encoding: "utf8" },
    );
    expect(JSON.parse(message)).toEqual({ here: null, inherited: false, known: true });
  });

  test("does not reach a build or a check of the law", () => {
    process.env.KEK = "x";
    process.env.SERVICE_TOKEN = "y";
    try {
      const env = keylessEnvironment({ NODE_ENV: "production" });
      expect(Object.keys(env).filter((name) => /KEK|TOKEN|SECRET/.test(name))).toEqual([]);
      expect(env.NODE_ENV).toBe("production");
    } finally {
      clean();
      delete process.env.SERVICE_TOKEN;
    }
  });
});

const secretsFor = (key: string) => ({
  KEK: key,
  AUTH_SECRET: "x".repeat(32),
  SERVICE_TOKEN: key,
  DATABASE_URL: "postgres://app:pw@db.example/crossdocket",
});

/** As far as the database: what `npm start` asks for first. */
function startIn(dataDir: string): { code: number | null; output: string } {
  const script = `
    import { openDatabase } from "./bin/support/database.mjs";
    import { explain } from "./bin/support/say.mjs";
    await openDatabase(process.env.DATA_DIR).catch((error) => { explain(error); process.exitCode = 1; });`;
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    env: { PATH: before.PATH, DATA_DIR: dataDir, NODE_ENV: "production" },
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  return { code: status, output: stderr };
}

test("a plain start makes a key, and a sealed one is never replaced by a new one", () => {
  const plain = join(folder.path, "plain");
  ensureAppSecrets(plain, ["kek"]);
  expect(readRing(readFileSync(join(plain, "secrets/kek"), "utf8"))).toHaveLength(1);
});
