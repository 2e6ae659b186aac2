import { onNode24 } from "./support/node24.mjs";

/**
 * `npm run verify`: style, types, unused code, architecture, and the quick unit tests. Under 90 seconds on two cores,
 * no database, no build.
 */
await onNode24(import.meta.url, async (words) => {
  const { runParts } = await import("./support/parts.mjs");
  return runParts(words, { quickOnly: true });
});
