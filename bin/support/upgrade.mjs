import postgres from "postgres";
import { readWallState, readWalls } from "../../db/build-walls.ts";
import {
  countKept,
  forgetRestorePoint,
  goBack,
  hasRestorePoint,
  makeRestorePoint,
  shorterThan,
} from "../../db/restore-point.ts";
import { readApplied, standingOf } from "../../db/standing.ts";
import { tlsOf } from "../../lib/platform/network/tls-policy.ts";
import { backUp } from "./back-up.mjs";
import { ensureBuilt } from "./build.mjs";
import { openDatabase, serviceToken } from "./database.mjs";
import { loadSettings } from "./environment.mjs";
import { dataFolder, isImage } from "./paths.mjs";
import { whoRuns } from "./run-file.mjs";
import { explain, stage, Trouble } from "./say.mjs";
import { checkLaw, migrate } from "./server.mjs";

/** Brings an installation to this release, and back to where it was when anything is not as it must be. */
export async function upgrade({ demo = false, back = false, forget = false }) {
  loadSettings();
  const dataDir = dataFolder(demo);
  requireStopped(dataDir);
  if (!isImage) await ensureBuilt();
  const database = await openDatabase(dataDir, { demo });
  try {
    const place = placeOf(database);
    if (forget) return await done(() => forgetRestorePoint(place), "What was kept of the time before is removed.");
    if (back) return await returnTo(place);
    return await goForward({ database, place, dataDir, demo });
  } finally {
    if (!database.adopted) await database.stop();
  }
}

/** Postgres copies no database that somebody is connected to, and nobody may work in one that is about to change. */
function requireStopped(dataDir) {
  const running = whoRuns(dataDir);
  if (!running) return;
  throw new Trouble(
    `Crossdocket runs at ${running.origin ?? "an address not known yet"} (process ${running.pid}).`,
    "stop it first: nobody can work while the database is brought to another release.",
  );
}

const placeOf = ({ superuserUrl, ownerUrl }) => ({
  adminUrl: superuserUrl ?? ownerUrl,
  // A socket has slashes of its own, and they are written as %2F: the name follows the last one.
  database: decodeURIComponent(/\/([^/?]+)(\?|$)/.exec(ownerUrl)?.[1] ?? ""),
});

async function goForward({ database, place, dataDir, demo }) {
  if (process.env.BACKUP_RECIPIENTS) await stage("Backing up", () => backUp({ demo }));
  else console.log("No backup is made: BACKUP_RECIPIENTS is not set. The database is kept as it is, on this server.");
  const before = await countKept(readAll(database));
  await stage("Keeping the database as it is", () => makeRestorePoint(place)).catch(explainRefusal);
  try {
    await stage("Bringing the database to this release", () => migrate(database, serviceToken(dataDir)));
    await stage("Checking it", () => check(database, before));
  } catch (error) {
    explain(error);
    await stage("Going back", () => goBack(place));
    console.log("The database is as it was before. Start the release that ran here before.");
    return 1;
  }
  console.log('\nThe upgrade is done: "npm start" runs this release.');
  console.log('"npm run upgrade -- --back" returns to the time before, without what was done since.');
  console.log('"npm run upgrade -- --forget" removes what is kept for that, when you are sure.');
  return 0;
}

/** What a person would lose, or could not do, if it did not hold. Any throw means going back. */
async function check(database, before) {
  await checkLaw("production");
  const shorter = shorterThan(before, await countKept(readAll(database)));
  if (shorter.length > 0)
    throw new Trouble(`Rows are missing in ${shorter.join(", ")}.`, "tell the developers; nothing was lost.");
  const sql = postgres(database.appUrl, { ...tlsOf(database.appUrl), max: 1, onnotice: () => {} });
  try {
    const { state } = standingOf(await readApplied(sql));
    const [{ role }] = await sql`select current_user as role`;
    const walls = await readWallState(sql, readWalls(role), role);
    if (state === "same" && walls === "same") return;
    throw new Trouble(
      `The database is not as this release makes it (${state}, ${walls}).`,
      "tell the developers; nothing was lost.",
    );
  } finally {
    await sql.end();
  }
}

/** Row-level security would hide rows from the owner as well: who counts reads everything. */
function readAll({ backupUrl }) {
  const url = backupUrl ?? process.env.DATABASE_BACKUP_URL;
  if (url) return url;
  throw new Trouble(
    "DATABASE_BACKUP_URL is not set: nobody could count whether every row is there afterwards.",
    "set it beside DATABASE_OWNER_URL; docs/OPERATIONS.md says how such a role is made.",
  );
}

async function returnTo(place) {
  if (!(await hasRestorePoint(place)))
    throw new Trouble(
      "Nothing was kept of the time before.",
      "restore the backup that was made before the upgrade; docs/OPERATIONS.md has the steps.",
    );
  await stage("Going back", () => goBack(place)).catch(explainRefusal);
  console.log("The database is as it was before the upgrade; what was done since is gone.");
  console.log("Start the release that ran here before. The log ends before its anchors if anything was done since:");
  console.log('docs/OPERATIONS.md, "When the log ends before its anchors".');
  return 0;
}

async function done(act, words) {
  await act();
  console.log(words);
  return 0;
}

function explainRefusal(error) {
  if (error.code === "55006")
    throw new Trouble("Somebody is connected to the database.", "stop every copy of Crossdocket, then try again.");
  if (error.code === "42501")
    throw new Trouble(
      "The owner of the database may not make another one beside it.",
      "let the database's administrator run: alter role <the owner> createdb",
    );
  throw error;
}
