import { onNode24 } from "./support/node24.mjs";

/**
 * `npm run keys -- list`: the keys that wrap data keys, and how many each wraps. `rotate [--key FILE]`: a new key, and
 * everything under it; run again when it was interrupted. `retire ID`: out with an old one that nothing needs. `seal`,
 * `unseal`: the key under a passphrase, or plain; `keychain`: the passphrase in the keychain of the system. `--demo` for the demonstration.
 */
await onNode24(import.meta.url, async (words) => {
  const { workKeys } = await import("./support/work-keys.mjs");
  const at = words.indexOf("--key");
  const keyFile = at === -1 ? undefined : (words[at + 1] ?? "");
  const rest = words.filter((word, no) => word !== "--demo" && (at === -1 || (no !== at && no !== at + 1)));
  return workKeys({ words: rest, demo: words.includes("--demo"), keyFile });
});
