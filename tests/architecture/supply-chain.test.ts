import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Floor = { package: string; minimum: string; advisories: string[]; note: string };
type Locked = {
  version: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  inBundle?: boolean;
  hasInstallScript?: boolean;
};
type Manifest = Record<"dependencies" | "devDependencies" | "optionalDependencies", Record<string, string>> & {
  allowScripts: Record<string, boolean>;
};

const read = <Shape>(path: string) => JSON.parse(readFileSync(path, "utf8")) as Shape;
const floors = read<Floor[]>("docs/security/floor.json");
const manifest = read<Manifest>("package.json");
const packages = Object.entries(read<{ packages: Record<string, Locked> }>("package-lock.json").packages).filter(
  ([path]) => path !== "",
);

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
  test("is forty packages at most while it runs", () => {
    expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(40);
  });

  test("is pinned to one version each, beside the types of development", () => {
    const runtime = { ...manifest.dependencies, ...manifest.optionalDependencies };
    expect(Object.entries(runtime).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test("is in the lock file with a hash, whatever registry serves it", () => {
    const odd = packages.filter(
      ([, one]) => !(one.integrity || one.inBundle) || one.link || one.resolved?.startsWith("http"),
    );
    expect(odd.map(([path]) => path)).toEqual([]);
  });

  test("runs no script of its own when it is installed, but for Node", () => {
    const withScripts = new Set(packages.filter(([, one]) => one.hasInstallScript).map(([path]) => nameOf(path)));
    expect([...withScripts].filter((name) => !(name in manifest.allowScripts))).toEqual([]);
    const allowed = Object.entries(manifest.allowScripts).filter(([, may]) => may);
    expect(allowed.map(([name]) => name)).toEqual(["node"]);
  });
});

/** By the three numbers; a prerelease comes before its release. */
function isBefore(version: string, minimum: string): boolean {
  const numbers = (text: string) => text.split("-")[0]?.split(".").map(Number) ?? [];
  const [ours, least] = [numbers(version), numbers(minimum)];
  for (let at = 0; at < 3; at += 1) {
    const difference = (ours[at] ?? 0) - (least[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return version.includes("-") && !minimum.includes("-");
}
