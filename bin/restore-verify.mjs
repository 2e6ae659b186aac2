import { onNode24 } from "./support/node24.mjs";

/**
 * `npm run restore:verify -- [BACKUP] --identity FILE [--keys KEYRING --keys-identity FILE] [--erased FILE]`: restores
 * the newest backup, or the named one, into a temporary installation, checks everything in it and removes it.
 */
await onNode24(import.meta.url, async (words) => {
  const { drill } = await import("./support/drill.mjs");
  return drill(words);
});
