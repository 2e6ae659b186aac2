import { onNode24 } from "./support/node24.mjs";

/**
 * `npm run law`: reads the law of the release in `lib/law/jurisdictions/data` and writes what programs import of it, and the
 * schemas by which editors check it and the stories of the demonstration. To be run after each change there; a test fails until it was.
 */
await onNode24(import.meta.url, async () => {
  const { runNode } = await import("./support/children.mjs");
  const { inRoot } = await import("./support/paths.mjs");
  const run = (script) =>
    runNode(["--conditions=react-server", "--import", "tsx", inRoot(script)], { env: process.env });
  return (await run("lib/law/jurisdictions/write-release.ts")) || run("lib/operations/demo/write-schemas.ts");
});
