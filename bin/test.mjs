import { onNode24 } from "./support/node24.mjs";

/** `npm test`, or a part: `npm test -- unit`, `npm test -- db cases`, `npm test -- e2e story`. */
await onNode24(import.meta.url, async (words) => {
  const { runParts } = await import("./support/parts.mjs");
  return runParts(words);
});
