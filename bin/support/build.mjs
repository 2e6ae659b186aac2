import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keylessEnvironment } from "./environment.mjs";
import { inRoot, isImage, node24, root } from "./paths.mjs";
import { whoRuns } from "./run-file.mjs";
import { stage, Trouble, tail } from "./say.mjs";

const sources = [
  "app",
  "assets",
  "lib",
  "db",
  "public",
  "proxy.ts",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
  "bin/support/compile.mjs",
  "bin/support/scripts.mjs",
];

const folder = () => inRoot(process.env.CROSSDOCKET_DIST ?? ".next");
const stampFile = () => join(folder(), "crossdocket-build.json");

/** The background worker, which the same build compiles with the scripts of the command line. */
export const workerSource = () => inRoot("lib/operations/worker/worker.ts");
export const builtScript = (name) => join(folder(), "worker", `${name}.mjs`);
export const builtWorker = () => builtScript("worker");

/** Builds for production unless the last build was of exactly these sources. An image builds only while it is made. */
export async function ensureBuilt({ makingImage = false } = {}) {
  const hash = hashSources();
  if (builtFrom() === hash) return;
  if (isImage && !makingImage)
    throw new Trouble("There is no build of these sources.", 'run "node bin/build.mjs" while the image is made.');
  const busy = [inRoot(".data"), inRoot(".data/demo")].map(whoRuns).find(Boolean);
  if (busy) {
    throw new Trouble(
      `The sources changed, and a Crossdocket that uses the old build runs at ${busy.origin}.`,
      "stop that one first (Ctrl-C where it runs), then run the same command again.",
    );
  }
  await stage("Building (about a minute)", () => build(hash));
}

export const isBuilt = () => builtFrom() === hashSources();

async function build(hash) {
  rmSync(stampFile(), { force: true });
  rmSync(join(folder(), "worker"), { recursive: true, force: true });
  const env = keylessEnvironment({ NODE_ENV: "production" });
  const done = spawnSync(node24, [inRoot("node_modules/next/dist/bin/next"), "build"], {
    cwd: root,
    env,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (done.status !== 0) {
    const advice = 'fix what the build names, then run the same command again. "npm run verify" checks faster.';
    throw new Trouble(`next build failed:\n${tail(`${done.stdout}\n${done.stderr}`, 80)}`, advice);
  }
  const { compile } = await import("./compile.mjs");
  const { scripts } = await import("./scripts.mjs");
  await compile({ worker: "lib/operations/worker/worker.ts", ...scripts }, join(folder(), "worker"));
  writeFileSync(stampFile(), JSON.stringify({ hash }));
}

function builtFrom() {
  const made = [stampFile(), join(folder(), "BUILD_ID"), builtWorker()];
  if (!made.every((path) => existsSync(path))) return undefined;
  return JSON.parse(readFileSync(stampFile(), "utf8")).hash;
}

function hashSources() {
  const hash = createHash("sha256");
  for (const name of sources) addTo(hash, name);
  return hash.digest("hex");
}

function addTo(hash, name) {
  const path = inRoot(name);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return;
  if (found.isDirectory()) for (const child of readdirSync(path).sort()) addTo(hash, `${name}/${child}`);
  else hash.update(`${name}\0${found.size}\0`).update(readFileSync(path));
}
