import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { ensureAppSecrets, inspectPostgres, startPostgres } from "../../db/embedded.ts";
import { newKek, ringText } from "../../lib/platform/crypto/key-ring-text.ts";
import { tlsOf } from "../../lib/platform/network/tls-policy.ts";
import { findKek } from "./keks.mjs";
import { explain, Trouble } from "./say.mjs";

const appSecrets = [
  ["auth-secret", ["AUTH_SECRET", "AUTH_SECRET_FILE"]],
  ["service-token", ["SERVICE_TOKEN", "SERVICE_TOKEN_FILE"]],
];

/**
 * The database named in the environment, otherwise the embedded one: `{ appUrl, ownerUrl, said, stop, key }`. First the
 * key is found, and an encrypted one opened: nothing starts without it. `firstRun`: there may be none yet.
 * `withoutOwner`: a process that only serves does not need the owner's address.
 */
export async function openDatabase(dataDir, { demo = false, firstRun = false, ...options } = {}) {
  const key = await findKek(dataDir, { demo });
  if (key === "undecided" && !firstRun) throw noKey(dataDir);
  ensureAppSecrets(
    dataDir,
    appSecrets.filter(([, names]) => !names.some((name) => process.env[name])).map(([secret]) => secret),
  );
  const { withoutOwner = false, ...rest } = options;
  const database = process.env.DATABASE_URL ? external(withoutOwner) : await embedded(dataDir, rest);
  return { ...database, key };
}

const noKey = (dataDir) =>
  new Trouble(
    `There is no key for what is kept: not at ${join(dataDir, "secrets/kek")}, and no setting names one.`,
    'put the saved copy back, or set KEK_FILE. Where nothing is kept yet, "npm start" makes the first one.',
  );

/**
 * The key of a first run: only in memory until the setup page encrypts it under a passphrase. It may be started again
 * before that, as nothing is encrypted yet.
 * @throws Trouble if there is already an organisation, whose key is lost, and if only the owner could tell
 */
export async function makeFirstKek({ ownerUrl }, dataDir) {
  if (!ownerUrl || !(await isSetupOpen(ownerUrl))) throw noKey(dataDir);
  process.env.KEK = ringText([newKek()]);
}

async function embedded(dataDir, options) {
  const started = await start(dataDir, options);
  const said = started.adopted ? "was still running, and was taken over" : "started";
  return { ...started, said: `Postgres ${started.version} ${said}` };
}

async function start(dataDir, options) {
  try {
    return await startPostgres({ dataDir, ...options });
  } catch (error) {
    throw new Trouble(error.message, 'follow the message; "npm run doctor" checks each part.');
  }
}

/** Starts the embedded Postgres again when it dies; the app's connections find it at the same address. */
export function watchDatabase(dataDir) {
  if (process.env.DATABASE_URL) return { stop: async () => {} };
  let busy;
  const look = () => {
    if (busy || inspectPostgres(dataDir).running) return;
    console.error("Postgres ended by itself and is started again.");
    busy = start(dataDir, {}).catch(explain);
    busy.finally(() => {
      busy = undefined;
    });
  };
  const timer = setInterval(look, 1000);
  return {
    stop: async () => {
      clearInterval(timer);
      await busy;
    },
  };
}

function external(withoutOwner) {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = process.env;
  if (!ownerUrl && !withoutOwner) {
    throw new Trouble(
      "DATABASE_URL is set, but DATABASE_OWNER_URL is not.",
      "set it to the address of the role that owns the database, for this command alone: what serves does without it.",
    );
  }
  return { appUrl, ownerUrl, said: "Using the Postgres of DATABASE_URL", stop: async () => {} };
}

/** The token by which the database knows the background worker: 32 bytes. */
export function serviceToken(dataDir) {
  const file = process.env.SERVICE_TOKEN_FILE || join(dataDir, "secrets/service-token");
  return Buffer.from(process.env.SERVICE_TOKEN || readFileSync(file, "utf8").trim(), "base64");
}

/** While no organisation exists: the address of the setup page, good once and for an hour. Otherwise nothing. */
export async function setupLink(ownerUrl, origin) {
  if (!(await isSetupOpen(ownerUrl))) return undefined;
  const token = randomBytes(32);
  const hash = createHash("sha256").update(token).digest();
  await asOwner(
    ownerUrl,
    (sql) => sql`insert into auth.setup_tokens (hash, expires_at) values (${hash}, now() + interval '1 hour')`,
  );
  return `${origin}/setup?token=${token.toString("base64url")}`;
}

async function isSetupOpen(ownerUrl) {
  const [row] = await asOwner(ownerUrl, (sql) => sql`select auth.setup_is_open() as open`);
  return row.open;
}

async function asOwner(ownerUrl, act) {
  const sql = postgres(ownerUrl, { ...tlsOf(ownerUrl), max: 1, onnotice: () => {} });
  try {
    return await act(sql);
  } finally {
    await sql.end();
  }
}
