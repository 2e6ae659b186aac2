import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fstatSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Binaries } from "./binaries.ts";
import { type Identity, namedIdentity } from "./identity.ts";
import { type Place, prepareOutside } from "./place.ts";
import { clearStale, isAlive, livePostmaster, type Postmaster } from "./postmaster.ts";

const patience = 30_000;
const largestLog = 10 * 1024 * 1024;

/** A preloaded clock: the server must live on the same day as we do (`npm run test:days`). */
const shiftedClock = ["LD_PRELOAD", "TEST_CLOCK_SHIFT"].filter((name) => name in process.env);

/** Nothing else of our own environment reaches Postgres: a superuser could print it. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const system = process.platform === "win32" ? ["PATH", "SystemRoot", "TEMP"] : ["PATH"];
  const kept = [...system, ...shiftedClock];
  const pairs = kept.map((name) => [name, process.env[name] ?? ""] as const);
  return { ...Object.fromEntries(pairs), LC_ALL: "C" } as unknown as NodeJS.ProcessEnv;
}

/** Creates the cluster next to its final place and moves it there complete, so that a half-made one is never found. */
export function initialise(place: Place, binaries: Binaries, password: string, quick: boolean): void {
  if (existsSync(place.cluster)) return;
  prepareOutside(place);
  const maker = place.identity ? namedIdentity() : undefined;
  const draft = `${place.cluster}.new`;
  const passwordFile = `${place.cluster}.${randomBytes(6).toString("hex")}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  try {
    writeFileSync(passwordFile, password, { mode: 0o600, flag: "wx" });
    if (maker) for (const path of [draft, passwordFile]) chownSync(path, maker.uid, maker.gid);
    runInitdb(binaries.initdb, draft, passwordFile, maker, quick);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  if (place.identity) giveAll(draft, place.identity);
  renameSync(draft, place.cluster);
}

function runInitdb(program: string, folder: string, passwordFile: string, as: Identity | undefined, quick: boolean) {
  const shape = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  const access = ["--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  const rest = ["--data-checksums", "--no-instructions", ...(quick ? ["--no-sync"] : [])];
  const done = spawnSync(program, ["-D", folder, ...access, ...shape, ...rest], {
    ...as,
    cwd: "/",
    env: cleanEnvironment(),
    encoding: "utf8",
  });
  if (done.error) throw cannotRun(program, done.error);
  if (done.status !== 0) throw new Error(`Postgres could not make its folder ${folder}.\n${done.stderr}`);
}

/** Starts the cluster's server or adopts the one that an earlier run left, and waits until it takes connections. */
export async function startServer(place: Place, binaries: Binaries, quick: boolean) {
  const deadline = performance.now() + patience;
  for (;;) {
    const live = await readyPostmaster(place.cluster, deadline);
    if (live) return { ...live, adopted: true };
    clearStale(place.cluster, place.socketFolder);
    const started = await launch(place, binaries, quick, deadline);
    if (started) return { ...started, adopted: false };
    const message = logTail(place.log);
    if (performance.now() > deadline || !leftoversInTheWay(message)) throw new Error(didNotStart(place, message));
    await sleep(500);
  }
}

/** After kill -9 the server's own children hold its memory for a moment; nothing to do but wait for them. */
const leftoversInTheWay = (log: string): boolean => /lock file|still in use/i.test(log);

async function launch(place: Place, binaries: Binaries, quick: boolean, deadline: number) {
  prepareSocketFolder(place);
  const port = place.socketFolder === "" ? await freePort() : 5432;
  const log = openLog(place.log);
  const child = spawn(binaries.postgres, ["-D", place.cluster, ...settings(place, port, quick)], {
    ...place.identity,
    cwd: "/",
    env: cleanEnvironment(),
    stdio: ["ignore", log, log],
    detached: true,
    windowsHide: true,
  });
  closeSync(log);
  let ended: Error | boolean = false;
  child.once("error", (error) => {
    ended = cannotRun(binaries.postgres, error);
  });
  child.once("exit", () => {
    ended ||= true;
  });
  while (ended === false && performance.now() < deadline) {
    const live = livePostmaster(place.cluster);
    if (live?.ready && live.pid === child.pid) {
      child.unref();
      return live;
    }
    await sleep(20);
  }
  if ((ended as Error | boolean) instanceof Error) throw ended;
  return undefined;
}

async function readyPostmaster(cluster: string, deadline: number): Promise<Postmaster | undefined> {
  for (;;) {
    const live = livePostmaster(cluster);
    if (!live || live.ready) return live;
    if (performance.now() > deadline)
      throw new Error(`The Postgres with process id ${live.pid} does not become ready.`);
    await sleep(100);
  }
}

/**
 * Asks for a fast shutdown: sessions end, what was committed is kept; `quick` for one whose files are removed next: nothing
 * more is written. Returns once the server is gone.
 */
export async function stopServer(cluster: string, quick = false): Promise<void> {
  const live = livePostmaster(cluster);
  if (!live) return;
  process.kill(live.pid, quick ? "SIGQUIT" : "SIGINT");
  const deadline = performance.now() + patience;
  while (isAlive(live.pid) && livePostmaster(cluster)) {
    if (performance.now() > deadline) throw new Error(`Postgres (process id ${live.pid}) did not stop in 30 seconds.`);
    await sleep(50);
  }
}

function settings(place: Place, port: number, quick: boolean): string[] {
  const onSocket = place.socketFolder !== "";
  const pairs = {
    port,
    listen_addresses: onSocket ? "" : "127.0.0.1",
    unix_socket_directories: onSocket ? `"${place.socketFolder}"` : "",
    unix_socket_permissions: "0700",
    timezone: "UTC",
    log_timezone: "UTC",
    // A refused row's values and a failed statement's text may be about people: neither belongs in a log.
    log_error_verbosity: "terse",
    log_min_error_statement: "panic",
    ...(quick ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: 200 } : {}),
  };
  return Object.entries(pairs).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** The name is easy to guess, so a folder that another user put there first is refused. */
function prepareSocketFolder(place: Place): void {
  if (place.socketFolder === "") return;
  mkdirSync(place.socketFolder, { recursive: true, mode: 0o700 });
  const found = lstatSync(place.socketFolder);
  const ours = [process.getuid?.(), place.identity?.uid];
  if (!found.isDirectory() || !ours.includes(found.uid)) {
    throw new Error(
      `${place.socketFolder} was made by another user. Remove it, or set TMPDIR to a folder of your own.`,
    );
  }
  chmodSync(place.socketFolder, 0o700);
  if (place.identity) chownSync(place.socketFolder, place.identity.uid, place.identity.gid);
}

function openLog(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLog) renameSync(path, `${path}.1`);
  return openSync(path, "a", 0o600);
}

function logTail(path: string): string {
  if (!existsSync(path)) return "";
  const file = openSync(path, "r");
  try {
    const size = fstatSync(file).size;
    const tail = Buffer.alloc(Math.min(size, 2000));
    readSync(file, tail, 0, tail.length, size - tail.length);
    return tail.toString("utf8").split("\n").slice(-8).join("\n");
  } finally {
    closeSync(file);
  }
}

function giveAll(path: string, to: Identity): void {
  lchownSync(path, to.uid, to.gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) giveAll(join(path, name), to);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function cannotRun(program: string, cause: Error): Error {
  const advice = "Set DATABASE_URL and DATABASE_OWNER_URL to a Postgres of your own if this machine cannot run it.";
  return new Error(`${program} cannot be run here (${cause.message}). ${advice}`);
}

const didNotStart = (place: Place, message: string): string =>
  `Postgres did not start. The end of ${place.log}:\n${message}\nRun "npm run doctor" for more.`;
