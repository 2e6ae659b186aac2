import { onNode24 } from "./support/node24.mjs";

/**
 * `npm run evidence:verify [-- --json] [-- --demo]`: rereads every stored file, walks every ledger and verifies every
 * time stamp. Changes nothing; can run alongside a running Crossdocket. Exits with 1 if a check fails.
 */
await onNode24(import.meta.url, async (words) => {
  const { verifyEvidence } = await import("./support/verify-evidence.mjs");
  return verifyEvidence({ demo: words.includes("--demo"), json: words.includes("--json") });
});
