import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inRoot } from "./paths.mjs";
import { Trouble } from "./say.mjs";
import { runVitest } from "./suites.mjs";
import { ensureCompiler, ensureTestTools } from "./tools.mjs";

const zones = ["Pacific/Kiritimati", "America/New_York"];
const day = 86_400;

/** Days on which something is easily wrong: seconds from now, or an instant on the wall of the zone. */
const days = [
  { name: "tomorrow", seconds: day },
  { name: "in 10 days", seconds: 10 * day },
  { name: "in 200 days", seconds: 200 * day },
  { name: "31 December 2027, 23:50", wall: "2027-12-31T23:50:00" },
  { name: "29 February 2028", wall: "2028-02-29T10:00:00" },
];

/**
 * Runs the unit and database tests with the clock of every process shifted, Postgres included. `--passes=1,4,5` takes
 * some of the ten, of which two make a day; other words name test files. Prints a line for each pass and the sum;
 * returns the exit code.
 */
export async function runDays(words) {
  const library = await buildClock();
  await ensureTestTools();
  const chosen = words
    .find((word) => word.startsWith("--passes="))
    ?.slice("--passes=".length)
    .split(",")
    .map(Number);
  const filters = words.filter((word) => !word.startsWith("--passes="));
  const passes = days
    .flatMap((one) => zones.map((zone) => ({ ...one, zone })))
    .filter((_, at) => chosen?.includes(at + 1) ?? true);
  const total = { passed: 0, failed: 0 };
  const lines = [];
  for (const pass of passes) {
    console.log(`\n== ${pass.name} (${pass.zone})`);
    const began = performance.now();
    const { passed, failed } = runVitest(["unit", "unit-slow", "db", "db-alone"], filters, shiftedBy(pass, library));
    total.passed += passed;
    total.failed += failed;
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    lines.push(
      `${failed === 0 ? "✓" : "✗"} ${pass.name} (${pass.zone}): ${passed} passed, ${failed} failed (${seconds} s)`,
    );
    console.log(lines.at(-1));
  }
  console.log(`\n${lines.join("\n")}\n\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

/** Builds tests/support/shift-clock.c where the user of Postgres can read it, too. */
async function buildClock() {
  await ensureCompiler();
  const folder = mkdtempSync(join(tmpdir(), "crossdocket-clock-"));
  chmodSync(folder, 0o755);
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const library = join(folder, "shift-clock.so");
  const args = ["-O2", "-shared", "-fPIC", "-o", library, inRoot("tests/support/shift-clock.c")];
  const done = spawnSync("cc", args, { encoding: "utf8" });
  if (done.status === 0) return library;
  const advice = "run this on Linux with a C compiler (Debian: apt-get install gcc libc6-dev).";
  throw new Trouble(`The clock that is moved could not be built.\n${done.stderr ?? done.error?.message}`, advice);
}

/** The settings of one pass. */
function shiftedBy({ seconds, wall, zone }, library) {
  const shift = seconds ?? Math.round((instantOn(wall, zone) - Date.now()) / 1000);
  return {
    TEST_ZONE: zone,
    LD_PRELOAD: library,
    TEST_CLOCK_SHIFT: String(shift),
    NODE_OPTIONS: `--import ${pathToFileURL(inRoot("tests/support/shift-file-times.mjs"))}`,
  };
}

/** The instant at which the wall of a zone shows a time without summer time's gap near it. */
function instantOn(wall, zone) {
  const asUtc = Date.parse(`${wall}Z`);
  const shown = new Date(asUtc).toLocaleString("sv-SE", { timeZone: zone }).replace(" ", "T");
  return asUtc - (Date.parse(`${shown}Z`) - asUtc);
}
