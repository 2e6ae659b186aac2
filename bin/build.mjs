import { onNode24 } from "./support/node24.mjs";

// Builds what goes into an image: after this, CROSSDOCKET_INSTALLED=1 starts it without development packages and
// without npm.
await onNode24(import.meta.url, async () => {
  const { ensureBuilt } = await import("./support/build.mjs");
  await ensureBuilt({ makingImage: true });
  return 0;
});
