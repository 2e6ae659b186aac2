import { onNode24 } from "./support/node24.mjs";

/** `npm run doctor`: checks each part and says what to do. Starts nothing, changes nothing, prints no secret. */
await onNode24(import.meta.url, async (words) => {
  const { examine } = await import("./support/examine.mjs");
  return examine({ demo: words.includes("--demo") });
});
