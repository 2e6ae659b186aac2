import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { browserModules } from "./browser-modules.mjs";
import { inRoot } from "./paths.mjs";
import { pseudoMessage } from "./pseudo-message.mjs";
import { readMessages } from "./read-messages.mjs";

/** Without the gallery, which no release has. */
const sources = () =>
  globSync("{app,lib}/**/*.{ts,tsx}", { cwd: inRoot(".") }).filter((path) => !path.startsWith("app/(dev)/"));

/** Every message of these files, in the order of the alphabet. */
function messagesIn(files) {
  const calls = files.flatMap((path) => readMessages(path, readFileSync(inRoot(path), "utf8")).calls);
  return [...new Set(calls.map((call) => call.message))].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

const write = (path, content) => writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);

/** Writes one catalogue. Keeps what is translated already. Returns the exit code. */
export function writeMessages(code) {
  const path = inRoot("messages", `${code}.json`);
  const before = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
  const translate = (message) =>
    code === "en" ? message : code === "en-XA" ? pseudoMessage(message) : (before[message] ?? "");
  const files = sources();
  const messages = Object.fromEntries(messagesIn(files).map((message) => [message, translate(message)]));
  mkdirSync(inRoot("messages"), { recursive: true });
  write(path, messages);
  write(inRoot("messages", "browser", "keys.json"), messagesIn(browserModules(files)));
  const missing = Object.values(messages).filter((text) => text === "").length;
  console.log(`messages/${code}.json: ${Object.keys(messages).length} messages, ${missing} not translated.`);
  return 0;
}
