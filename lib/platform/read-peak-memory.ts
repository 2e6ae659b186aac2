import { readFileSync } from "node:fs";

/**
 * The most memory that this process held so far, in MB of 1,048,576 bytes. On Linux the kernel's own mark of it: what a
 * process is told as its resource usage begins there with the memory of whoever started it.
 */
export function readPeakMemory(): number {
  return (markOfKernel() ?? process.resourceUsage().maxRSS) / 1024;
}

function markOfKernel(): number | undefined {
  if (process.platform !== "linux") return undefined;
  const mark = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
  return mark === undefined ? undefined : Number(mark);
}
