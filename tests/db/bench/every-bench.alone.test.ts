import { readdirSync } from "node:fs";
import { beforeAll, expect, inject, test } from "vitest";
import type { Bench } from "../../bench/harness";

const names = readdirSync("tests/bench")
  .filter((file) => file.endsWith(".ts") && !["harness.ts", "run.ts"].includes(file))
  .map((file) => file.slice(0, -3));

beforeAll(() => {
  Object.assign(process.env, { BENCH_TRIAL: "yes", BENCH_SUPERUSER_URL: inject("database").superuserUrl });
});

test.each(names)("%s still plants what it measures, and takes one turn over it", async (name) => {
  const { bench } = (await import(`../../bench/${name}.ts`)) as { bench: Bench };
  for (const { n, ours } of await bench()) {
    expect(n).toBeGreaterThan(0);
    expect(ours).not.toBeNaN();
  }
});
