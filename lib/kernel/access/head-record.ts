import { t } from "@/lib/platform/language/translate";
import "server-only";
import { appendFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { deriveKey, keyedToken } from "@/lib/platform/crypto/crypto";
import { describeError } from "@/lib/platform/describe-error";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import type { Appended } from "./appended";

/**
 * Called after each commit that appended; lib/kernel/anchors then writes an anchor before too many entries are without
 * one.
 */
type Listener = (orgId: string, seq: number) => Promise<void>;

/** Bundles may contain this file more than once, so the listener is stored process-wide. */
const kept = globalThis as { crossdocketAppended?: Listener };

export function onAppended(listener: Listener): void {
  kept.crossdocketAppended = listener;
}

let key: Buffer | undefined;

/** An HMAC over the end of a log: somebody with write access to the database and our folders cannot forge one. */
export function headMark(orgId: string, seq: number, hash: string): string {
  key ??= deriveKey(env().KEK, "log-head");
  return keyedToken(key, `${orgId}|${seq}|${hash}`).toString("hex");
}

/** One file a day; on this machine's own disk, because each command adds a line. */
export const headRecordsFolder = (orgId: string): string => join(env().DATA_DIR, "log-heads", orgId);

/**
 * Called after a commit: records the end of the organisation's log outside the database. The commit stands even if the
 * line cannot be written; the entries then count as not recorded.
 */
export async function keepHead(orgId: string, now: Date, appended: Appended): Promise<void> {
  recordHead(orgId, now, appended);
  await kept.crossdocketAppended?.(orgId, appended.seq);
}

/** Writes the line, and nothing else. */
export function recordHead(orgId: string, now: Date, { seq, hash }: Appended): void {
  const text = hash.toString("hex");
  try {
    const path = join(headRecordsFolder(orgId), `${now.toISOString().slice(0, 10)}.txt`);
    addLine(path, `${seq} ${text} ${headMark(orgId, seq, text)}\n`);
  } catch (error) {
    log().error(describeError(error), t("the end of the log was not recorded outside the database"));
  }
}

/** A hundred bytes to the page cache take some microseconds; a thread of the pool would take longer to wake. */
function addLine(path: string, line: string): void {
  try {
    appendFileSync(path, line, { mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    appendFileSync(path, line, { mode: 0o600 });
  }
}
