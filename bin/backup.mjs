import { onNode24 } from "./support/node24.mjs";

/**
 * `npm run backup`: database and files in one encrypted archive, the key ring in another file; can run alongside a
 * running Crossdocket. `-- --new-key FILE` creates a pair of keys instead and tries it, `-- --test-key FILE` tries one
 * that is there, and `-- --demo` backs up the demo.
 */
await onNode24(import.meta.url, async (words) => {
  const { backUp } = await import("./support/back-up.mjs");
  const after = (name) => (words.includes(name) ? (words[words.indexOf(name) + 1] ?? "") : undefined);
  return backUp({ demo: words.includes("--demo"), newKey: after("--new-key"), testKey: after("--test-key") });
});
