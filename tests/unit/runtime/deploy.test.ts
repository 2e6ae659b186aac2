import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type * as ownDoors from "@/lib/operations/demo/open-demo-session";
import * as noDoors from "../../../deploy/without-demo/open-demo-session";
import { demoSignIns } from "../../../deploy/without-demo/people";
import { scratchFolder } from "../../support/files";
import { filesOfImage, importsOf, isAmong } from "../../support/image";

type Service = {
  image: string;
  restart: string;
  logging?: unknown;
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test?: string[]; disable?: boolean };
  networks?: string[];
  secrets?: string[];
  volumes?: string[];
};
type Composed = Record<"networks" | "volumes" | "secrets", object> & { services: Record<string, Service> };

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

/** The lines of one service, by its name. */
const service = (name: string) =>
  compose.slice(compose.indexOf(`\n  ${name}:\n`)).split(/\n {2}(?=[\w-]+:\n)/)[1] ?? "";

describe("the file of services", () => {
  const { services, networks, volumes, secrets: files } = parse(compose, { merge: true }) as Composed;
  const each = Object.entries(services);

  test("sets nothing of the app that .env.example does not explain", () => {
    const known = new Set(
      [...readFileSync(".env.example", "utf8").matchAll(/^# ?([A-Z][A-Z0-9_]+)=/gm)].map(([, n]) => n),
    );
    const ours = each.filter(([, { image }]) => image === "crossdocket:local");
    expect(ours.map(([name]) => name)).toEqual(["app", "migrate", "backup", "upgrade"]);
    const named = ours.flatMap(([, { environment = {} }]) => Object.keys(environment));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  test("names no service, network, volume or secret that is not there", () => {
    const missing = each.flatMap(([name, service]) => [
      ...Object.keys(service.depends_on ?? {}).filter((other) => !(other in services)),
      ...(service.networks ?? []).filter((other) => !(other in networks)),
      ...(service.secrets ?? []).filter((other) => !(other in files)),
      ...(service.volumes ?? [])
        .map((volume) => volume.split(":")[0] ?? "")
        .filter((volume) => !volume.startsWith(".") && !(volume in volumes))
        .map((volume) => `${name}: ${volume}`),
    ]);
    expect(missing).toEqual([]);
  });

  test("says how each service is looked after that another one waits for: Podman builds no such check into an image", () => {
    const waits = each.flatMap(([, { depends_on = {} }]) => Object.entries(depends_on));
    const healthy = waits.flatMap(([name, { condition }]) => (condition === "service_healthy" ? [name] : []));
    expect(healthy).toEqual(["app"]);
    for (const name of healthy)
      expect({ name, test: services[name]?.healthcheck?.test }).toEqual({ name, test: expect.any(Array) });
  });

  test("is understood by Podman too, and no log grows without end", () => {
    for (const [name, { logging }] of each)
      expect({ name, logging }).toEqual({ name, logging: { driver: "json-file", options: { "max-size": "50m" } } });
    // Podman starts nothing that waits for a service that has ended and had waited for another one itself.
    for (const name of ["migrate", "bucket-made"]) expect(services[name]?.depends_on).toBeUndefined();
    expect(services.migrate?.restart).toBe("on-failure:10");
  });
});

describe("what can be taken over when strangers are served", () => {
  const unit = readFileSync("deploy/systemd/crossdocket.service", "utf8");
  const settings = unit.replace(/^#.*$/gm, "");

  test("knows neither the owner of the database nor the role that reads everything", () => {
    for (const word of ["owner-url", "backup-url", "OWNER_URL", "BACKUP_URL", "superuser", "roles-sql"]) {
      expect({ word, app: service("app").includes(word) }).toEqual({ word, app: false });
      expect({ word, proxy: service("proxy").includes(word) }).toEqual({ word, proxy: false });
      expect({ word, unit: settings.includes(word) }).toEqual({ word, unit: false });
    }
    expect(service("app")).toMatch(/migrate: \{ condition: service_completed_successfully \}/);
    expect(service("migrate")).toMatch(/secrets: \[database-url, database-owner-url, service-token\]/);
    expect(service("migrate")).not.toMatch(/kek|auth-secret|s3-|backup/i);
    expect(service("backup")).not.toMatch(/owner/i);
    expect(service("backup")).toContain("profiles: [backup]");
    expect(settings).toMatch(/^Requires=crossdocket-migrate\.service$/m);
    const before = readFileSync("deploy/systemd/crossdocket-migrate.service", "utf8");
    expect(before).toMatch(/^LoadCredential=database-owner-url:/m);
    expect(before).toMatch(/^RestrictNamespaces=yes$/m);
  });

  test("lets the child that opens strangers' files be confined by the system, and no more than that", () => {
    expect(settings).toMatch(/^RestrictNamespaces=user mnt pid net ipc uts cgroup$/m);
    expect(settings).toMatch(/^RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK$/m);
    expect(settings).toMatch(/^SystemCallFilter=@system-service @mount @sandbox$/m);
    for (const kept of ["NoNewPrivileges=yes", "CapabilityBoundingSet=", "ProtectSystem=strict", "PrivateDevices=yes"])
      expect(settings.split("\n")).toContain(kept);
    const dockerfile = readFileSync("deploy/Dockerfile", "utf8");
    expect(dockerfile).toMatch(/apt-get install .*\butil-linux bubblewrap\b/);
    // Its setpriv knows Landlock and filters from util-linux 2.40 on, which Debian has since 13.
    expect(dockerfile).toMatch(/^ARG NODE=node:[\d.]+-trixie-slim$/m);
    expect(compose).not.toMatch(/seccomp|apparmor|privileged: true|SYS_ADMIN/i);
  });

  test("comes from images of an exact version", () => {
    const images = [...compose.matchAll(/^ {4}image: "?([^"\n]+)"?$/gm)].map(([, image = ""]) => image);
    const others = images.filter((image) => image !== "crossdocket:local");
    expect(others.length).toBeGreaterThan(4);
    for (const image of others) expect(image).toMatch(/^[\w/.-]+:v?\d+\.\d+(\.\d+)?(@sha256:[0-9a-f]{64})?$/);
    expect(readFileSync("deploy/Dockerfile", "utf8")).toMatch(/^ARG NODE=node:\d+\.\d+\.\d+-/m);
  });
});

type Locked = { devOptional?: boolean };

describe("the image", () => {
  const files = filesOfImage();

  test("is built from neither history nor tests nor the demonstration", () => {
    expect(files.length).toBeGreaterThan(1500);
    const foreign =
      /^(\.git|\.ci|tests|docs(?!\/guide\/))(\/|$)|\.(test|spec|check)\.|^(vitest|playwright|drizzle)\.config|bench|suites/;
    expect(files.filter((path) => foreign.test(path))).toEqual([]);
    const demo = files.filter((path) => path.startsWith("lib/operations/demo/"));
    expect(demo).toEqual([
      "lib/operations/demo/open-demo-session.ts",
      "lib/operations/demo/people.ts",
      "lib/operations/demo/showcase.ts",
    ]);
    const steps = readFileSync("deploy/Dockerfile", "utf8");
    expect(steps.indexOf("rm -rf lib/operations/demo && mv deploy/without-demo lib/operations/demo")).toBeGreaterThan(
      steps.indexOf("COPY . ."),
    );
    expect(steps.indexOf("rm -rf lib/operations/demo")).toBeLessThan(steps.indexOf("bin/build.mjs"));
  });

  test("has all that its own files name, and packages of development only while it is built", () => {
    const there = new Set(files);
    const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as { dependencies: object };
    const building = /^(next|postcss)\.config|next-env|\.css$|^bin\/support\/compile\.mjs$/;
    const code = files.filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !building.test(path));
    const wanted = code.flatMap((path) => importsOf(path).map((import_) => ({ path, ...import_ })));
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
    expect(unit).toContain("rm -rf lib/operations/demo && mv deploy/without-demo lib/operations/demo");
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
    expect(demoSignIns).toEqual([]);
  });
});
