import { onNode24 } from "./support/node24.mjs";

/**
 * `npm run erased [-- --demo]`: prints what was erased, a line of JSON for each key that was destroyed.
 * `npm run erased -- --apply FILE`: after an older backup was restored, erases again what such a list says.
 */
await onNode24(import.meta.url, async (words) => {
  const { printErased } = await import("./support/print-erased.mjs");
  const file = words.includes("--apply") ? words[words.indexOf("--apply") + 1] : undefined;
  return printErased({ demo: words.includes("--demo"), apply: words.includes("--apply"), file });
});
