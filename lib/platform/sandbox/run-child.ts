import "server-only";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as WebStream } from "node:stream/web";
import { type BrowserView, confinement, killConfined, NotConfined, spawnConfined, spawnDrawing } from "./confinement";
import { BadFrame, type Frame, readFrames } from "./frames";
import type { SandboxFile } from "./types";

/** Milliseconds until a child that was killed has closed what it wrote to. */
const GRACE_MS = 2_000;
const MAX_OUTPUT = 1024 * 1024 * 1024;
const SINK_GONE = new Set(["EPIPE", "ECONNRESET", "ECANCELED", "ERR_STREAM_PREMATURE_CLOSE", "ERR_STREAM_DESTROYED"]);

export type ChildRun = {
  script: string;
  argument: string;
  file: SandboxFile;
  timeoutMs: number;
  /** Milliseconds between two frames, not counting the time we spend on one. */
  silenceMs?: number;
  /** The script starts this browser, in the confinement for one. */
  browser?: BrowserView;
  onFrame: (frame: Frame) => Promise<void>;
};

/** How a child ended; what it managed to say went to `onFrame` before. One that says it is done has ended. */
export type ChildEnd = "ended" | "took_too_long" | "stopped";

/**
 * Feeds a file to a confined child and reads its frames until it ends or its time is over. The child's own fate is a
 * result, never an exception. @throws whatever opening or reading the file, or `onFrame`, throws; NotConfined.
 */
export async function runChild(run: ChildRun): Promise<ChildEnd> {
  const { script, argument, file, timeoutMs, silenceMs = timeoutMs, onFrame } = run;
  const { way } = await confinement();
  if (way === null) throw new NotConfined();
  const source = await file.open();
  const started = { script, argument, cpuSeconds: Math.ceil(timeoutMs / 1000) };
  const child = await (run.browser ? spawnDrawing(started, run.browser) : spawnConfined(started));
  const closed = once(child, "close").catch(() => [null, "ENOENT"]);
  let late = false;
  let spoke = false;
  let done = false;
  const end = () => {
    late = true;
    killConfined(child);
    // Does not wait for whatever still holds the other end: the slot goes to the next file.
    setTimeout(() => child.stdout?.destroy(), GRACE_MS).unref();
  };
  const timer = setTimeout(end, timeoutMs);
  let silence = setTimeout(end, timeoutMs);
  const heard = async (frame: Frame): Promise<boolean> => {
    clearTimeout(silence);
    spoke = true;
    done = isDone(frame);
    if (done) killConfined(child);
    else await onFrame(frame);
    silence = setTimeout(end, silenceMs);
    return done;
  };
  try {
    const [, readable] = await Promise.all([feed(source, child), listen(child, heard, () => late)]);
    const [code, signal] = await closed;
    if (done) return "ended";
    if (late || signal === "SIGXCPU" || code === 128 + constants.signals.SIGXCPU) return "took_too_long";
    if (code === 0 && readable) return "ended";
    // A child without output may never have started: then the machine changed, and the file is not to blame.
    if (!spoke && (await confinement({ again: true })).way !== way) throw new NotConfined();
    return "stopped";
  } finally {
    clearTimeout(timer);
    clearTimeout(silence);
    killConfined(child);
  }
}

const isDone = ({ head }: Frame): boolean => typeof head === "object" && head !== null && "done" in head;

/** A child that has seen enough closes its end: that is no fault. A file that cannot be read is. */
async function feed(source: ReadableStream<Uint8Array>, child: ChildProcess): Promise<void> {
  if (!child.stdin) return source.cancel();
  try {
    await pipeline(Readable.fromWeb(source as WebStream<Uint8Array>), child.stdin);
  } catch (error) {
    if (!SINK_GONE.has(codeOf(error))) {
      killConfined(child);
      throw error;
    }
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : "");

/** False when what the child wrote could not be understood. */
async function listen(
  child: ChildProcess,
  heard: (frame: Frame) => Promise<boolean>,
  isLate: () => boolean,
): Promise<boolean> {
  try {
    if (child.stdout) for await (const frame of readFrames(child.stdout, MAX_OUTPUT)) if (await heard(frame)) break;
    return true;
  } catch (error) {
    killConfined(child);
    if (error instanceof BadFrame || (isLate() && codeOf(error) === "ERR_STREAM_PREMATURE_CLOSE")) return false;
    throw error;
  }
}
