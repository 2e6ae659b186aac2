import { onNode24 } from "./support/node24.mjs";

/**
 * `npm run test:days`: the unit and database tests on five other days in two zones, Postgres included. Words choose files
 * as in `npm test`; `--in-turn` takes each day in one zone only.
 */
await onNode24(import.meta.url, async (words) => {
  const { runDays } = await import("./support/days.mjs");
  return runDays(words);
});
