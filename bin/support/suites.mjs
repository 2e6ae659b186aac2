import { spawnSync } from "node:child_process";
import { closeSync, cpSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { fastFolder } from "../../tests/support/fast-folder.mjs";
import { settingNames } from "./environment.mjs";
import { inRoot, node24, root } from "./paths.mjs";
import { tail } from "./say.mjs";

/**
 * The result of a part of the tests. `left`: the skipped tests; `failures`: the failed ones, each with the first line
 * of the reason; `files`: the duration of each test file.
 */
const none = { passed: 0, failed: 0, skipped: 0, left: [], failures: [], files: [] };
const once = (good) => (good ? { ...none, passed: 1 } : { ...none, failed: 1 });

/** Removes our own settings, so that a test never touches a real database or key. */
function testEnvironment(extra = {}) {
  const blank = Object.fromEntries(settingNames().map((name) => [name, undefined]));
  const PATH = `${dirname(node24)}${delimiter}${process.env.PATH ?? ""}`;
  const TZ = extra.TEST_ZONE ?? "Asia/Kathmandu";
  return { ...process.env, ...blank, CHROMIUM_PATH: process.env.CHROMIUM_PATH, PATH, TZ, ...extra };
}

/**
 * Runs a package's program on Node 24. Its output is shown as it comes, or only on failure when `quiet`. `complaints` is an
 * open file for its errors; a pipe would wait for whatever the program left running.
 */
function runProgram(path, args, { quiet = false, complaints, env = {}, nodeArgs = [] } = {}) {
  const stdio = quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", complaints ?? "inherit"];
  const options = { cwd: root, env: testEnvironment(env), stdio, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 };
  const done = spawnSync(node24, [...nodeArgs, inRoot("node_modules", path), ...args], options);
  if (quiet && done.status !== 0) console.log(tail(`${done.stdout}\n${done.stderr}`, 200));
  return { good: done.status === 0, said: `${done.stdout ?? ""}${done.stderr ?? ""}` };
}

export function checkStyle() {
  return once(runProgram("@biomejs/biome/bin/biome", ["check", "."], { quiet: true }).good);
}

/**
 * Next first writes the types of the routes, which links are checked against. TypeScript 7 is checked with because it takes a
 * third of the time of 6; that one stays for Next and for dependency-cruiser, which 7 gives no API.
 */
export function checkTypes() {
  const routes = runProgram("next/dist/bin/next", ["typegen"], { quiet: true });
  return once(routes.good && runProgram("typescript7/bin/tsc", ["--noEmit", "-p", "."], { quiet: true }).good);
}

/** What no entry point of knip.jsonc reaches. */
export function checkUnused() {
  return once(runProgram("knip/bin/knip.js", ["--no-progress"], { quiet: true }).good);
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

/**
 * Runs projects of vitest.config.ts, all or the files that `filters` name. `env` is added to the environment of the
 * tests.
 */
export const runVitest = (projects, filters = [], env = {}) => vitest(["run"], projects, filters, env);

/** Runs the test files among `files`, and those that import one of them, by however many steps. */
export const runRelated = (projects, files) =>
  files.length > 0 ? vitest(["related", "--run"], projects, files) : { ...none, passed: 1 };

function vitest(command, projects, filters, env = {}) {
  return withReport((report) => {
    const chosen = projects.map((name) => `--project=${name}`);
    const errors = `${report}.errors`;
    const reporters = ["default", "json", "./tests/support/vitest/report-errors.ts"].map(
      (name) => `--reporter=${name}`,
    );
    const args = [...command, ...chosen, ...reporters, `--outputFile.json=${report}`, "--passWithNoTests", ...filters];
    const complaints = openSync(`${report}.complaints`, "w");
    const done = runProgram("vitest/vitest.mjs", args, { complaints, env: { ...env, ERRORS_REPORT: errors } });
    closeSync(complaints);
    const said = readFileSync(`${report}.complaints`, "utf8");
    process.stderr.write(said);
    const found = readReport(report);
    if (!found) return once(done.good);
    const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped, testResults } = found;
    const files = testResults.map(({ name, startTime, endTime }) => ({
      name: relative(root, name),
      seconds: (endTime - startTime) / 1000,
    }));
    const left = testResults.flatMap(({ name, assertionResults }) =>
      assertionResults
        .filter((test) => test.status === "pending" || test.status === "skipped")
        .map((test) => `${relative(root, name)}: ${test.fullName}`),
    );
    const outside = (readReport(errors) ?? []).map((said) => `outside any test: ${said}`);
    const failures = [...testResults.flatMap(readFailures), ...outside];
    if (!done.good && failures.length === 0) failures.push(`behind the tests: ${tail(said, 12)}`);
    return { passed, failed: failed === 0 && !done.good ? 1 : failed, skipped, left, failures, files };
  });
}

/** The tests of one file that failed, or the file itself where it broke before its tests. */
function readFailures({ name, status, message, assertionResults }) {
  const failures = assertionResults
    .filter((test) => test.status === "failed")
    .map((test) => `${relative(root, name)}: ${test.fullName}\n    ${firstLine(test.failureMessages?.[0])}`);
  if (failures.length === 0 && status === "failed") return [`${relative(root, name)}\n    ${firstLine(message)}`];
  return failures;
}

const firstLine = (said) =>
  stripVTControlCharacters(said ?? "")
    .trim()
    .split("\n")[0];

export function runPlaywright(chromium, filters = []) {
  return withReport((report) => {
    // Removed only when Playwright is gone, and with it the servers that it started.
    const world = mkdtempSync(join(fastFolder(), "crossdocket-e2e-"));
    const env = { E2E_REPORT: report, E2E_FOLDER: world, CHROMIUM_PATH: chromium };
    // The specs import server modules to prepare and inspect data: Node must resolve those as Next does.
    const nodeArgs = ["--conditions=react-server"];
    const args = ["test", "--pass-with-no-tests", ...filters];
    const done = runProgram("@playwright/test/cli.js", args, { env, nodeArgs });
    rmSync(world, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    const written = readReport(report);
    if (!written) return once(done.good);
    const { expected, unexpected, flaky, skipped } = written.stats;
    const failed = unexpected + flaky;
    return {
      passed: expected,
      failed: failed === 0 && !done.good ? 1 : failed,
      skipped,
      ...readSpecs(written.suites),
    };
  });
}

/** How long each file of Playwright's report took, what it skipped and what failed. */
function readSpecs(suites) {
  const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
  const files = [];
  const left = [];
  const failures = [];
  for (const suite of suites) {
    const tests = specsOf(suite).flatMap((spec) => spec.tests.map((test) => ({ title: spec.title, ...test })));
    const milliseconds = tests.flatMap((test) => test.results).reduce((sum, result) => sum + result.duration, 0);
    const name = `tests/e2e/${suite.file}`;
    files.push({ name, seconds: milliseconds / 1000 });
    left.push(...tests.filter((test) => test.status === "skipped").map((test) => `${name}: ${test.title}`));
    for (const test of tests.filter(({ status }) => status === "unexpected" || status === "flaky")) {
      const why = test.results.find(({ error }) => error)?.error.message;
      failures.push(`${name}: ${test.title}\n    ${firstLine(why)}`);
    }
  }
  return { files, left, failures };
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
