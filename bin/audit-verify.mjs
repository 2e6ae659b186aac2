import { onNode24 } from "./support/node24.mjs";

/**
 * `npm run audit:verify [-- --json] [-- --demo]`: walks the log of every organisation again and compares it with the
 * anchors outside the database and their time stamps. Changes nothing; may run beside a running Crossdocket. Names the
 * first entry that does not hold, and ends with 1 then; also when anchors are missing, not ours, or too old.
 * `--also FILE` compares a copy of anchors or a saved mail too; `--public-key FILE` checks signatures by a key that was
 * kept elsewhere. `--begin-anew` begins the anchors again where the log ends now: docs/OPERATIONS.md says when.
 */
await onNode24(import.meta.url, async (words) => {
  const { verifyStored } = await import("./support/verify-evidence.mjs");
  const what = { script: "lib/operations/worker/verify-audit.ts", name: "log" };
  const args = words.filter((word) => word !== "--demo" && word !== "--json");
  return verifyStored({ demo: words.includes("--demo"), json: words.includes("--json"), args, ...what });
});
