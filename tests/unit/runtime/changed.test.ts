import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { changedFiles, testsByHand } from "../../../bin/support/changed.mjs";

let clone: string;
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), "crossdocket-changed-"));
  git("init", "--quiet", "--initial-branch=main");
  write("kept.ts", "as it was");
  write("in-the-branch.ts", "as it was");
  write("in-the-tree.ts", "as it was");
  write(".gitignore", "ignored.ts\n");
  commit();
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

const who = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false"];
function git(...args: string[]): void {
  execFileSync("git", [...who, ...args], { cwd: clone, stdio: "pipe" });
}
function write(path: string, text: string): void {
  mkdirSync(dirname(join(clone, path)), { recursive: true });
  writeFileSync(join(clone, path), text);
}
function commit(): void {
  git("add", "--all");
  git("commit", "--quiet", "--message=One more");
}

describe("what changed", () => {
  test("is what the branch committed, what the work tree changed and what is new, and not what main did meanwhile", () => {
    git("checkout", "--quiet", "-b", "branch");
    write("in-the-branch.ts", "changed");
    commit();
    git("checkout", "--quiet", "main");
    write("kept.ts", "changed on main");
    commit();
    git("checkout", "--quiet", "branch");
    write("in-the-tree.ts", "changed");
    write("new folder/new.ts", "new");
    write("ignored.ts", "ignored");
    expect(changedFiles(clone).toSorted()).toEqual(["in-the-branch.ts", "in-the-tree.ts", "new folder/new.ts"]);
  });

  test("in a clone without main is what differs from the last commit", () => {
    git("branch", "--quiet", "--move", "trunk");
    write("in-the-branch.ts", "changed");
    commit();
    write("in-the-tree.ts", "changed");
    expect(changedFiles(clone)).toEqual(["in-the-tree.ts"]);
  });

  test.each([
    ["db/sql/functions/app/cover_of.sql", /^tests\/db\//, /^tests\/unit\//],
    ["lib/platform/sandbox/child-chat.mjs", /^tests\/unit\/evidence\/chats\//, /^tests\/unit\/casework\//],
    ["lib/law/jurisdictions/data/za/agencies.yaml", /^tests\/unit\/law\//, /^tests\/db\//],
    ["bin/start.mjs", /^tests\/unit\/runtime\//, /^tests\/db\//],
  ])("in %s, which no test imports, has its tests named by hand", (file, among, notAmong) => {
    const tests = testsByHand([file]);
    expect(tests.some((path) => among.test(path))).toBe(true);
    expect(tests.filter((path) => notAmong.test(path))).toEqual([]);
    expect(testsByHand(["lib/casework/flags/rules.ts"])).toEqual([]);
  });
});
