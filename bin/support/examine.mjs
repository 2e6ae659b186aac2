import { existsSync } from "node:fs";
import { inspectPostgres, urlsOf } from "../../db/embedded.ts";
import { isBuilt } from "./build.mjs";
import { runNode } from "./children.mjs";
import { childEnvironment, loadSettings } from "./environment.mjs";
import { dataFolder, has, node24 } from "./paths.mjs";
import { whoRuns } from "./run-file.mjs";
import { runOf } from "./scripts.mjs";

/**
 * Prints what runs here, and the checks of "Is everything in order?". The page shows the same checks in the same words;
 * this needs no web server. Returns 1 when something is to fix.
 */
export async function examine({ demo }) {
  loadSettings();
  const dataDir = dataFolder(demo);
  console.log(`Node ${process.versions.node} (${node24})`);
  console.log(
    isBuilt() ? "The production build is of these sources" : 'No build of these sources: "npm start" makes it',
  );
  const running = whoRuns(dataDir);
  console.log(
    running ? `Crossdocket runs at ${running.origin} (process ${running.pid})` : "Crossdocket does not run here",
  );
  if (has("tests")) console.log(await browser());
  const settings = { NODE_ENV: "production", DATA_DIR: dataDir, DEMO: demo ? "1" : "0", LOG_LEVEL: "silent" };
  return runNode(runOf("print-checks"), { env: childEnvironment({ ...settings, ...database(dataDir) }) });
}

/** An image has no tests, and needs no browser for them. */
async function browser() {
  const { findChromium } = await import("../../tests/support/chromium.mjs");
  const chromium = findChromium();
  if (chromium) return `Chromium for the browser tests: ${chromium}`;
  return 'No Chromium for the browser tests: set CHROMIUM_PATH, or run "npx playwright install chromium"';
}

/** The address of the app's role, where a database is named or the embedded one runs. */
function database(dataDir) {
  if (process.env.DATABASE_URL) return { DATABASE_URL: process.env.DATABASE_URL };
  if (!existsSync(dataDir)) return {};
  const found = inspectPostgres(dataDir);
  if (!found.initialised) return {};
  const user = found.identity ? `, run by the user id ${found.identity.uid}, which owns nothing else` : "";
  console.log(`The embedded Postgres lies in ${found.cluster}${user}; its log is ${found.log}`);
  if (!found.cluster.startsWith(found.dataDir))
    console.log("  That is outside the data folder, which its user cannot enter: include it in your backups.");
  return found.running ? { DATABASE_URL: urlsOf(dataDir).appUrl } : {};
}
