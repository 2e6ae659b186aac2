import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** The processes of this machine that listen on a port, by /proc: none where it is another machine's or another user's. */
export function listenersOf(port: number): number[] {
  const sockets = new Set(["/proc/net/tcp", "/proc/net/tcp6"].flatMap((file) => socketsIn(file, port)));
  if (sockets.size === 0) return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && openIn(name).some((socket) => sockets.has(socket)))
    .map(Number);
}

/** A line of it: number, own address, other address, state (0A: listens), and the socket's number as the tenth. */
function socketsIn(file: string, port: number): string[] {
  const ending = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  return readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([, own = "", , state]) => state === "0A" && own.endsWith(ending))
    .map((cells) => `socket:[${cells[9]}]`);
}

/** Nothing for a process that is gone or another user's. */
function openIn(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((name) => readlinkSync(`/proc/${pid}/fd/${name}`));
  } catch {
    return [];
  }
}
