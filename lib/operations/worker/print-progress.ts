import "server-only";
import type { Progress } from "@/lib/operations/backups/types";
import { formatBytes } from "@/lib/platform/text/format";

const words = { copying: "Copied", checking: "Checked", restoring: "Restored" } as const;

/** One line that counts up on a terminal; elsewhere a line every ten seconds. */
export function printProgress(): Progress {
  const terminal = process.stderr.isTTY;
  let last = Date.now();
  return (stage, bytes, total) => {
    const done = total !== null && bytes >= total;
    if (Date.now() - last < (terminal ? 200 : 10_000) && !(terminal && done)) return;
    last = Date.now();
    const share = total ? ` of ${formatBytes(total)} (${Math.floor((bytes / total) * 100)} %)` : "";
    process.stderr.write(
      `${terminal ? "\r\u001b[K" : ""}  ${words[stage]} ${formatBytes(bytes)}${share}${terminal && !done ? "" : "\n"}`,
    );
  };
}
