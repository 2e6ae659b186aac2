import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { examineFaults } from "@/lib/operations/installation/checks/examine-upkeep";
import { newId } from "@/lib/platform/ids";
import { type FakeRegistry, startRegistry } from "../../support/fake-registry";
import { scratchFolder } from "../../support/files";
import { runProgram } from "../../support/run-script";

const folder = await scratchFolder();
const dataDir = join(folder.path, "data");
const note = join(dataDir, "advisories.json");
let registry: FakeRegistry;

beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(async () => {
  registry.stop();
  await folder.remove();
});

/** With a cache of its own: npm keeps what it was told of a fault. */
const ask = (address = registry.address) =>
  runProgram(["bin/advisories.mjs"], {
    ...process.env,
    DATA_DIR: dataDir,
    KEK: "a key that is nobody's business",
    npm_config_cache: join(folder.path, newId()),
    npm_config_registry: address,
    npm_config_fetch_retries: "0",
    npm_execpath: "",
  });

const kept = () => JSON.parse(readFileSync(note, "utf8")) as { lookedAt: string; known: { since: string }[] };

/** As if it had been learnt of so many days ago. */
function age(days: number): void {
  const before = new Date(Date.now() - days * 86_400_000).toISOString();
  writeFileSync(
    note,
    JSON.stringify({ lookedAt: before, known: kept().known.map((fault) => ({ ...fault, since: before })) }),
  );
}

describe("asking for known faults", () => {
  test("sends names and versions of packages that run, and nothing else; none is good news", async () => {
    expect(examineFaults({ dataDir, now: new Date() })).toMatchObject([
      ["missing", expect.stringContaining("Nobody looked"), expect.anything()],
    ]);
    const { code, output: message } = await ask();
    expect([code, message]).toEqual([0, "No package that runs has a known fault.\n"]);
    expect(registry.paths).toEqual(["POST /-/npm/v1/security/advisories/bulk"]);
    const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
      packages: Record<string, { version: string }>;
    };
    const known = new Set(
      Object.entries(lock.packages).map(([path, { version }]) => `${path.split("node_modules/").at(-1)} ${version}`),
    );
    const sent = Object.entries(registry.asked[0] ?? {}).flatMap(([name, versions]) =>
      versions.map((version) => `${name} ${version}`),
    );
    expect(sent).toContain(`next ${lock.packages["node_modules/next"]?.version}`);
    expect(sent.filter((value) => !known.has(value))).toEqual([]);
    expect(sent.some((value) => value.startsWith("vitest "))).toBe(false);
    expect(statSync(note).mode & 0o777).toBe(0o600);
  });

  test("one that is found has a day by its severity, and past it the command and the doctor fail", async () => {
    const fault = {
      name: "pino",
      severity: "high",
      range: "<99.0.0",
      id: "GHSA-2222-3333-4444",
      correctionsIn: "99.0.0",
    };
    registry.faults.push(fault);
    const first = await ask();
    expect(first.code).toBe(0);
    expect(first.output).toMatch(/^pino: high, GHSA-2222-3333-4444, to fix by \d{4}-\d\d-\d\d$/m);
    expect(first.output).not.toMatch(/Words of/);
    age(6);
    expect((await ask()).code).toBe(0);
    age(8);
    const late = await ask();
    expect(late.code).toBe(1);
    expect(late.output).toMatch(/OVERDUE since/);
    expect(examineFaults({ dataDir, now: new Date() })).toMatchObject([
      ["ok", expect.stringContaining("last looked for on")],
      ["fix", expect.stringContaining("pino: high"), expect.any(String)],
    ]);
    registry.faults[0] = { ...fault, severity: "moderate" };
    await ask();
    age(29);
    expect((await ask()).code).toBe(0);
  });

  test("that was done long ago is overdue; fixed, it is gone", async () => {
    registry.faults.length = 0;
    expect((await ask()).code).toBe(0);
    expect(kept().known).toEqual([]);
    age(9);
    expect(examineFaults({ dataDir, now: new Date() })).toMatchObject([
      ["look", expect.stringContaining("last looked for on"), expect.any(String)],
    ]);
    expect(examineFaults({ dataDir, now: new Date(Date.now() - 2 * 86_400_000) })).toMatchObject([
      ["ok", expect.any(String)],
    ]);
  });

  test("without a network says so, and leaves what was known", async () => {
    const before = readFileSync(note, "utf8");
    const { code, output: message, errorOutput } = await ask("http://127.0.0.1:1/");
    expect(code).toBe(1);
    expect(`${message}${errorOutput}`).toContain("gave no list of faults");
    expect(readFileSync(note, "utf8")).toBe(before);
    expect(`${message}${errorOutput}${registry.bodies.join("")}`).not.toContain("nobody's business");
  });
});

test("the days are those of the operations page", () => {
  const page = readFileSync("docs/OPERATIONS.md", "utf8");
  expect(page).toMatch(/critical or high \| 7 days \|\n\| the rest that has an advisory \| 30 days/);
});
