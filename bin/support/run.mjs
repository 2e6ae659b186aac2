import { isServedSafely, isThisMachine } from "../../lib/platform/network/origin-policy.ts";
import { openWays } from "../../lib/platform/network/tls-policy.ts";
import { ensureBuilt } from "./build.mjs";
import { makeFirstKek, openDatabase, serviceToken, watchDatabase } from "./database.mjs";
import { loadSettings } from "./environment.mjs";
import { findKek, isBeside } from "./keks.mjs";
import { printSetupLink, requireMigrated } from "./migrate.mjs";
import { dataFolder, has } from "./paths.mjs";
import { choosePort } from "./ports.mjs";
import { leaveRun, noteOrigin, takeRun } from "./run-file.mjs";
import { explain, stage, Trouble } from "./say.mjs";
import { checkLaw, loadDemo, migrate, startWeb, startWorker } from "./server.mjs";

/** `npm start`, `npm run demo`, `npm run dev`: everything from built sources to a served address, until a signal. */
export async function run({ dev, demo }) {
  loadSettings();
  const dataDir = dataFolder(demo);
  const host = process.env.LISTEN_ADDRESS || "127.0.0.1";
  if (demo && !isThisMachine(host)) {
    throw new Trouble(
      "The demonstration signs anyone in with one click.",
      "leave LISTEN_ADDRESS out: it runs on this machine only.",
    );
  }
  if (demo && !has("lib/operations/demo/load.ts")) {
    throw new Trouble("This is an image, which has no demonstration.", 'run "npm run demo" in a clone of the sources.');
  }
  requireSafety();
  if (!dev) await ensureBuilt();
  // The embedded Postgres belongs to one launcher; a database and a bucket of one's own serve as many as one likes.
  const other = takeRun(dataDir, { alone: !process.env.DATABASE_URL });
  if (other) {
    console.log(`Crossdocket already runs at ${other.origin ?? "an address not known yet"} (process ${other.pid}).`);
    console.log("Open that address, or stop it with Ctrl-C where it runs.");
    return 0;
  }
  return serve({ dev, demo, dataDir, host });
}

function requireSafety() {
  const origin = process.env.APP_ORIGIN || "http://localhost";
  if (!URL.canParse(origin) || !isServedSafely({ APP_ORIGIN: origin })) {
    throw new Trouble(
      "Passwords would travel unprotected: APP_ORIGIN is neither https nor this machine's own name.",
      "put a proxy with TLS in front and give its https address in APP_ORIGIN; docs/OPERATIONS.md says how.",
    );
  }
  const [open] = openWays(process.env);
  if (!open) return;
  throw new Trouble(
    `What is kept would travel unprotected: ${open.setting} leads to ${open.host}, and ${open.why}.`,
    "fix the address, or name the host in PLAIN_HOSTS if nobody else is on the way to it.",
  );
}

async function serve({ dev, demo, dataDir, host }) {
  const running = [];
  const signal = untilSignal();
  try {
    const begun = begin({ dev, demo, dataDir, host, running });
    const web = await Promise.race([begun, signal.then(() => undefined)]);
    if (!web) await begun.catch(() => {});
    const reason = web ? await Promise.race([signal, web.ended.then(() => "ended")]) : "stopped";
    if (reason === "ended") throw new Trouble("The web server ended by itself.", "read its last message above.");
    return 0;
  } catch (error) {
    explain(error);
    return 1;
  } finally {
    await stopAll(running);
    leaveRun(dataDir);
  }
}

async function begin({ dev, demo, dataDir, host, running }) {
  await stage("Reading the law", () => checkLaw(dev ? "development" : "production"));
  const port = await choosePort();
  const origin = process.env.APP_ORIGIN || `http://localhost:${port}`;
  noteOrigin(dataDir, origin);
  // Before the first stage, whose line a question on the terminal would break.
  await findKek(dataDir, { demo });
  const options = { demo, firstRun: true, withoutOwner: true };
  const database = await stage("Opening the database", () => openDatabase(dataDir, options));
  running.push(database, watchDatabase(dataDir));
  console.log(`  ${database.said}.`);
  if (database.ownerUrl)
    await stage("Bringing the database up to date", () => migrate(database, serviceToken(dataDir)));
  else await requireMigrated(database.appUrl);
  const firstRun = database.key === "undecided";
  if (firstRun) await makeFirstKek(database, dataDir);
  const settings = {
    ...(firstRun ? { KEK_PLACE: "undecided" } : {}),
    DATABASE_URL: database.appUrl,
    DATA_DIR: dataDir,
    APP_ORIGIN: origin,
    NEXTAUTH_URL: origin,
    PORT: String(port),
    DEMO: demo ? "1" : "0",
    // The demo has no real files: where the system confines nothing, Node's permission model is enough.
    ...(demo ? { OPEN_FILES: process.env.OPEN_FILES || "node" } : {}),
  };
  if (demo) await stage("Loading the demonstration", (sayHowFar) => loadDemo(settings, database.ownerUrl, sayHowFar));
  running.push(startWorker(settings, dev ? "development" : "production"));
  const web = await stage("Starting the web server", () => startWeb(settings, { dev, port, host }));
  running.push(web);
  console.log(`\nCrossdocket is ready: ${origin}`);
  if (!demo && isBeside(dataDir)) console.log(besideWords);
  if (!demo && database.ownerUrl) await printSetupLink(database.ownerUrl, origin);
  console.log("Press Ctrl-C to stop it.\n");
  return web;
}

const besideWords =
  "The key lies beside the data, so whoever takes this disk reads everything, and no first client is taken in.\n" +
  'Stop this and run "npm run keys -- seal" for a passphrase; "npm run doctor" names the other ways.';

function untilSignal() {
  return new Promise((resolve) => {
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => resolve(name));
  });
}

/** The last started first, so that the database goes last. */
async function stopAll(running) {
  if (running.length === 0) return;
  await stage("Stopping", async () => {
    for (const part of running.reverse()) await part.stop().catch(explain);
  });
}
