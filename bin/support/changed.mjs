import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { root } from "./paths.mjs";
import { Trouble } from "./say.mjs";

/**
 * Every file that differs from where this branch left `main`, the work tree and what is new in it included; without a
 * `main`, from the last commit.
 * @returns {string[]} paths from the root
 */
export function changedFiles(at = root) {
  const git = (...args) => spawnSync("git", args, { cwd: at, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  const list = (...args) => {
    const done = git(...args);
    if (done.status === 0) return done.stdout.split("\0").filter(Boolean);
    throw new Trouble(`git ${args[0]} failed: ${done.stderr?.trim()}`, 'run this in a clone, or run "npm test".');
  };
  const found = ["main", "origin/main"]
    .map((branch) => git("merge-base", "HEAD", branch))
    .find((spawnSyncReturns) => spawnSyncReturns.status === 0);
  const base = found?.stdout.trim() ?? "HEAD";
  const tracked = list("diff", "--name-only", "--no-renames", "-z", base);
  return [...new Set([...tracked, ...list("ls-files", "--others", "--exclude-standard", "-z")])];
}

/** What no test imports, because a child process, Postgres or a page runs it; and the tests that cover it. */
const byHand = [
  { of: /^(db\/sql|drizzle)\//, tests: ["tests/db/**"] },
  {
    of: /^lib\/platform\/sandbox\/.+\.mjs$/,
    tests: ["tests/unit/{platform,evidence}/**", "tests/db/evidence/exhibits/**"],
  },
  { of: /^lib\/packets\/packets\/parts\/verifier\//, tests: ["tests/unit/packets/packets/**"] },
  { of: /^lib\/law\/jurisdictions\/data\//, tests: ["tests/unit/law/**"] },
  { of: /^lib\/operations\/demo\/data\//, tests: ["tests/{unit,db}/operations/demo/**"] },
  { of: /^lib\/operations\/worker\//, tests: ["tests/db/operations/**"] },
  { of: /^(bin|deploy)\//, tests: ["tests/unit/runtime/**"] },
  { of: /^app\/_ui\//, tests: ["tests/unit/ui/**"] },
];

/** Test files, by name, for those among `files` that no import leads to. */
export function testsByHand(files, at = root) {
  const tests = byHand.filter(({ of }) => files.some((file) => of.test(file))).flatMap((rule) => rule.tests);
  const found = tests.flatMap((folder) => globSync(`${folder}/*.test.{ts,tsx}`, { cwd: at }));
  return [...new Set(found.map((path) => path.replaceAll("\\", "/")))];
}
