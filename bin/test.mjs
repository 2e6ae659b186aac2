import { onNode24 } from "./support/node24.mjs";

/**
 * `npm test`, or a part: `npm test -- unit`, `npm test -- db cases`, `npm test -- e2e story`; or the tests of what changed:
 * `npm test -- --changed`.
 */
await onNode24(import.meta.url, async (words) => {
  const { runChanged, runParts } = await import("./support/parts.mjs");
  const others = words.filter((word) => word !== "--changed");
  return others.length < words.length ? runChanged(others) : runParts(words);
});
