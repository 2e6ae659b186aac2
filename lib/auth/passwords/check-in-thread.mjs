import { setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { verifySync } from "@node-rs/argon2";

// Linux gives each thread a priority of its own; elsewhere this would slow down the whole server.
if (process.platform === "linux") setPriority(10);

parentPort?.on("message", ({ stored, password }) => {
  try {
    parentPort?.postMessage({ right: verifySync(stored, password) });
  } catch (error) {
    parentPort?.postMessage({ error });
  }
});
