import { onNode24 } from "./support/node24.mjs";

/**
 * `npm run --silent mail:in [-- --to ADDRESS] < message`: takes in one mail, as a mail server hands it over. `--to` is for
 * whom the mail server says that it is. Ends with 0 when it is here, 65 when it is too large or its case takes no files,
 * 67 when nobody knows to whom it belongs, and 75 when it has to be tried again.
 */
await onNode24(import.meta.url, async (words) => {
  const { mailIn } = await import("./support/mail-in.mjs");
  return mailIn(words);
});
