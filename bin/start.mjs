import { onNode24 } from "./support/node24.mjs";

await onNode24(import.meta.url, async (args) => {
  const { run } = await import("./support/run.mjs");
  return run({ dev: args.includes("--dev"), demo: args.includes("--demo") });
});
// What was adopted or timed may still hold the event loop; everything is stopped by now.
process.exit();
