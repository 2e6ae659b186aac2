import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scratchFolder } from "../../support/files";

const scratch = await scratchFolder();
const secrets = join(scratch.path, "secrets");
const make = () => execFileSync(process.execPath, ["deploy/make-secrets.mjs", secrets], { encoding: "utf8" });
const read = (name: string) => readFileSync(join(secrets, name), "utf8").trim();
const compose = readFileSync("deploy/compose.yaml", "utf8");

beforeAll(make);
afterAll(scratch.remove);

describe("the secrets of the containers", () => {
  test("are all that the file of services asks for, in a folder that is closed to others", () => {
    const asked = [...compose.matchAll(/^ {2}([\w-]+): \{ file: secrets\/([\w-]+) \}$/gm)].map(([, , file]) => file);
    expect(asked.length).toBeGreaterThan(10);
    expect(readdirSync(secrets).sort()).toEqual(asked.sort());
    expect(statSync(secrets).mode & 0o777).toBe(0o700);
  });

  test("agree with each other, and are long", () => {
    const roles = read("roles-sql");
    for (const [file, role] of [
      ["database-url", "crossdocket_app"],
      ["database-owner-url", "crossdocket_owner"],
      ["database-backup-url", "crossdocket_backup"],
    ] as const) {
      const { username, password, hostname } = new URL(read(file));
      expect([username, hostname]).toEqual([role, "database"]);
      expect(roles).toContain(`create role ${role} `);
      expect(roles).toContain(`password '${password}'`);
      expect(password.length).toBeGreaterThan(40);
    }
    const [identity] = (JSON.parse(read("s3-config")) as { identities: { credentials: unknown[] }[] }).identities;
    const pair = { accessKey: read("s3-access-key-id"), secretKey: read("s3-secret-access-key") };
    expect(identity?.credentials).toEqual([pair]);
    for (const name of ["kek", "service-token"]) expect(Buffer.from(read(name), "base64url")).toHaveLength(32);
  });

  test("are made once: another key would open nothing", () => {
    const kek = read("kek");
    expect(make()).toContain("Nothing was changed");
    expect(read("kek")).toBe(kek);
  });
});

describe("the containers", () => {
  test("name no secret and no password, and open no port but the proxy's", () => {
    expect(compose).not.toMatch(/(password|secret|key|token)(_id)?: *["']?[A-Za-z0-9+/_-]{16,}/i);
    expect([...compose.matchAll(/^ {4}ports: (.*)$/gm)].map(([, ports]) => ports)).toEqual(['["443:443", "80:80"]']);
  });

  test("run the app as nobody in particular, on a file system that it cannot write to, and without npm", () => {
    const dockerfile = readFileSync("deploy/Dockerfile", "utf8");
    expect(dockerfile).toMatch(/^USER crossdocket$/m);
    expect(dockerfile).toMatch(/rm -rf [^&]*\/usr\/local\/bin\/npm /);
    const app = compose.slice(compose.indexOf("\n  app:"), compose.indexOf("\n  database:"));
    expect(app).toContain("read_only: true");
    expect(app).toContain("<<: *hardened");
    expect(compose).toMatch(/cap_drop: \[ALL\]\n {2}security_opt: \["no-new-privileges:true"\]/);
  });

  test("leave out of the image what it does not need and must not hold", () => {
    const left = readFileSync(".dockerignore", "utf8").split("\n");
    expect(left).toEqual(expect.arrayContaining([".git", ".env", ".data", "node_modules", "deploy/secrets"]));
  });
});
