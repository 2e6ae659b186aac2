import { existsSync, globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const commands = globSync("lib/*/*.ts").filter((path) => /= command\(/.test(readFileSync(path, "utf8")));

test("each command has a test against the database", () => {
  const testOf = (path: string) => path.replace(/^lib\//, "tests/db/").replace(/\.ts$/, ".test.ts");
  expect(commands.filter((path) => !existsSync(testOf(path)))).toEqual([]);
  expect(commands.length).toBeGreaterThan(5);
});

test("only the environment module reads process.env", () => {
  const readers = globSync("{app,lib,db}/**/*.{ts,tsx}").filter((path) =>
    /process\.env\b(?!\.NODE_ENV)/.test(readFileSync(path, "utf8")),
  );
  expect(readers.filter((path) => !/^db\/embedded/.test(path))).toEqual(["lib/platform/env.ts"]);
});
