import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

export type Launched = { origin: string; setupLink: string | null; output: () => string; child: ChildProcess };

/** The product as `npm start` runs it, on settings of one's own; resolves when it is ready. */
export async function launch(
  port: number,
  settings: Record<string, string>,
  options: readonly string[] = [],
): Promise<Launched> {
  const env = {
    NODE_ENV: "production" as const,
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    TZ: "UTC",
    LOG_LEVEL: "warn",
    PORT: String(port),
    // Nobody sits at a terminal, and what is kept here is made up.
    KEK_BESIDE_DATA: "i-accept-the-risk",
  };
  const child = spawn(process.execPath, ["bin/start.mjs", ...options], {
    env: { ...env, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let message = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (message += chunk));
  for (let tries = 0; tries < 2_400 && !message.includes("Press Ctrl-C"); tries += 1) {
    if (child.exitCode !== null) throw new Error(`It ended at once: ${message}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  if (!message.includes("Press Ctrl-C")) throw new Error(`It is not ready after four minutes: ${message}`);
  const link = /once: (\S+)/.exec(message)?.[1] ?? null;
  return { origin: `http://localhost:${port}`, setupLink: link, output: () => message, child };
}

/** Asks it to end as systemd or a container does. Gives its exit code. */
export async function ended({ child }: Launched): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  const [code] = await gone;
  return code as number | null;
}
