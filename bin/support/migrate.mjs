import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { readWallState, readWalls } from "../../db/build-walls.ts";
import { ensureAppSecrets } from "../../db/embedded.ts";
import { readApplied, readSteps, standingOf } from "../../db/standing.ts";
import { tlsOf } from "../../lib/platform/network/tls-policy.ts";
import { serviceToken, setupLink } from "./database.mjs";
import { loadSettings } from "./environment.mjs";
import { dataFolder } from "./paths.mjs";
import { stage, Trouble } from "./say.mjs";
import { migrate } from "./server.mjs";

/**
 * `npm run migrate`: brings your own database up to date as its owner, and exits. The server then needs no address of
 * the owner, and an attacker who takes it over cannot change the database's access rules.
 */
export async function bringUpToDate() {
  loadSettings();
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = process.env;
  if (!appUrl || !ownerUrl)
    throw new Trouble(
      "DATABASE_URL and DATABASE_OWNER_URL are both needed.",
      'set them for this command. The embedded Postgres is brought up to date by "npm start".',
    );
  const dataDir = dataFolder(false);
  if (!process.env.SERVICE_TOKEN && !process.env.SERVICE_TOKEN_FILE) ensureAppSecrets(dataDir, ["service-token"]);
  const database = { appUrl, ownerUrl };
  await untilAnswers(() => askOnce(ownerUrl));
  await stage("Bringing the database up to date", () => migrate(database, serviceToken(dataDir)));
  await printSetupLink(ownerUrl, process.env.APP_ORIGIN || "http://localhost:3000");
  return 0;
}

const notYet = new Set(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EAI_AGAIN", "CONNECT_TIMEOUT", "57P03"]);

/** Containers start side by side, and a database that is new needs its time. Any other refusal is one. */
export async function untilAnswers(ask, { patience = 120_000, pause = 1_000 } = {}) {
  for (const end = performance.now() + patience; ; await sleep(pause)) {
    try {
      return await ask();
    } catch (error) {
      if (!notYet.has(error.code)) throw error;
      if (performance.now() > end)
        throw new Trouble(`The database does not answer (${error.code}).`, "start it, and check DATABASE_OWNER_URL.");
    }
  }
}

async function askOnce(url) {
  const sql = postgres(url, { ...tlsOf(url), max: 1, connect_timeout: 5, onnotice: () => {} });
  await sql`select 1`.finally(() => sql.end());
}

/** Only the owner can make the link by which the first account is made. */
export async function printSetupLink(ownerUrl, origin) {
  const link = await setupLink(ownerUrl, origin);
  if (link) console.log(`Nobody has an account yet. Open this within the hour, once: ${link}`);
}

/** Nothing serves a database of another release than the one that the owner brought it to. */
export async function requireMigrated(appUrl) {
  const sql = postgres(appUrl, { ...tlsOf(appUrl), max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    const standing = standingOf(await readApplied(sql));
    if (standing.state === "newer") return;
    if (standing.state !== "same") throw new Trouble(standingWords(standing), migrateFirst);
    const [{ role }] = await sql`select current_user as role`;
    const walls = await readWallState(sql, readWalls(role), role);
    if (walls !== "same") throw new Trouble(`The access rules of the database are ${wallWords[walls]}.`, migrateFirst);
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble(
      `The database cannot be read as the app (${error.code ?? error.message}).`,
      'fix DATABASE_URL, and run "npm run migrate" with DATABASE_OWNER_URL first.',
    );
  } finally {
    await sql.end();
  }
}

const wallWords = { other: "of another release", altered: "not as they were built" };

const standingWords = ({ state, done }) =>
  state === "older"
    ? `The database is older than this release: ${done} of ${readSteps().length} migrations are applied.`
    : "The migrations that were applied to the database are not those of this release.";

const migrateFirst = 'run "npm run migrate" with DATABASE_OWNER_URL first.';
