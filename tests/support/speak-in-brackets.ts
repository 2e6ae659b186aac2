/**
 * Screens speak a language in which every message stands in brackets, so that what is translated can be told from what
 * is written. Hoist its import: tables
 * that are not read anew keep the language in which they were made.
 */
const files = process.getBuiltinModule("node:fs");
const read = files.readFileSync;

const messages: Record<string, string> = JSON.parse(read("messages/en.json", "utf8"));
const bracketed = JSON.stringify(Object.fromEntries(Object.keys(messages).map((message) => [message, `⟦${message}⟧`])));

files.readFileSync = ((path: string, ...options: []) =>
  path === "messages/en-XA.json" ? bracketed : read(path, ...options)) as typeof read;

process.env.UI_LANGUAGE = "en-XA";

export {};
