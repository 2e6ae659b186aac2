import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const fileOf = (dataDir) => join(dataDir, "run.json");

/** The Crossdocket that runs on this data folder, if one does: `{ pid, origin }`. */
export function whoRuns(dataDir) {
  try {
    const found = JSON.parse(readFileSync(fileOf(dataDir), "utf8"));
    return isLauncher(found.pid) && found.pid !== process.pid ? found : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Claims the data folder for this process. Returns the process that already has it, or nothing; in shared mode nobody
 * claims it.
 */
export function takeRun(dataDir, { alone }) {
  mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const other = alone ? whoRuns(dataDir) : undefined;
  if (other) return other;
  rmSync(fileOf(dataDir), { force: true });
  try {
    writeFileSync(fileOf(dataDir), JSON.stringify({ pid: process.pid }), { flag: "wx", mode: 0o600 });
    return undefined;
  } catch {
    return alone ? (whoRuns(dataDir) ?? { pid: 0 }) : undefined;
  }
}

export const noteOrigin = (dataDir, origin) =>
  writeFileSync(fileOf(dataDir), JSON.stringify({ pid: process.pid, origin }), { mode: 0o600 });

export function leaveRun(dataDir) {
  if (!whoRuns(dataDir)) rmSync(fileOf(dataDir), { force: true });
}

/** Alive, and still ours: after a restart the number may belong to another program. */
function isLauncher(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("start.mjs");
  } catch {
    return false;
  }
}
