import { onNode24 } from "./support/node24.mjs";

/**
 * `npm run verify`: style, types, what nobody uses, architecture, and the unit tests that are quick. Under 90 seconds on two
 * cores, no database, no build.
 */
await onNode24(import.meta.url, async (words) => {
  const { runParts } = await import("./support/parts.mjs");
  return runParts(words, { quickOnly: true });
});
