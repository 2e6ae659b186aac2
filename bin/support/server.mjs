import { rmSync, writeFileSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { builtWorker, workerSource } from "./build.mjs";
import { runNode, startNode, stopChild } from "./children.mjs";
import { childEnvironment, keylessEnvironment } from "./environment.mjs";
import { inRoot } from "./paths.mjs";
import { Trouble } from "./say.mjs";
import { fromSource, runOf, scripts } from "./scripts.mjs";

const ownAddress = new URL("./own-address.mjs", import.meta.url).href;
const next = () => inRoot("node_modules/next/dist/bin/next");
// Bytes in passing are freed sooner, and it is not slower.
export const leanMemory = ["--max-semi-space-size=4"];
// A page leaves some megabytes behind; with a small young generation a fifth of the processor went into collecting it.
export const roomForPages = "--max-semi-space-size=64";
const banner = /^\s*(▲|- (Local|Network|Environments):|✓ (Starting|Ready|Running next\.config))/;

/** Brings the database to this version. The app's role is the one in its own address. */
export async function migrate({ ownerUrl, appUrl }, serviceToken) {
  const { migrate: run } = await import("../../db/migrate.ts");
  const { jobNames } = await import("../../lib/kernel/jobs/names.ts");
  const appRole = decodeURIComponent(/^\w+:\/\/([^:@/]+)/.exec(appUrl)?.[1] ?? "");
  try {
    await run({ ownerUrl, appRole, serviceToken, queues: jobNames });
  } catch (error) {
    throw new Trouble(`The migrations failed: ${error.message}`, "fix what it says; the database is as it was before.");
  }
}

/** Reads the law as whatever serves will read it: one file that cannot be used, and nothing starts. */
export async function checkLaw(mode) {
  const env = keylessEnvironment({ NODE_ENV: mode });
  const code = await runNode(
    mode === "production" ? runOf("read-at-start") : [...fromSource, inRoot(scripts["read-at-start"])],
    { env },
  );
  if (code !== 0)
    throw new Trouble("The law data cannot be used.", "fix the file that is named, or leave LAW_DIR out.");
}

/**
 * Loads the demonstration organisation, once: there is no setup token when an organisation exists already.
 * @param sayHowFar is told "3 of 12" as it goes
 */
export async function loadDemo(settings, ownerUrl, sayHowFar) {
  const { makeSetupToken } = await import("../../db/setup-token.ts");
  const token = await makeSetupToken(ownerUrl);
  if (!token) return;
  const file = join(settings.DATA_DIR, "secrets/demo-setup");
  writeFileSync(file, token, { mode: 0o600 });
  try {
    const code = await runNode([...fromSource, inRoot("lib/operations/demo/load.ts")], {
      env: childEnvironment(settings),
      output: (line) => (/^\d+ of \d+$/.test(line) ? sayHowFar(line) : console.log(line)),
    });
    if (code !== 0) throw new Trouble("The demonstration was not loaded.", "remove .data/demo and try again.");
    const { ageAccess } = await import("../../db/age-access.ts");
    await ageAccess(ownerUrl);
  } finally {
    rmSync(file, { force: true });
  }
}

/** The process that runs background jobs: compiled, except under `npm run dev`. Restarted if it ends by itself, with growing delays. */
export function startWorker(settings, mode) {
  const env = childEnvironment({ ...settings, NODE_ENV: mode });
  const program =
    mode === "production" ? ["--conditions=react-server", builtWorker()] : [...fromSource, workerSource()];
  let stopping = false;
  let pause = 1000;
  let child;
  const begin = () => {
    child = startNode([...leanMemory, ...program], { env });
    child.once("exit", (code) => {
      if (stopping) return;
      console.error(`The background worker ended (${code}). It starts again in ${pause / 1000} s.`);
      setTimeout(() => stopping || begin(), pause).unref();
      pause = Math.min(pause * 2, 30_000);
    });
  };
  begin();
  return {
    stop: () => {
      stopping = true;
      return stopChild(child);
    },
  };
}

/**
 * Starts Next and waits until it answers: as many processes as `countWebProcesses` says, on one port among which the system
 * shares the connections. `ended` resolves when one of them ends by itself.
 */
export async function startWeb(settings, { dev, port, host }) {
  const count = dev ? 1 : countWebProcesses(settings.WEB_PROCESSES ?? process.env.WEB_PROCESSES);
  const shared = { WEB_PROCESSES: String(count), NODE_ENV: dev ? "development" : "production" };
  const env = childEnvironment({ ...settings, ...shared });
  const output = dev ? undefined : (line) => line === "" || banner.test(line) || console.log(line);
  const own = (env.TRUSTED_HOPS || "0") === "0" ? ["--import", ownAddress] : [];
  const gate = dev ? [] : [roomForPages, "--import", new URL("./gate.mjs", import.meta.url).href];
  const program = [...own, ...gate, next(), dev ? "dev" : "start", "-H", host, "-p", String(port)];
  const children = Array.from({ length: count }, () => startNode(program, { env, output }));
  const ended = Promise.race(children.map((child) => new Promise((resolve) => child.once("exit", resolve))));
  const code = await Promise.race([answers(`http://${urlHost(host)}:${port}/api/health`), ended.then((c) => c ?? 1)]);
  if (code !== true) throw new Trouble(`The web server ended at once (${code}).`, "read its message above.");
  return { stop: () => Promise.all(children.map(stopChild)), ended };
}

/** What one process holds at its busiest, in bytes; a machine with less for each gets fewer. */
const roomOfProcess = 1.5 * 2 ** 30;

/**
 * One for each core, at most four, where the system shares one port among processes (Linux) and has the memory.
 * @param asked the setting WEB_PROCESSES; empty when left out
 */
export function countWebProcesses(asked, machine = readMachine()) {
  if (machine.platform !== "linux") return 1;
  if (asked) return Math.max(1, Math.min(32, Math.floor(Number(asked)) || 1));
  return Math.max(1, Math.min(4, machine.cores, Math.floor(machine.memory / roomOfProcess)));
}

const readMachine = () => ({ platform: process.platform, cores: availableParallelism(), memory: totalmem() });

const urlHost = (host) => (host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host);

/** Any answer is enough, except from a server that is still starting. */
async function answers(url) {
  for (let tries = 0; tries < 1200; tries += 1) {
    try {
      const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(60_000) });
      await response.body?.cancel();
      return true;
    } catch {
      await sleep(50);
    }
  }
  throw new Trouble("The web server does not answer.", "look at its messages above.");
}
