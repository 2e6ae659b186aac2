import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createReadStream, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { anyPort } from "../../../bin/support/ports.mjs";
import { roomForPages } from "../../../bin/support/server.mjs";

const next = "node_modules/next/dist/bin/next";

export type WebServer = {
  origin: string;
  peakMb: () => number;
  heldMb: () => number;
  resetPeak: () => void;
  stop: () => Promise<void>;
};

/** Builds a Next application; throws what the build said when it fails. */
export function buildNext(folder: string, env: Record<string, string> = {}): void {
  const done = spawnSync(process.execPath, [next, "build", folder], {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    encoding: "utf8",
  });
  if (done.status !== 0) throw new Error(`The build of ${folder} failed.\n${done.stdout}\n${done.stderr}`);
}

const gate = new URL("../../../bin/support/gate.mjs", import.meta.url).href;

/**
 * Starts a built Next application on a free port of this machine and waits for its first answer. It has the memory that
 * the product starts its web server with, ours and what it is compared with; ours has the gate of the product too.
 */
export async function startNext(folder: string, env: Record<string, string> = {}): Promise<WebServer> {
  const port = await anyPort();
  const origin = `http://localhost:${port}`;
  const before = folder === "." ? [roomForPages, "--import", gate] : [roomForPages];
  const child = spawn(process.execPath, [...before, next, "start", folder, "-H", "127.0.0.1", "-p", String(port)], {
    env: { ...process.env, APP_ORIGIN: origin, PORT: String(port), ...env },
    stdio: "ignore",
  });
  await firstAnswer(child, origin);
  return {
    origin,
    peakMb: () => Math.max(...familyOf(child.pid ?? 0).map((pid) => statusOf(pid, "VmHWM"))) / 1024,
    heldMb: () => Math.max(...familyOf(child.pid ?? 0).map(heldMb)),
    resetPeak: () => {
      for (const pid of familyOf(child.pid ?? 0)) writeFileSync(`/proc/${pid}/clear_refs`, "5");
    },
    stop: async () => {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}

/** Sends a file as the body of a PUT, streamed, and gives the answer's text. Throws on any status but 2xx. */
export async function putFile(url: string, path: string, size: number, headers: Record<string, string> = {}) {
  const sending = request(url, { method: "PUT", headers: { ...headers, "content-length": String(size) } });
  const answered = once(sending, "response");
  await Promise.all([pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), sending), answered]);
  const [response] = await answered;
  const message = await text(response);
  if (response.statusCode >= 300) throw new Error(`${url.split("/").at(-2)}: ${response.statusCode} ${message}`);
  return message;
}

async function firstAnswer(child: ChildProcess, origin: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) throw new Error(`The server ended (${child.exitCode}).`);
    const answered = await fetch(`${origin}/api/health`).then(
      (response) => response.status > 0,
      () => false,
    );
    if (answered) return;
    await sleep(100);
  }
  throw new Error("The server does not answer.");
}

/** Looks at a process and all that it starts until they end. @returns gives the most that one of them held, in MB */
export function watchPeak(pid: number): () => number {
  let most = 0;
  const look = () => {
    for (const value of familyOf(pid)) most = Math.max(most, peakOf(value));
  };
  const timer = setInterval(look, 20);
  return () => {
    clearInterval(timer);
    return most / 1024;
  };
}

function peakOf(pid: number): number {
  try {
    return statusOf(pid, "VmHWM");
  } catch {
    return 0;
  }
}

/** What a process holds in memory now. */
export const heldMb = (pid: number): number => statusOf(pid, "VmRSS") / 1024;

/** A process and all that it started, by /proc: Next serves from a child of its own. */
export function familyOf(top: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    try {
      parents.set(Number(name), statusOf(Number(name), "PPid"));
    } catch {
      // Gone between the listing and the look.
    }
  }
  const found = [top];
  for (const pid of found) for (const [child, parent] of parents) if (parent === pid) found.push(child);
  return found;
}

function statusOf(pid: number, field: string): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
}
