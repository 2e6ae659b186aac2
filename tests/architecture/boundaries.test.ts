import { createRequire } from "node:module";
import { join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { expect, test } from "vitest";

const { forbidden, options } = createRequire(import.meta.url)("../../.dependency-cruiser.cjs");

test("nobody imports what docs/ARCHITECTURE.md forbids", async () => {
  const { summary } = await look(["app", "lib", "db", "proxy.ts"], process.cwd());
  expect(summary.violations.map((found) => `${found.rule.name}: ${found.from} -> ${found.to}`)).toEqual([]);
  // A tool that cannot read the sources finds no module at all, and no violation either.
  expect(summary.totalCruised).toBeGreaterThan(100);
});

test("a violation is seen", async () => {
  const { summary } = await look(["app", "lib", "db"], join(import.meta.dirname, "planted"));
  expect(new Set(summary.violations.map((found) => found.rule.name))).toEqual(
    new Set([
      "areas-in-order",
      "app-never-touches-db",
      "platform-knows-no-domain",
      "components-see-only-isomorphic-lib",
      "no-domain-cycles",
    ]),
  );
});

async function look(folders: string[], baseDir: string): Promise<ICruiseResult> {
  const found = await cruise(
    folders,
    { ...options, ruleSet: { forbidden }, validate: true, baseDir },
    options.enhancedResolveOptions,
    { tsConfig: extractTSConfig("tsconfig.json") },
  );
  if (typeof found.output === "string") throw new Error("The result is a text, not a tree.");
  return found.output;
}
