import { onNode24 } from "./support/node24.mjs";

/**
 * `npm run bench -- NAME [--json or --table] [--quick] [--sizes=50,200]` runs tests/bench/NAME.ts on a separate database and prints
 * its measurements; `all` runs each of them.
 */
await onNode24(import.meta.url, async (words) => {
  const { measure } = await import("./support/measure.mjs");
  return measure(
    words.find((word) => !word.startsWith("-")),
    words.filter((word) => word.startsWith("--")),
  );
});
