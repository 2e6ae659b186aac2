import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { Trouble } from "./say.mjs";

/** Asks on the terminal and shows nothing of what is typed. */
export async function askHidden(question) {
  if (!process.stdin.isTTY) {
    throw new Trouble(
      "The key is sealed by a passphrase, and there is no terminal to ask for it.",
      "start it in a terminal, or set KEK_PASSPHRASE_FILE to a file on another medium (systemd: LoadCredential=kek-passphrase).",
    );
  }
  const dark = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: dark, terminal: true });
  const stopped = new AbortController();
  reader.on("SIGINT", () => stopped.abort());
  process.stdout.write(`${question}: `);
  try {
    return await reader.question("", { signal: stopped.signal });
  } catch {
    throw new Trouble("Nothing was typed.", "run the same command again.");
  } finally {
    reader.close();
    process.stdout.write("\n");
  }
}
