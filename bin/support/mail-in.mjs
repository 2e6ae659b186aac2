import { spawn } from "node:child_process";
import { once } from "node:events";
import { inspectPostgres, urlsOf } from "../../db/embedded.ts";
import { childEnvironment, loadSettings } from "./environment.mjs";
import { isSealed } from "./keks.mjs";
import { dataFolder, node24, root } from "./paths.mjs";
import { runOf } from "./scripts.mjs";

const help = `npm run --silent mail:in [-- --to ADDRESS] < message

Takes in one mail from standard input, for the pipe of a mail server. Crossdocket must be running.
  --to ADDRESS  for whom the mail server says that the mail is
  --demo        the database of the demonstration

It ends with 0 when the mail is here, 65 when it is too large or its case takes no files, 67 when nobody knows to whom
it belongs, and 75 when it has to be tried again.`;

/** As in sysexits.h. Nothing is printed that could stand in a mail. */
const later = 75;

/** Hands standard input to the script, which reads it in the sandbox and stores it sealed: it lies nowhere in the clear. */
export async function mailIn(words) {
  if (words.includes("--help")) {
    console.log(help);
    return 0;
  }
  loadSettings();
  const demo = words.includes("--demo");
  const dataDir = dataFolder(demo);
  const database = process.env.DATABASE_URL ?? addressOf(dataDir);
  if (!database) return wait("The database does not run.");
  if (!process.env.KEK && isSealed(dataDir))
    return wait("The key is encrypted with a passphrase, which a mail server cannot type: use IMAP_URL.");
  const recipient = words.includes("--to") ? (words[words.indexOf("--to") + 1] ?? "") : "";
  const settings = { NODE_ENV: "production", DATA_DIR: dataDir, DATABASE_URL: database, LOG_LEVEL: "silent" };
  const env = childEnvironment({ ...settings, DEMO: demo ? "1" : "0" });
  const child = spawn(node24, [...runOf("take-mail"), recipient], { cwd: root, env, stdio: "inherit" });
  const [code] = await once(child, "exit");
  return code ?? later;
}

/** Of the embedded database, while it runs. */
function addressOf(dataDir) {
  return inspectPostgres(dataDir).running ? urlsOf(dataDir).appUrl : undefined;
}

function wait(why) {
  console.error(`${why} The mail was not taken in; try again later.`);
  return later;
}
