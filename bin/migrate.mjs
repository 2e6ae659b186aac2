import { onNode24 } from "./support/node24.mjs";

/** `npm run migrate`: brings a database of one's own up to date as its owner, before what serves is started without it. */
await onNode24(import.meta.url, async () => {
  const { bringUpToDate } = await import("./support/migrate.mjs");
  return bringUpToDate();
});
