import { spawn } from "node:child_process";
import { inject } from "vitest";

export type Ran = { code: number | null; output: string; errorOutput: string };

/** A script of lib/operations/worker, as the command line starts it, on the database of this test. */
export function runScript(script: string, args: string[] = [], extra: Record<string, string> = {}): Promise<Ran> {
  const node = ["--conditions=react-server", "--import", "tsx", `lib/operations/worker/${script}.ts`, ...args];
  return runProgram(node, { ...process.env, ...inject("database").keys, ...extra });
}

/** Node with these words. */
export function runProgram(args: string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"], env });
  const ran: Ran = { code: null, output: "", errorOutput: "" };
  child.stdout.on("data", (chunk) => {
    ran.output += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    ran.errorOutput += String(chunk);
  });
  return new Promise((resolve) => child.once("close", (code) => resolve({ ...ran, code })));
}
