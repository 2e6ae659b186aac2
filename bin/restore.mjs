import { onNode24 } from "./support/node24.mjs";

/**
 * `npm run restore -- BACKUP --identity FILE [--keys KEYRING --keys-identity FILE] [--erased FILE]
 * [--force-new-database NAME]`: puts a backup into an empty database, whole or not at all.
 */
await onNode24(import.meta.url, async (words) => {
  const { restore } = await import("./support/restore.mjs");
  return restore(words);
});
