import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { node24, root } from "./paths.mjs";

const lifeline = new URL("./lifeline.mjs", import.meta.url).href;
/** Longer than the worker takes to let go of its jobs (20 s), and than what is on the way to a browser needs. */
const patience = 30_000;

/** Starts a Node 24 process that ends when we do. `output` sees each line of its standard output. */
export function startNode(args, { env, output }) {
  const child = spawn(node24, ["--import", lifeline, ...args], {
    cwd: root,
    env: { ...env, CROSSDOCKET_LIFELINE: "1" },
    stdio: ["ignore", output ? "pipe" : "inherit", "inherit", "pipe"],
    // A separate process group: Ctrl-C in the terminal reaches only the launcher, which stops everything in order.
    detached: process.platform !== "win32",
  });
  if (output) createInterface({ input: child.stdout }).on("line", output);
  return child;
}

/** Runs a Node 24 script to its end; `output` as above. Returns its exit code. */
export async function runNode(args, { env, output }) {
  const child = startNode(args, { env, output });
  const [code] = await once(child, "exit");
  return code ?? 1;
}

/** Asks the process to end, and after half a minute makes it. */
export async function stopChild(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  const late = setTimeout(() => killGroup(child), patience);
  await gone;
  clearTimeout(late);
}

function killGroup(child) {
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}
