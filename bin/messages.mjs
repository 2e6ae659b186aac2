import { onNode24 } from "./support/node24.mjs";

/**
 * `npm run messages` writes `messages/en.json`: every message of the screens, in order. `npm run messages -- af` adds to
 * `messages/af.json` what is new, empty until it is translated, and takes out what is not shown any more.
 * `npm run messages -- en-XA` writes a language that is English in brackets, with accents and two fifths longer: what stands
 * without them on a screen is not in the catalogue, and what is cut off has no room for another language.
 * Each time `messages/browser/keys.json` is written too: the messages that browsers need.
 */
await onNode24(import.meta.url, async ([code = "en"]) => {
  const { writeMessages } = await import("./support/write-messages.mjs");
  return writeMessages(code);
});
