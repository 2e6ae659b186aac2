import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { Trouble } from "./say.mjs";

/** The keychain of the person who starts the server: it opens with their login, and a stolen disk does not hold it open. */
const chains = {
  darwin: {
    program: "security",
    // Reads its commands from the input, so that no list of processes shows what is kept.
    store: (place, words) => [
      ["-i"],
      `add-generic-password -U -s crossdocket -a ${quoted(place)} -w ${quoted(words)}\n`,
    ],
    find: (place) => ["find-generic-password", "-s", "crossdocket", "-a", place, "-w"],
  },
  other: {
    program: "secret-tool",
    store: (place, words) => [
      ["store", "--label=Crossdocket key passphrase", "application", "crossdocket", "folder", place],
      words,
    ],
    find: (place) => ["lookup", "application", "crossdocket", "folder", place],
  },
};

const chain = () => chains[process.platform === "darwin" ? "darwin" : "other"];
const quoted = (text) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
const run = (args, input) => spawnSync(chain().program, args, { input, encoding: "utf8", timeout: 20_000 });

/** The passphrase of the key of this data folder; undefined where there is no keychain, or it does not know it. */
export function fromKeychain(dataDir) {
  const { error, status, stdout } = run(chain().find(resolve(dataDir)));
  const words = stdout?.trim();
  return error || status !== 0 || !words ? undefined : words;
}

/** @throws Trouble when the keychain does not give back what it was given */
export async function keepInKeychain(dataDir, words) {
  const [args, input] = chain().store(resolve(dataDir), words);
  run(args, input);
  if (fromKeychain(dataDir) === words.trim()) return;
  throw new Trouble(
    `The keychain of this system (${chain().program}) did not keep the passphrase.`,
    "unlock it by signing in on the desktop, or use KEK_PASSPHRASE_FILE on another medium.",
  );
}
