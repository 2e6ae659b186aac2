import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { inRoot } from "./paths.mjs";
import { readMessages } from "./read-messages.mjs";

/** Every message of `app` and `lib`, in the order of the alphabet. */
function allMessages() {
  const files = globSync("{app,lib}/**/*.{ts,tsx}", { cwd: inRoot(".") });
  const calls = files.flatMap((path) => readMessages(path, readFileSync(inRoot(path), "utf8")).calls);
  return [...new Set(calls.map((call) => call.message))].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** A language that shows at a glance what does not go through the catalogue. */
const inBrackets = (message) => `⟦${message}⟧`;

/** Writes one catalogue. Keeps what is translated already. Returns the exit code. */
export function writeMessages(code) {
  const path = inRoot("messages", `${code}.json`);
  const before = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
  const translate = (message) =>
    code === "en" ? message : code === "en-XA" ? inBrackets(message) : (before[message] ?? "");
  const messages = Object.fromEntries(allMessages().map((message) => [message, translate(message)]));
  mkdirSync(inRoot("messages"), { recursive: true });
  writeFileSync(path, `${JSON.stringify(messages, null, 2)}\n`);
  const missing = Object.values(messages).filter((text) => text === "").length;
  console.log(`messages/${code}.json: ${Object.keys(messages).length} messages, ${missing} not translated.`);
  return 0;
}
