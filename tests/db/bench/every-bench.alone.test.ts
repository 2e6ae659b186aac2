import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { env } from "@/lib/platform/env";
import type { Bench } from "../../bench/harness";

const names = readdirSync("tests/bench")
  .filter((file) => file.endsWith(".ts") && !["harness.ts", "run.ts"].includes(file))
  .map((file) => file.slice(0, -3));

const keyDir = mkdtempSync(join(tmpdir(), "crossdocket-trial-key-"));

/** As bin/support/measure.mjs does: a process takes keys out of its environment, so its children read them from files. */
beforeAll(() => {
  const { keys, superuserUrl } = inject("database");
  const secrets = join(env().DATA_DIR, "secrets");
  mkdirSync(secrets, { recursive: true, mode: 0o700 });
  writeFileSync(join(secrets, "service-token"), keys.SERVICE_TOKEN, { mode: 0o600 });
  const KEK_FILE = join(keyDir, "kek");
  writeFileSync(KEK_FILE, keys.KEK, { mode: 0o600 });
  Object.assign(process.env, { KEK_FILE, BENCH_TRIAL: "yes", BENCH_SUPERUSER_URL: superuserUrl });
});

afterAll(() => rmSync(keyDir, { recursive: true, force: true }));

test.each(names)("%s still plants what it measures, and takes one turn over it", async (name) => {
  const { bench } = (await import(`../../bench/${name}.ts`)) as { bench: Bench };
  for (const { n, ours } of await bench()) {
    expect(n).toBeGreaterThan(0);
    expect(ours).not.toBeNaN();
  }
});
