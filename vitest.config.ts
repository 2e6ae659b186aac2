import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// No zone that a developer, a server or an advocate here is likely to be in: code that leans on the local one fails.
process.env.TZ = "Asia/Kathmandu";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const everywhere = ["tests/support/vitest/no-console-error.ts"];

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${here("./")}` },
      { find: "server-only", replacement: here("./tests/support/vitest/empty.ts") },
    ],
  },
  test: {
    env: { TZ: "Asia/Kathmandu" },
    testTimeout: 20_000,
    // By itself the runner leaves one core alone; with two cores that is half of them.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      { extends: true, test: { name: "unit", include: ["tests/unit/**/*.test.{ts,tsx}"], setupFiles: everywhere } },
      {
        extends: true,
        test: { name: "architecture", include: ["tests/architecture/**/*.test.ts"], setupFiles: everywhere },
      },
      {
        extends: true,
        test: {
          name: "db",
          include: ["tests/db/**/*.test.ts"],
          globalSetup: ["tests/support/vitest/start-database.ts"],
          setupFiles: [...everywhere, "tests/support/vitest/use-database.ts"],
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
