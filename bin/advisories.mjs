import { onNode24 } from "./support/node24.mjs";

/**
 * `npm run advisories`: asks the registry that npm is set to whether a package that runs has a known fault, says by when
 * each is to be fixed, and ends with 1 when a day has passed. Names and versions of packages are all that is sent.
 */
await onNode24(import.meta.url, async (words) => {
  const { askAdvisories } = await import("./support/ask-advisories.mjs");
  return askAdvisories({ demo: words.includes("--demo") });
});
