import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import type { S3Settings } from "@/lib/platform/storage/s3-client";

/** A real program that speaks S3, in a process of its own, with one bucket. */
export type S3Server = { settings: S3Settings; stop: () => Promise<void> };

/** Debian's `moto_server`. A test that needs it asks `hasTool("moto_server")` first. */
export async function startS3Server(bucket = "evidence"): Promise<S3Server> {
  const port = await freePort();
  const child = spawn("moto_server", ["-H", "127.0.0.1", "-p", String(port)], { stdio: "ignore", detached: true });
  const endpoint = `http://127.0.0.1:${port}`;
  const settings = {
    bucket,
    endpoint,
    region: "us-east-1",
    pathStyle: true,
    accessKeyId: "test",
    secretAccessKey: "test",
  };
  await untilItAnswers(endpoint, child);
  await fetch(`${endpoint}/${bucket}`, { method: "PUT" });
  return { settings, stop: () => stop(child) };
}

async function untilItAnswers(endpoint: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error("moto_server ended at once: run it by hand to see why");
    const answered = await fetch(endpoint).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop(child);
  throw new Error("moto_server did not answer");
}

/** The program may be a wrapper that starts another, so its whole group is ended. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  process.kill(-child.pid, "SIGKILL");
  await ended;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
