import "server-only";
import { join } from "node:path";
import { Worker } from "node:worker_threads";

type Answer = { right: boolean } | { error: Error };

let thread: Worker | undefined;

/**
 * Compares a password with an argon2id hash in a thread of low priority (Linux), which leaves the processor to whoever
 * is at work. One at a time: the caller waits for its turn. @throws what argon2 throws, or that the thread ended
 */
export function checkAside(stored: string, password: string): Promise<boolean> {
  thread ??= startThread();
  const asked = thread;
  return new Promise((resolve, reject) => {
    const end = (code: number) => reject(new Error(`The thread that checks passwords ended (${code}).`));
    asked.once("exit", end);
    asked.once("message", (answer: Answer) => {
      asked.off("exit", end);
      if ("error" in answer) reject(answer.error);
      else resolve(answer.right);
    });
    asked.postMessage({ stored, password });
  });
}

function startThread(): Worker {
  const script = join(/* turbopackIgnore: true */ process.cwd(), "lib/auth/passwords/check-in-thread.mjs");
  const started = new Worker(script);
  const forget = () => {
    if (thread === started) thread = undefined;
  };
  // The next check starts another.
  started.on("error", forget);
  started.once("exit", forget);
  // A server that stops does not wait for it.
  started.unref();
  return started;
}
