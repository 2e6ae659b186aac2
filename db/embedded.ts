import { existsSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { findBinaries } from "./embedded/binaries.ts";
import { initialise, startServer, stopServer } from "./embedded/cluster.ts";
import { findPlace, type Place } from "./embedded/place.ts";
import { livePostmaster } from "./embedded/postmaster.ts";
import { ensureRoles } from "./embedded/roles.ts";
import { ensureSecrets, type SecretName } from "./embedded/secrets.ts";

export type EmbeddedPostgres = {
  /** For migrations: owns the database and everything in it. */
  ownerUrl: string;
  /** For the running app: owns nothing. */
  appUrl: string;
  superuserUrl: string;
  /** For backups: reads every row, writes none. */
  backupUrl: string;
  /** True when a server that was already running was taken over. */
  adopted: boolean;
  version: string;
  /** Stops the server, whoever started it. To leave it running, do not call this. */
  stop: () => Promise<void>;
};

type Options = {
  dataDir: string;
  database?: string;
  /** For tests and measurements: faster, and lost when the machine stops. */
  throwaway?: boolean;
};

const postgresSecrets = ["postgres-superuser", "postgres-owner", "postgres-app", "postgres-backup"] as const;

/**
 * Real Postgres under `dataDir`: made at the first call, started or adopted at each, with the roles
 * `crossdocket_owner` and `crossdocket_app` and the database. Works as root and as any user.
 */
export async function startPostgres(options: Options): Promise<EmbeddedPostgres> {
  const { database = "crossdocket", throwaway = false } = options;
  const place = findPlace(options.dataDir);
  const secrets = ensureSecrets(place.dataDir, postgresSecrets, existsSync(place.cluster));
  const binaries = findBinaries(place.identity);
  initialise(place, binaries, secrets["postgres-superuser"], throwaway);
  const server = await startServer(place, binaries, throwaway);
  const urls = urlsAt(server, secrets, database);
  const passwords = {
    owner: secrets["postgres-owner"],
    app: secrets["postgres-app"],
    backup: secrets["postgres-backup"],
  };
  const version = await ensureRoles(urls.superuserUrl, database, passwords);
  return {
    ...urls,
    adopted: server.adopted,
    version,
    stop: () => stopAndClean(place, throwaway),
  };
}

/** Makes the app's own secrets under `dataDir` unless the environment brings them. */
export function ensureAppSecrets(dataDir: string, names: readonly SecretName[]): void {
  const place = findPlace(dataDir);
  ensureSecrets(place.dataDir, names, existsSync(place.cluster));
}

/** Where the database is and whether it runs, without starting anything. */
export function inspectPostgres(dataDir: string) {
  const place = findPlace(dataDir);
  return { ...place, initialised: existsSync(place.cluster), running: livePostmaster(place.cluster) };
}

/** The addresses of a server that runs already. Throws when none does. */
export function urlsOf(dataDir: string, database = "crossdocket") {
  const place = findPlace(dataDir);
  const server = livePostmaster(place.cluster);
  if (!server) throw new Error(`No Postgres runs in ${place.cluster}.`);
  return urlsAt(server, ensureSecrets(place.dataDir, postgresSecrets, true), database);
}

type Server = { port: number; socketFolder: string };

function urlsAt(server: Server, secrets: Record<(typeof postgresSecrets)[number], string>, database: string) {
  const url = (user: string, password: string, name: string) =>
    `postgres://${user}:${password}@${hostOf(server)}/${name}`;
  return {
    superuserUrl: url("postgres", secrets["postgres-superuser"], "postgres"),
    ownerUrl: url("crossdocket_owner", secrets["postgres-owner"], database),
    appUrl: url("crossdocket_app", secrets["postgres-app"], database),
    backupUrl: url("crossdocket_backup", secrets["postgres-backup"], database),
  };
}

async function stopAndClean(place: Place, throwaway: boolean): Promise<void> {
  await stopServer(place.cluster, throwaway);
  if (throwaway) removeCluster(place);
  if (place.socketFolder !== "") rmSync(place.socketFolder, { recursive: true, force: true });
}

function removeCluster(place: Place): void {
  const parent = dirname(place.cluster);
  rmSync(parent === place.dataDir ? place.cluster : parent, { recursive: true, force: true });
}

const hostOf = (server: Server): string =>
  server.socketFolder === "" ? `127.0.0.1:${server.port}` : encodeURIComponent(server.socketFolder).replace("%2C", ",");
