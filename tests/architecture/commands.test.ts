import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { describe, expect, test } from "vitest";

const commands = globSync("lib/**/*.ts").filter((file) => /=\s*command\(/.test(readFileSync(file, "utf8")));

describe("commands", () => {
  test("there are commands to look at", () => {
    expect(commands.length).toBeGreaterThan(10);
  });

  test("each is the one thing its file exports, named as the file", () => {
    for (const file of commands) {
      const name = basename(file, ".ts").replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
      const exported = [...readFileSync(file, "utf8").matchAll(/^export (?:const|async function|function) (\w+)/gm)];
      expect(
        exported.map(([, found]) => found),
        file,
      ).toEqual([name]);
    }
  });

  test("each has a row in the table of its area, and each table is asked", () => {
    const missing = commands.flatMap((file) => {
      const [, area = ""] = file.split("/");
      const table = `tests/support/commands/${area}.ts`;
      const name = file
        .replace(/^lib\//, "")
        .replace("/commands/", "/")
        .replace(/\.ts$/, "");
      const asked = existsSync(`tests/db/commands/every-command-${area}.test.ts`) && existsSync(table);
      return asked && readFileSync(table, "utf8").includes(`"${name}":`) ? [] : `${name} in ${table}`;
    });
    expect(missing).toEqual([]);
  });

  test("each has a test on a real database", () => {
    const tested = (file: string) =>
      `${dirname(file)
        .replace(/^lib/, "tests/db")
        .replace(/\/commands$/, "")}/${basename(file, ".ts")}`;
    const missing = commands.filter(
      (file) => !["test", "alone.test"].some((kind) => existsSync(`${tested(file)}.${kind}.ts`)),
    );
    expect(missing).toEqual([]);
  });
});
