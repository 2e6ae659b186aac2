import { onNode24 } from "./support/node24.mjs";

/**
 * `npm run upgrade`, with the new release in place and Crossdocket stopped: backs up, keeps the database as it is, brings
 * it to this release and checks it. When a check fails it goes back by itself; `-- --back` goes back later, and
 * `-- --forget` removes what was kept for that.
 */
await onNode24(import.meta.url, async (words) => {
  const { upgrade } = await import("./support/upgrade.mjs");
  return upgrade({
    demo: words.includes("--demo"),
    back: words.includes("--back"),
    forget: words.includes("--forget"),
  });
});
