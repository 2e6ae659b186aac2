import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";

export type Postmaster = { pid: number; port: number; socketFolder: string; ready: boolean };

/** What `postmaster.pid` says of a server that really is this cluster's and alive; undefined when none is. */
export function livePostmaster(cluster: string): Postmaster | undefined {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const [pid, , , port, socketFolder = "", , , status = ""] = readFileSync(file, "utf8").split("\n");
  const number = Number(pid);
  if (!Number.isInteger(number) || number <= 0 || !serves(number, cluster)) return undefined;
  return { pid: number, port: Number(port), socketFolder: socketFolder.trim(), ready: status.trim() === "ready" };
}

/**
 * Removes what a killed server left behind. Postgres clears most of it itself, but not if another program has got the
 * old process id, as after each restart of a container.
 */
export function clearStale(cluster: string, socketFolder: string): void {
  if (livePostmaster(cluster)) return;
  for (const path of [join(cluster, "postmaster.pid"), ...socketFiles(socketFolder)]) rmSync(path, { force: true });
}

const socketFiles = (folder: string): string[] =>
  folder === "" ? [] : [".s.PGSQL.5432", ".s.PGSQL.5432.lock"].map((name) => join(folder, name));

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** A server's working folder is its cluster: the proof that the process id was not given to another program since. */
function serves(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform === "linux") {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
    } catch (error) {
      // Root in a container may not look into the folders of another user's process, only at what it was started with.
      return (error as NodeJS.ErrnoException).code === "EACCES" && startedWith(pid).includes(cluster);
    }
  }
  if (process.platform === "win32") return true;
  return execFileSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" }).includes("postgres");
}

function startedWith(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  } catch {
    return [];
  }
}
