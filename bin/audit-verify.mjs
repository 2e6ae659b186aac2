import { onNode24 } from "./support/node24.mjs";

/**
 * `npm run audit:verify [-- --json] [-- --demo]`: verifies the log of every organisation and compares it with the
 * anchors outside the database and their time stamps. Changes nothing; can run alongside a running Crossdocket. Names
 * the first entry that fails, and then exits with 1; also if anchors are missing, not ours, or too old. `--also FILE`
 * also compares a copy of anchors or a saved mail; `--public-key FILE` verifies signatures with a key kept elsewhere.
 * `--begin-anew` restarts the anchors at the current end of the log: docs/OPERATIONS.md says when.
 */
await onNode24(import.meta.url, async (words) => {
  const { verifyStored } = await import("./support/verify-evidence.mjs");
  const what = { script: "verify-audit", name: "log" };
  const args = words.filter((word) => word !== "--demo" && word !== "--json");
  return verifyStored({ demo: words.includes("--demo"), json: words.includes("--json"), args, ...what });
});
