import { readdirSync } from "node:fs";
import { beforeEach, expect, inject, test } from "vitest";
import { env } from "@/lib/platform/env";
import type { Bench } from "../../bench/harness";

const names = readdirSync("tests/bench")
  .filter((file) => file.endsWith(".ts") && !["harness.ts", "run.ts"].includes(file))
  .map((file) => file.slice(0, -3));

beforeEach(() => {
  const { keys, superuserUrl } = inject("database");
  // What was read once is taken out of the environment; the processes that a measurement starts read it there.
  env();
  Object.assign(process.env, keys, { BENCH_TRIAL: "yes", BENCH_SUPERUSER_URL: superuserUrl });
});

test.each(names)("%s still plants what it measures, and takes one turn over it", async (name) => {
  const { bench } = (await import(`../../bench/${name}.ts`)) as { bench: Bench };
  for (const { n, ours } of await bench()) {
    expect(n).toBeGreaterThan(0);
    expect(ours).not.toBeNaN();
  }
});
