import { onNode24 } from "./support/node24.mjs";

/**
 * `npm run extension [folder]`: writes the browser extension as browsers load it, for Chromium and for Firefox, into
 * `.data/extension` or the folder that is named. The sources lose their types and nothing else, so what runs can be read.
 */
await onNode24(import.meta.url, async () => {
  const { writeExtension } = await import("./support/write-extension.mjs");
  const { inRoot } = await import("./support/paths.mjs");
  const folder = process.argv[2] ?? inRoot(".data/extension");
  for (const place of await writeExtension(folder)) console.log(place);
  return 0;
});
