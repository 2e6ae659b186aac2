import { existsSync, lstatSync, readdirSync, statfsSync } from "node:fs";
import { dirname, join } from "node:path";
import { secretNames } from "../../db/embedded/secrets.ts";
import { inspectPostgres, urlsOf } from "../../db/embedded.ts";
import { isBuilt } from "./build.mjs";
import { serviceToken } from "./database.mjs";
import { loadSettings } from "./environment.mjs";
import { examineAdvisories } from "./examine-advisories.mjs";
import { examineAudit, examineCopies } from "./examine-audit.mjs";
import { examineBackups } from "./examine-backups.mjs";
import { examineDatabase, examineReplica } from "./examine-database.mjs";
import { examineKey } from "./examine-key.mjs";
import { examineLanguage } from "./examine-language.mjs";
import { examineQueue } from "./examine-queue.mjs";
import { examineSandbox } from "./examine-sandbox.mjs";
import { examineScanner } from "./examine-scanner.mjs";
import { examineSignatures } from "./examine-signatures.mjs";
import { examineSso } from "./examine-sso.mjs";
import { examineTelemetry } from "./examine-telemetry.mjs";
import { examineTime } from "./examine-time.mjs";
import { examineTransport } from "./examine-transport.mjs";
import { isSealed, sealedFile } from "./keks.mjs";
import { dataFolder, has, node24 } from "./paths.mjs";
import { whoRuns } from "./run-file.mjs";

const marks = { ok: "ok  ", warn: "warn", fail: "FAIL" };
const gigabyte = 1024 ** 3;

/** Prints one line for each finding. Returns 1 when something fails. */
export async function examine({ demo }) {
  loadSettings();
  const dataDir = dataFolder(demo);
  const findings = [
    ...(await programs()),
    ...place(dataDir),
    ...keys(dataDir, demo),
    ...mail(dataDir),
    ...files(dataDir),
    ...examineTime(),
    ...examineLanguage(process.env),
    ...examineCopies(process.env, dataDir),
    ...(await examineSso(process.env, dataDir)),
    ...examineTransport(process.env),
    ...(await examineTelemetry(process.env)),
    ...(await examineScanner()),
    ...(await examineSandbox()),
    ...(await database(dataDir)),
    ...(existsSync(dataDir) ? examineBackups(dataDir) : []),
    ...examineAdvisories(dataDir),
  ];
  for (const [state, what, advice] of findings) {
    console.log(`${marks[state]}  ${what}${advice ? `\n      -> ${advice}` : ""}`);
  }
  const failed = findings.filter(([state]) => state === "fail").length;
  console.log(failed === 0 ? "\nNothing is broken." : `\n${failed} to fix.`);
  return failed === 0 ? 0 : 1;
}

async function programs() {
  return [
    ["ok", `Node ${process.versions.node} runs Crossdocket (${node24})`],
    isBuilt()
      ? ["ok", "The production build is of these sources"]
      : ["warn", "There is no build of these sources", '"npm start" makes it'],
    ...(has("tests") ? await browser() : []),
  ];
}

/** An image has no tests, and needs no browser for them. */
async function browser() {
  const { findChromium } = await import("../../tests/support/chromium.mjs");
  const chromium = findChromium();
  if (chromium) return [["ok", `Chromium for the browser tests: ${chromium}`]];
  const advice = 'set CHROMIUM_PATH, or run "npx playwright install chromium"';
  return [["warn", "No Chromium for the browser tests", advice]];
}

function place(dataDir) {
  if (!existsSync(dataDir)) return [["warn", `No data yet at ${dataDir}`, '"npm start" makes it']];
  const running = whoRuns(dataDir);
  const free = statfsSync(dataDir);
  const gigabytes = ((free.bavail * free.bsize) / gigabyte).toFixed(1);
  return [
    ["ok", `Data: ${dataDir}`],
    running
      ? ["ok", `Crossdocket runs at ${running.origin} (process ${running.pid})`]
      : ["ok", "Crossdocket is not running here"],
    Number(gigabytes) > 2
      ? ["ok", `${gigabytes} GB free where the data lies`]
      : [
          "warn",
          `Only ${gigabytes} GB free where the data lies`,
          "make room: evidence is refused when the disk is full",
        ],
  ];
}

/** Where each key is and who can read it. The keys themselves are never shown. */
function keys(dataDir, demo) {
  const folder = join(dataDir, "secrets");
  const places = [keyPlace("KEK", folder, "kek"), keyPlace("AUTH_SECRET", folder, "auth-secret")];
  if (!existsSync(folder)) return places;
  return [
    ...places,
    ...examineKey(dataDir, { demo }),
    privacyOf(folder),
    ...readdirSync(folder).map((name) => privacyOf(join(folder, name))),
  ];
}

function keyPlace(variable, folder, file) {
  const what = variable === "KEK" ? "The key that wraps every case's key (KEK)" : "The key of session cookies";
  if (variable === "KEK" && isSealed(dirname(folder)))
    return ["ok", `${what} is sealed by a passphrase in ${sealedFile(dirname(folder))}`];
  if (process.env[variable]) return ["ok", `${what} comes from the environment variable ${variable}`];
  const path = process.env[`${variable}_FILE`] || join(folder, file);
  if (existsSync(path)) return ["ok", `${what} is in ${path}`];
  return [
    "warn",
    `${what} does not exist yet`,
    variable === "KEK" ? "the setup page of the first start asks for its passphrase" : `the first start makes ${path}`,
  ];
}

/** The address of the server contains a password, so only its presence is shown. */
function mail(dataDir) {
  const set = process.env.SMTP_URL || process.env.SMTP_URL_FILE || existsSync(join(dataDir, "secrets", "smtp-url"));
  if (!set) return [["warn", "No mail server is set: reminders are made but not sent", "set SMTP_URL and MAIL_FROM"]];
  if (!process.env.MAIL_FROM)
    return [["warn", "Mails have no address to come from", "set MAIL_FROM to an address of your own domain"]];
  return [["ok", `Mails go out by the server in SMTP_URL, from ${process.env.MAIL_FROM}`]];
}

/** Secrets supplied by the operator, in addition to those that the first start generates. */
const given = ["kek.sealed", "smtp-url", "s3-access-key-id", "s3-secret-access-key", "sso-client-secret"];

/** Where encrypted files are, and whether any is in the wrong place. */
function files(dataDir) {
  const folder = join(dataDir, "files");
  const bucket = process.env.S3_BUCKET;
  const found = ["ok", bucket ? `Sealed files are kept in the bucket ${bucket}` : `Sealed files are kept in ${folder}`];
  const plain = filesBelow(join(folder, "evidence")) + filesBelow(join(folder, "packets"));
  const left = bucket ? filesBelow(join(folder, "sealed")) : 0;
  const warnings = [
    [
      plain,
      `${plain} files of an earlier release still lie plain in ${folder}`,
      "the worker seals them after a start; one that stays is damaged or no record names it",
    ],
    [
      left,
      `${left} sealed files lie in ${join(folder, "sealed")}, where they are not looked for`,
      "copy what is in that folder into the bucket under the same keys",
    ],
  ];
  return [found, ...warnings.filter(([count]) => count > 0).map(([, what, advice]) => ["warn", what, advice])];
}

function filesBelow(folder) {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
}

function privacyOf(path) {
  const name = path.split(/[\\/]/).at(-1);
  const known = name === "secrets" || given.includes(name) || secretNames.includes(name);
  const found = lstatSync(path);
  if (process.platform === "win32") return ["ok", `${name}: protected by the folder's own permissions`];
  const mode = (found.mode & 0o777).toString(8);
  if ((found.mode & 0o077) !== 0)
    return [
      "fail",
      `${path} has mode ${mode}: others can read it`,
      `chmod ${found.isDirectory() ? 700 : 600} "${path}"`,
    ];
  if (found.uid !== process.getuid())
    return ["fail", `${path} belongs to another user`, "start as that user, or change its owner"];
  return known ? ["ok", `${name}: mode ${mode}`] : ["warn", `${name}: not one of ours`, `look what it is: ${path}`];
}

async function database(dataDir) {
  const given = process.env.DATABASE_URL;
  if (given) return inDatabase(dataDir, given, process.env.DATABASE_OWNER_URL);
  if (!existsSync(dataDir)) return [];
  const found = inspectPostgres(dataDir);
  if (!found.initialised) return [["warn", "The embedded Postgres is not made yet", '"npm start" makes it']];
  const where = ["ok", `The embedded Postgres lies in ${found.cluster}${owner(found)}`];
  const moved = found.cluster.startsWith(found.dataDir)
    ? []
    : [["warn", "That is outside the data folder, which its user cannot enter", "include it in your backups"]];
  if (!found.running)
    return [where, ...moved, ["ok", `It is not running; its log is ${found.log}`, '"npm start" starts it']];
  const { appUrl, ownerUrl } = urlsOf(dataDir);
  const up = [
    "ok",
    `It is running (process ${found.running.pid}), on ${found.socketFolder || `port ${found.running.port}`}`,
  ];
  return [where, ...moved, up, ...sameUser(found, dataDir), ...(await inDatabase(dataDir, appUrl, ownerUrl))];
}

/** Anchors and records of the log are signed with a key derived from the KEK, which the database must not reach. */
function sameUser({ identity }, dataDir) {
  const plain = existsSync(process.env.KEK_FILE || join(dataDir, "secrets", "kek"));
  if (identity || !plain || process.env.KEK || process.platform === "win32") return [];
  return [
    [
      "warn",
      "Postgres runs as the user who owns the KEK: a superuser of the database could read it and sign anchors",
      'start as root, which gives Postgres a user of its own, or seal the key with "npm run keys -- seal"',
    ],
  ];
}

async function inDatabase(dataDir, appUrl, ownerUrl) {
  const found = [
    ...(await examineDatabase(appUrl, ownerUrl)),
    ...(await examineReplica(process.env.DATABASE_REPLICA_URL)),
  ];
  return [...found, ...(await examineQueue(appUrl)), ...(await signatures(dataDir, appUrl))];
}

/** Nothing before the first start, which makes the worker's token. */
async function signatures(dataDir, appUrl) {
  try {
    const token = serviceToken(dataDir);
    return [...(await examineSignatures(appUrl, token)), ...(await examineAudit(appUrl, token, dataDir))];
  } catch {
    return [];
  }
}

const owner = ({ identity }) => (identity ? `, run by the user id ${identity.uid}, which owns nothing else` : "");
