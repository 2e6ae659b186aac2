import { ensureBuilt } from "./build.mjs";
import { changedFiles, testsByHand } from "./changed.mjs";
import { explain } from "./say.mjs";
import {
  checkMigrations,
  checkStyle,
  checkTypes,
  checkUnused,
  runPlaywright,
  runRelated,
  runVitest,
} from "./suites.mjs";
import { ensureChromium, ensureTestTools } from "./tools.mjs";

const good = { passed: 1, failed: 0, skipped: 0 };

/**
 * Everything `npm test` runs, in order. `quick` is what `npm run verify` runs: no database, no build, and of the unit tests
 * those that are not called `*.slow.test.ts`.
 */
const parts = [
  { name: "style", title: "Format, imports and lint", quick: true, run: checkStyle },
  { name: "types", title: "Types", quick: true, run: checkTypes },
  { name: "unused", title: "Files, exports and packages that nobody uses", quick: true, run: checkUnused },
  {
    name: "architecture",
    title: "Who imports whom, and where files lie",
    quick: true,
    run: (f) => runVitest(["architecture"], f),
  },
  {
    name: "unit",
    title: "Unit tests",
    quick: true,
    run: (f, quickOnly) => runVitest(quickOnly ? ["unit"] : ["unit", "unit-slow"], f),
  },
  { name: "migrations", title: "Migrations say what the schema says", run: checkMigrations },
  { name: "db", title: "Database tests, on real Postgres", run: (f) => runVitest(["db", "db-alone"], f) },
  { name: "build", title: "Production build", run: () => ensureBuilt().then(() => good) },
  { name: "e2e", title: "Browser tests, on the production build", run: (f) => ensureBuilt().then(() => browse(f)) },
];

const browse = async (filters) => runPlaywright(await ensureChromium(), filters);

/**
 * Runs all parts, the quick ones, or those named; words that name no part are passed on as file filters.
 * Prints the closing line and returns the exit code.
 */
export async function runParts(words, { quickOnly = false } = {}) {
  const named = words.filter((word) => parts.some((part) => part.name === word));
  const filters = words.filter((word) => !named.includes(word));
  const chosen = parts.filter((part) => (named.length > 0 ? named.includes(part.name) : !quickOnly || part.quick));
  return runChosen(chosen, filters, quickOnly);
}

/**
 * `npm test -- --changed`: style, types and architecture of everything, and the tests of what differs from where this branch
 * left `main`, the work tree included. Browser tests are not among them: nothing says which pages they walk.
 */
export async function runChanged(filters) {
  const files = changedFiles();
  console.log(`${files.length} files differ from main. Browser tests are run by name, as in "npm test -- e2e story".`);
  if (filters.length > 0) console.log(`"${filters.join(" ")}" is left out: what changed says what runs.`);
  const whole = parts.filter(({ name }) => ["style", "types", "unused", "architecture", "migrations"].includes(name));
  const related = {
    title: "Tests of what changed",
    run: () => runRelated(["unit", "unit-slow", "db", "db-alone"], [...files, ...testsByHand(files)]),
  };
  return runChosen([...whole, related], [], false);
}

async function runChosen(chosen, filters, quickOnly) {
  const missing = await ensureTestTools();
  const total = { passed: 0, failed: 0, skipped: 0 };
  const results = [];
  for (const part of chosen) {
    const result = await runPart(part, filters, quickOnly);
    for (const key of Object.keys(total)) total[key] += result[key];
    results.push(result);
  }
  printSlowest(results);
  printSkipped(results, total.skipped, missing);
  printFailed(results);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

async function runPart({ title, run }, filters, quickOnly) {
  const began = performance.now();
  console.log(`\n== ${title}`);
  let result;
  try {
    result = await run(filters, quickOnly);
  } catch (error) {
    explain(error);
    result = { passed: 0, failed: 1, skipped: 0 };
  }
  const seconds = (performance.now() - began) / 1000;
  const { passed, failed } = result;
  console.log(`${failed === 0 ? "✓" : "✗"} ${title}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`);
  return { ...result, title, seconds };
}

/** The parts in the order of their time, then the ten slowest files of tests. */
function printSlowest(results) {
  const longestFirst = (one, other) => other.seconds - one.seconds;
  const line = ({ name, seconds }) => console.log(`${seconds.toFixed(1).padStart(8)} s  ${name}`);
  const sum = results.reduce((seconds, result) => seconds + result.seconds, 0);
  console.log(`\nWhat took longest, of ${sum.toFixed(0)} s in all`);
  for (const { title, seconds } of results.toSorted(longestFirst)) line({ name: title, seconds });
  const files = results.flatMap((result) => result.files ?? []).toSorted(longestFirst);
  if (files.length > 0) console.log("Of the test files");
  for (const file of files.slice(0, 10)) line(file);
}

function printSkipped(results, skipped, missing) {
  for (const { name, how } of missing) console.log(`\nNot here, so what needs it was skipped: ${name} (${how})`);
  if (skipped === 0) return;
  console.log(`\n${skipped} skipped`);
  for (const name of results.flatMap((result) => result.left ?? [])) console.log(`  ${name}`);
}

/** Last, so that somebody who sees only the end of a long log reads which tests failed. */
function printFailed(results) {
  const failed = results.filter((result) => result.failed > 0);
  if (failed.length > 0) console.log("\nWhat failed");
  for (const { title, failures = [] } of failed) {
    for (const line of failures.length > 0 ? failures : [title]) console.log(`  ${line}`);
  }
}
