import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { brings, everywhere, packages, running, sizeOf } from "./support/packages";

type Floor = { package: string; minimum: string; advisories: string[]; note: string };
type Manifest = Record<"dependencies" | "devDependencies" | "optionalDependencies", Record<string, string>> & {
  allowScripts: Record<string, boolean>;
};

const read = <Shape>(path: string) => JSON.parse(readFileSync(path, "utf8")) as Shape;
const floors = read<Floor[]>("docs/security/floor.json");
const manifest = read<Manifest>("package.json");
const leanedOn = readFileSync("docs/dependencies.md", "utf8");
const free = /^(MIT(-0)?|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0|OFL-1\.1|Unlicense)$/;

const nameOf = (path: string) => path.split("node_modules/").at(-1) ?? path;

describe("floors of versions", () => {
  test.each(floors)("$package is not older than $minimum anywhere in the lock file", ({ package: name, minimum }) => {
    const found = packages.filter(([path]) => nameOf(path) === name);
    expect(found).not.toEqual([]);
    expect(found.filter(([, { version }]) => isBefore(version, minimum)).map(([path]) => path)).toEqual([]);
  });

  test.each(floors)("$package has its advisories named", ({ advisories }) => {
    expect(advisories.length).toBeGreaterThan(0);
    for (const id of advisories) expect(id).toMatch(/^(CVE-\d{4}-\d+|GHSA(-[2-9a-z]{4})+)$/);
  });

  test.each([
    ["16.4.5", "16.4.6", true],
    ["16.4.6", "16.4.6", false],
    ["16.10.0", "16.4.6", false],
    ["16.4.6-canary.3", "16.4.6", true],
    ["4.24.9", "4.24.15", true],
  ])("%s is before %s: %s", (version, minimum, before) => {
    expect(isBefore(version, minimum)).toBe(before);
  });
});

describe("what we lean on", () => {
  test("is no more than the budget: packages with all that they bring, and megabytes on every machine", () => {
    const bytes = everywhere.filter(([path]) => nameOf(path) !== "node").reduce((sum, [path]) => sum + sizeOf(path), 0);
    expect(running.length).toBeLessThanOrEqual(300);
    expect(everywhere.length).toBeLessThanOrEqual(225);
    expect(bytes / 1_000_000).toBeLessThanOrEqual(570);
  });

  test("has a reason each, a licence of the list, and brings what the table says", () => {
    const rows = [...leanedOn.matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([\w.-]+) \| (\d+) \| [\d.]+ \| ([^|]+) \|$/gm)];
    const described = rows.map(([, name = "", , licence, behind]) => [name, licence, Number(behind)]);
    const known = new Map(packages);
    const licenceOf = (name: string) => known.get(`node_modules/${name}`)?.license;
    const names = Object.keys(manifest.dependencies);
    expect(described).toEqual(names.map((name) => [name, licenceOf(name), brings(name)]));
    expect(names.filter((name) => !free.test(licenceOf(name) ?? ""))).toEqual([]);
  });

  test("is pinned to one version each, beside the types of development", () => {
    const runtime = { ...manifest.dependencies, ...manifest.optionalDependencies };
    expect(Object.entries(runtime).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test("is in the lock file with a hash, whatever registry serves it", () => {
    const odd = packages.filter(
      ([, locked]) => !(locked.integrity || locked.inBundle) || locked.link || locked.resolved?.startsWith("http"),
    );
    expect(odd.map(([path]) => path)).toEqual([]);
  });

  test("runs no script of its own when it is installed, but for Node", () => {
    const withScripts = new Set(packages.filter(([, locked]) => locked.hasInstallScript).map(([path]) => nameOf(path)));
    expect([...withScripts].filter((name) => !(name in manifest.allowScripts))).toEqual([]);
    const allowed = Object.entries(manifest.allowScripts).filter(([, may]) => may);
    expect(allowed.map(([name]) => name)).toEqual(["node"]);
  });

  // `allowScripts` is known to npm from 11 on.
  test("is installed without its scripts, whatever npm does it", () => {
    const installs = [...globSync("{bin,deploy}/**/*.mjs"), "deploy/Dockerfile"].flatMap((path) =>
      readFileSync(path, "utf8")
        .split("\n")
        .filter((line) => /\bnpm ci\b|\["ci"/.test(line) && !/^\s*(#|\/\/|\*)/.test(line)),
    );
    expect(installs.length).toBeGreaterThan(1);
    expect(installs.filter((line) => !line.includes("--ignore-scripts"))).toEqual([]);
  });
});

describe("what we wrote ourselves", () => {
  const named = [...leanedOn.matchAll(/`((?:app|bin|db|lib)\/[^`]+\.(?:ts|mjs))`/g)].map(([, path = ""]) => path);
  const isNamed = (path: string) => named.some((value) => path === value || fits(path, value));
  const sources = globSync("{app,bin,db,lib}/**/*.{ts,tsx,mjs}").map((path) => path.replaceAll("\\", "/"));

  test("to take numbers out of bytes, or to open files in the child, has its reason in the document", () => {
    const takes = /\.read(Big)?U?Int(8|16|32|64)?(LE|BE)?\(|new DataView/;
    const found = sources.filter(
      (path) => /\/sandbox\/child[^/]*\.mjs$/.test(path) || takes.test(readFileSync(path, "utf8")),
    );
    expect(found.length).toBeGreaterThan(40);
    expect(found.filter((path) => !isNamed(path))).toEqual([]);
  });

  test("and is named there, is still here", () => {
    expect(named.filter((value) => !sources.some((path) => path === value || fits(path, value)))).toEqual([]);
  });
});

/** `child-mail*.mjs` stands for each file whose name begins and ends so. */
function fits(path: string, pattern: string): boolean {
  const [start = "", end] = pattern.split("*");
  return end !== undefined && path.startsWith(start) && path.endsWith(end);
}

/** By the three numbers; a prerelease comes before its release. */
function isBefore(version: string, minimum: string): boolean {
  const numbers = (text: string) => text.split("-")[0]?.split(".").map(Number) ?? [];
  const ours = numbers(version);
  const least = numbers(minimum);
  for (let at = 0; at < 3; at += 1) {
    const difference = (ours[at] ?? 0) - (least[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return version.includes("-") && !minimum.includes("-");
}
