import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tests/support/vitest/longest-first.ts";

// No zone that a developer, a server or an advocate here is likely to be in: code that leans on the local one fails.
process.env.TZ = process.env.TEST_ZONE ?? "Asia/Kathmandu";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const everywhere = ["tests/support/vitest/keep-settings.ts", "tests/support/vitest/no-console-error.ts"];

/** Modules are loaded once for all files; what changes a setting that is read once is called `*.alone.test.ts`. */
const onDatabase = {
  globalSetup: ["tests/support/vitest/start-database.ts"],
  setupFiles: [...everywhere, "tests/support/vitest/use-database.ts"],
};

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${here("./")}` },
      { find: "server-only", replacement: here("./tests/support/vitest/empty.ts") },
    ],
  },
  test: {
    // Where the system can confine it does, here too; elsewhere tests of files run with Node's permission model alone.
    env: {
      TZ: process.env.TZ,
      OPEN_FILES: "node",
      MAIL_IN_ADDRESS: "inbox@post.example",
      MAIL_IN_AUTHSERV: "mx.post.example",
    },
    // Speed is measured in the bench; a busy machine is no fault of what is tested.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One more than cores: much of a test is waiting for a child, a file or the database.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/!(*.slow).test.{ts,tsx}"],
          setupFiles: everywhere,
          isolate: false,
        },
      },
      // Minutes of children, whole packets and thousands of made-up inputs: `npm test` runs them, `npm run verify` not.
      {
        extends: true,
        test: { name: "unit-slow", include: ["tests/unit/**/*.slow.test.ts"], setupFiles: everywhere, isolate: false },
      },
      {
        extends: true,
        test: { name: "architecture", include: ["tests/architecture/**/*.test.ts"], setupFiles: everywhere },
      },
      {
        extends: true,
        test: { ...onDatabase, name: "db", include: ["tests/db/**/!(*.alone).test.ts"], isolate: false },
      },
      { extends: true, test: { ...onDatabase, name: "db-alone", include: ["tests/db/**/*.alone.test.ts"] } },
    ],
  },
});
