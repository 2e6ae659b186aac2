import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, relative } from "node:path";
import { settingNames } from "./environment.mjs";
import { inRoot, node24, root } from "./paths.mjs";
import { tail } from "./say.mjs";

const none = { passed: 0, failed: 0, skipped: 0 };
const once = (good) => (good ? { ...none, passed: 1 } : { ...none, failed: 1 });

/** Our own settings out, so that nobody's real database or key is ever touched by a test. */
function testEnvironment(extra = {}) {
  const blank = Object.fromEntries(settingNames().map((name) => [name, undefined]));
  const PATH = `${dirname(node24)}${delimiter}${process.env.PATH ?? ""}`;
  return { ...process.env, ...blank, CHROMIUM_PATH: process.env.CHROMIUM_PATH, PATH, TZ: "Asia/Kathmandu", ...extra };
}

/** Runs a package's program on Node 24. Its output is shown as it comes, or only on failure when `quiet`. */
function runProgram(path, args, { quiet = false, env = {}, nodeArgs = [] } = {}) {
  const stdio = quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"];
  const options = { cwd: root, env: testEnvironment(env), stdio, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 };
  const done = spawnSync(node24, [...nodeArgs, inRoot("node_modules", path), ...args], options);
  if (quiet && done.status !== 0) console.log(tail(`${done.stdout}\n${done.stderr}`, 200));
  return { good: done.status === 0, said: `${done.stdout ?? ""}${done.stderr ?? ""}` };
}

export function checkStyle() {
  return once(runProgram("@biomejs/biome/bin/biome", ["check", "."], { quiet: true }).good);
}

/** Next first writes the types of the routes, which links are checked against. */
export function checkTypes() {
  const routes = runProgram("next/dist/bin/next", ["typegen"], { quiet: true });
  return once(routes.good && runProgram("typescript/bin/tsc", ["--noEmit", "-p", "."], { quiet: true }).good);
}

/** The schema and the migrations say the same: another `generate`, into a copy by a relative path, writes nothing. */
export function checkMigrations() {
  const folder = mkdtempSync(join(tmpdir(), "crossdocket-migrations-"));
  try {
    cpSync(inRoot("drizzle"), folder, { recursive: true });
    const args = [
      "generate",
      "--dialect=postgresql",
      "--schema=./db/schema/index.ts",
      `--out=${relative(root, folder)}`,
    ];
    const done = runProgram("drizzle-kit/bin.cjs", [...args, "--casing=snake_case"], { quiet: true });
    const same = done.good && /No schema changes/.test(done.said);
    if (done.good && !same) console.log('The schema has changes without a migration: run "npm run db:generate".');
    return once(same);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs projects of vitest.config.ts, all or the files that `filters` name. */
export function runVitest(projects, filters = []) {
  return withReport((report) => {
    const chosen = projects.map((name) => `--project=${name}`);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const done = runProgram("vitest/vitest.mjs", ["run", ...chosen, ...reporters, "--passWithNoTests", ...filters]);
    const found = readReport(report);
    if (!found) return once(done.good);
    const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = found;
    return { passed, failed: failed === 0 && !done.good ? 1 : failed, skipped };
  });
}

export function runPlaywright(chromium, filters = []) {
  return withReport((report) => {
    // Removed only when Playwright is gone, and with it the servers that it started.
    const world = mkdtempSync(join(tmpdir(), "crossdocket-e2e-"));
    const env = { E2E_REPORT: report, E2E_FOLDER: world, CHROMIUM_PATH: chromium };
    // The specs import server modules to prepare and look at data: Node must resolve those as Next does.
    const nodeArgs = ["--conditions=react-server"];
    const args = ["test", "--pass-with-no-tests", ...filters];
    const done = runProgram("@playwright/test/cli.js", args, { env, nodeArgs });
    rmSync(world, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    const found = readReport(report)?.stats;
    if (!found) return once(done.good);
    const failed = found.unexpected + found.flaky;
    return { passed: found.expected, failed: failed === 0 && !done.good ? 1 : failed, skipped: found.skipped };
  });
}

function withReport(run) {
  const folder = mkdtempSync(join(tmpdir(), "crossdocket-report-"));
  try {
    return run(join(folder, "report.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const readReport = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined);
