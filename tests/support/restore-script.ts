import { spawn } from "node:child_process";
import { join } from "node:path";
import postgres from "postgres";
import { inject } from "vitest";
import { applySteps, readSteps } from "@/db/standing";
import type { Target } from "./backup-world";

/** The tables of this release, with nothing in front of them. */
export async function makeTables(ownerUrl: string): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await owner.begin((tx) => applySteps(tx, readSteps()));
  await owner.end();
}

/** One of the scripts, with files of at most `blocks` times 512 bytes. */
export function run(
  script: string,
  { ownerUrl, appUrl, files }: Target,
  args: string[],
  { blocks = 0, extra = {} } = {},
) {
  const node = [
    process.execPath,
    "--conditions=react-server",
    "--import",
    "tsx",
    `lib/operations/worker/${script}.ts`,
    ...args,
  ];
  const limit = blocks ? `ulimit -f ${blocks}; ` : "";
  const settings = { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, DATA_DIR: join(files, "../..") };
  const child = spawn("sh", ["-c", `${limit}exec "$@"`, "sh", ...node], {
    env: { ...process.env, ...inject("database").keys, ...settings, ...extra },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let message = "";
  child.stderr.on("data", (chunk) => {
    message += String(chunk);
  });
  const ended = new Promise<{ code: number | null; signal: string | null; said: string }>((resolve) =>
    child.once("close", (code, signal) => resolve({ code, signal, said: message })),
  );
  return { ended, kill: (signal: NodeJS.Signals) => child.kill(signal) };
}
