import { onNode24 } from "./support/node24.mjs";

/**
 * `npm run audit:verify [-- --json] [-- --demo]`: walks the log of every organisation again and compares it with the
 * anchors outside the database and their time stamps. Changes nothing; may run beside a running Crossdocket. Names the
 * first entry that does not hold, and ends with 1 then.
 */
await onNode24(import.meta.url, async (words) => {
  const { verifyStored } = await import("./support/verify-evidence.mjs");
  const what = { script: "lib/worker/verify-audit.ts", name: "log" };
  return verifyStored({ demo: words.includes("--demo"), json: words.includes("--json"), ...what });
});
