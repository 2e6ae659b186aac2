import { onNode24 } from "./support/node24.mjs";

/**
 * `npm run test:days`: the unit and database tests on five other days in two zones, Postgres included. Words choose files
 * as in `npm test`; `--passes=1,4,5` takes some of the ten, of which two make a day.
 */
await onNode24(import.meta.url, async (words) => {
  const { runDays } = await import("./support/days.mjs");
  return runDays(words);
});
