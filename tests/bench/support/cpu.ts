import { readdirSync, readFileSync } from "node:fs";

/** Seconds of a processor that a process and all that it started have used, by /proc: whatever else the machine does. */
export function cpuSeconds(top: number): number {
  const parents = new Map(
    readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [name, statOf(name)]),
  );
  const found = [String(top)];
  for (const pid of found) for (const [child, stat] of parents) if (stat?.parent === pid) found.push(child);
  return found.reduce((sum, pid) => sum + (parents.get(pid)?.ticks ?? 0), 0) / 100;
}

/** Own time and that of children that have ended; null for a process that is gone. */
function statOf(pid: string): { parent: string; ticks: number } | null {
  try {
    const [, after = ""] = readFileSync(`/proc/${pid}/stat`, "utf8").split(/\) (?=\w )/);
    const parts = after.split(" ");
    const ticks = parts.slice(11, 15).reduce((sum, part) => sum + Number(part), 0);
    return { parent: parts[1] ?? "", ticks };
  } catch {
    return null;
  }
}
