import { onNode24 } from "./support/node24.mjs";

/**
 * `npm run evidence:verify [-- --json] [-- --demo]`: reads every stored file again, walks every ledger again and checks
 * every time stamp. Changes nothing; may run beside a running Crossdocket. Ends with 1 when something does not hold.
 */
await onNode24(import.meta.url, async (words) => {
  const { verifyEvidence } = await import("./support/verify-evidence.mjs");
  return verifyEvidence({ demo: words.includes("--demo"), json: words.includes("--json") });
});
