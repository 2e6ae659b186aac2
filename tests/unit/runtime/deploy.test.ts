import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as ownDoors from "@/lib/demo/open-demo-session";
import * as noDoors from "../../../deploy/without-demo/open-demo-session";
import { demoDoors } from "../../../deploy/without-demo/people";
import { scratchFolder } from "../../support/files";
import { filesOfImage, importsOf, isAmong } from "../../support/image";

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

  test("leave out of the image keys and data, which no source names", () => {
    const left = readFileSync(".dockerignore", "utf8").split("\n");
    expect(left).toEqual(expect.arrayContaining([".git", ".env", ".data", "node_modules", "deploy/secrets"]));
  });
});

type Locked = { devOptional?: boolean };

describe("the image", () => {
  const files = filesOfImage();

  test("is built from neither history nor tests nor the demonstration", () => {
    expect(files.length).toBeGreaterThan(1500);
    const foreign =
      /^(\.git|\.ci|tests|docs)(\/|$)|\.(test|spec|check)\.|^(vitest|playwright|drizzle)\.config|bench|suites/;
    expect(files.filter((path) => foreign.test(path))).toEqual([]);
    const demo = files.filter((path) => path.startsWith("lib/demo/"));
    expect(demo).toEqual(["lib/demo/open-demo-session.ts", "lib/demo/people.ts", "lib/demo/showcase.ts"]);
    const steps = readFileSync("deploy/Dockerfile", "utf8");
    expect(steps.indexOf("rm -rf lib/demo && mv deploy/without-demo lib/demo")).toBeGreaterThan(
      steps.indexOf("COPY . ."),
    );
    expect(steps.indexOf("rm -rf lib/demo")).toBeLessThan(steps.indexOf("bin/build.mjs"));
  });

  test("has all that its own files name, and packages of development only while it is built", () => {
    const there = new Set(files);
    const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as { dependencies: object };
    const building = /^(next|postcss)\.config|next-env|\.css$/;
    const code = files.filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !building.test(path));
    const wanted = code.flatMap((path) => importsOf(path).map((one) => ({ path, ...one })));
    expect(wanted.length).toBeGreaterThan(5000);
    const missing = wanted.filter(({ name, ours }) => ours && !isAmong(name, there));
    expect(missing.map(({ path, name }) => `${path}: ${name}`)).toEqual([
      "bin/support/examine.mjs: tests/support/chromium.mjs",
    ]);
    const packages = wanted.filter(({ name, ours }) => !ours && !name.startsWith("node:"));
    const runs = packages.filter(
      ({ name }) => !Object.keys(dependencies).some((own) => `${name}/`.startsWith(`${own}/`)),
    );
    expect(runs.map(({ path, name }) => `${path}: ${name}`)).toEqual([]);
    expect(readFileSync("deploy/Dockerfile", "utf8")).toContain("npm prune --omit=dev");
  });

  test("and a service of systemd see no history of the sources", () => {
    const unit = readFileSync("deploy/systemd/crossdocket.service", "utf8");
    expect(unit).toMatch(/^InaccessiblePaths=.*-\/srv\/crossdocket\/\.git /m);
    expect(unit).toContain("rm -rf lib/demo && mv deploy/without-demo lib/demo");
  });

  test("keeps no package of development that npm would leave", () => {
    const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Locked> };
    const kept = Object.entries(packages).flatMap(([path, { devOptional }]) => (devOptional ? [path] : []));
    const code = kept.filter((path) => !/@types\/|csstype/.test(path));
    expect(code).toContain("node_modules/playwright-core");
    const removed = readFileSync("deploy/Dockerfile", "utf8").split("npm prune --omit=dev")[1] ?? "";
    expect(code.filter((path) => !removed.includes(` ${path}`))).toEqual([]);
  });

  test("opens no door of the demonstration, whatever its settings say", async () => {
    // These two lines also hold that the types are those that the pages are built with.
    const doors: Pick<typeof ownDoors, "demoIsOpen" | "openDemoSession"> = noDoors;
    expect(doors.demoIsOpen("localhost:3000")).toBe(false);
    await expect(doors.openDemoSession("admin", "localhost:3000")).rejects.toMatchObject({ code: "not_found" });
    expect(demoDoors).toEqual([]);
  });
});
