import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const text = readFileSync("CONTRIBUTING.md", "utf8");
const rows = [...text.matchAll(/^\| (\d+) \|(.*)$/gm)].map(([, no = "", row = ""]) => ({ no, row }));
/** What is written as a path; a bare name of a file lies beside what stands before it in its row. */
const pathsIn = (row: string) =>
  [...row.matchAll(/`([^`\s]+\/[^`\s]*)`/g)].map(([, path = ""]) => path).filter((path) => !path.startsWith("/"));

describe("CONTRIBUTING says where a change goes", () => {
  test("for twenty changes", () => {
    expect(rows.map(({ no }) => Number(no))).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
  });

  test("by files and folders that are there", () => {
    const found = rows.flatMap(({ no, row }) => pathsIn(row).map((path) => ({ no, path })));
    expect(found.length).toBeGreaterThan(30);
    const missing = found.filter(({ path }) => !existsSync(path) && !existsSync(`lib/${path}`));
    expect(missing).toEqual([]);
  });

  test("and names no file that is gone anywhere else", () => {
    const example = /reopen-flag|<\w+>/;
    const named = [...text.matchAll(/`((?:app|bin|db|docs|lib|tests)\/[^`\s*]+)`/g)].map(([, path = ""]) => path);
    expect(named.filter((path) => !example.test(path) && !existsSync(path))).toEqual([]);
  });
});
