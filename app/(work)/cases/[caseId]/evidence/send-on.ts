import type { Receipt, UploadProgress } from "@/lib/evidence/exhibits/types";
import { SendError } from "./send-file";

/** Retries without any progress before a person is asked; each waits longer than the one before, in milliseconds. */
const waits = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000, 60_000, 60_000, 60_000];

/** The parts that talk to the server and to the clock; tests put their own in. */
export type Line = {
  ask: (signal: AbortSignal) => Promise<UploadProgress>;
  put: (offset: number, signal: AbortSignal) => Promise<Receipt>;
  /** Ends after so many milliseconds, or at once when the line is back. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  onHeld: (bytes: number) => void;
  onWaiting: () => void;
};

/**
 * Sends a file to its end over a line that breaks: asks what is held, goes on from there, and waits with growing
 * pauses. `fresh`: it was announced just now, so nothing is held.
 * @throws SendError when it is refused, or after ten tries without headway; the signal's reason when aborted
 */
export async function sendOn(line: Line, fresh: boolean, signal: AbortSignal): Promise<Receipt> {
  let furthest = 0;
  let misses = 0;
  for (let first = fresh; ; first = false) {
    try {
      const { held, receipt } = first ? { held: 0, receipt: null } : await line.ask(signal);
      if (receipt) return receipt;
      if (held > furthest) misses = 0;
      furthest = Math.max(furthest, held);
      line.onHeld(held);
      return await line.put(held, signal);
    } catch (error) {
      signal.throwIfAborted();
      const pause = waits[misses];
      if (!mayPass(error) || pause === undefined) throw error;
      misses += 1;
      line.onWaiting();
      await line.wait(pause, signal);
      signal.throwIfAborted();
    }
  }
}

/** What another try can get over: no answer, a cut, another place, a server that is busy or starting. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof SendError)) return false;
  const { status } = error;
  return status === 0 || status === 400 || status === 408 || status === 409 || status === 429 || isPassing(status);
}

const isPassing = (status: number): boolean => status >= 500 && status !== 507;

/** Ends after `ms`, or when the browser says that the line is back; while there is none, waits for it. */
export function waitForLine(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, navigator.onLine ? ms : 10 * 60_000);
    function done() {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      signal.removeEventListener("abort", done);
      resolve();
    }
    window.addEventListener("online", done);
    signal.addEventListener("abort", done);
  });
}
