import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { anyPort } from "../../bin/support/ports.mjs";
import { isTrial, type Measurement, quantile, round } from "./harness";

const rounds = 5;

/** From `node bin/start.mjs`, already built and with its data made, to the first 200: of health, and of the sign-in page. */
export async function bench(): Promise<Measurement[]> {
  // It plants nothing, and what it starts is the build.
  if (isTrial) return [];
  const folder = mkdtempSync(join(tmpdir(), "crossdocket-cold-"));
  chmodSync(folder, 0o711);
  const times = { health: [] as number[], page: [] as number[], floor: [] as number[] };
  try {
    await start(folder, "/api/health");
    for (let turn = 0; turn < rounds; turn += 1) {
      times.floor.push(await bareNode());
      times.health.push(await start(folder, "/api/health"));
      times.page.push(await start(folder, "/sign-in"));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const floor = quantile(times.floor, 0.5);
  return (["health", "page"] as const).map((what) => {
    const ours = quantile(times[what], 0.5);
    const name = what === "health" ? "cold start to /api/health" : "cold start to /sign-in";
    return {
      name,
      n: rounds,
      unit: "ms",
      ours: round(ours),
      floor: round(floor),
      ratio: round(ours / floor),
      note: "p50; floor: a bare Node server",
    };
  });
}

async function start(dataDir: string, path: string): Promise<number> {
  const port = await anyPort();
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), DATABASE_URL: "", DATABASE_OWNER_URL: "" };
  return timed(spawn(process.execPath, ["bin/start.mjs"], { env, stdio: "ignore" }), `http://127.0.0.1:${port}${path}`);
}

async function bareNode(): Promise<number> {
  const port = await anyPort();
  const script = `require("http").createServer((q, r) => r.end("ok")).listen(${port}, "127.0.0.1")`;
  return timed(spawn(process.execPath, ["-e", script], { stdio: "ignore" }), `http://127.0.0.1:${port}/`);
}

/** Milliseconds from now to the first 200, after which the process is stopped and waited for. */
async function timed(child: ChildProcess, url: string): Promise<number> {
  const began = performance.now();
  const gone = once(child, "exit");
  try {
    while (!(await answers(url))) {
      if (child.exitCode !== null) throw new Error(`The server ended (${child.exitCode}) before it answered ${url}.`);
      if (performance.now() - began > 120_000) throw new Error(`No 200 from ${url} in two minutes.`);
      await sleep(5);
    }
    return performance.now() - began;
  } finally {
    child.kill("SIGTERM");
    await gone;
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    (response) => response.status === 200,
    () => false,
  );
