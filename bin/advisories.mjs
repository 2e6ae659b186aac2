import { onNode24 } from "./support/node24.mjs";

/**
 * `npm run advisories`: asks the configured npm registry whether a runtime package has a known vulnerability, says by
 * when each must be fixed, and exits with 1 if a deadline has passed. Only names and versions of packages are sent.
 */
await onNode24(import.meta.url, async (words) => {
  const { askAdvisories } = await import("./support/ask-advisories.mjs");
  return askAdvisories({ demo: words.includes("--demo") });
});
