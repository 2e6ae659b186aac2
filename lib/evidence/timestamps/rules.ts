import { tokenProblems } from "@/lib/platform/tsa/problems";
import type { StampProblem, StampState, StampSummary } from "./types";

/** Minutes until an authority that gave no stamp is asked again, by number of attempts; hourly after these. */
const waits = [1, 5, 20];
const hourly = 60;
const daily = 24 * 60;

/** A response that failed verification: an early retry would bring the same. */
export function stateOf(problem: StampProblem): StampState {
  return (tokenProblems as readonly string[]).includes(problem) ? "refused" : "pending";
}

/** When a job retries by itself; null if that is left to the round, hours or a day later. */
export function askedAgainAt(state: StampState, tries: number, triedAt: Date): Date | null {
  const minutes = state === "pending" ? waits[tries - 1] : undefined;
  return minutes === undefined ? null : new Date(triedAt.getTime() + minutes * 60_000);
}

/** The earliest instant of the next attempt; null if there is a stamp, or no attempt yet. */
export function dueAt(row: { state: StampState; tries: number; lastTriedAt: Date | null }): Date | null {
  const { state, tries, lastTriedAt } = row;
  if (state === "held" || !lastTriedAt) return null;
  const minutes = state === "refused" ? daily : (waits[tries - 1] ?? hourly);
  return new Date(lastTriedAt.getTime() + minutes * 60_000);
}

/** True if an attempt is permitted now. */
export function isDue(row: { state: StampState; tries: number; lastTriedAt: Date | null }, now: Date): boolean {
  return row.state !== "held" && (dueAt(row)?.getTime() ?? 0) <= now.getTime();
}

/** The combined state of the stamps of one exhibit. */
export function summaryOf(states: readonly StampState[]): StampSummary {
  if (states.length === 0) return "none_set_up";
  if (states.every((state) => state === "held")) return "held";
  if (states.includes("held")) return "partly";
  return states.includes("pending") ? "pending" : "refused";
}

/** `E-01-time.example.tst`: no character that a file system or a shell would trip over. */
export function tokenFileName(label: string, authority: string): string {
  return `${label}-${authority.replace(/[^A-Za-z0-9.-]/g, "_")}.tst`;
}

/**
 * The command with which anybody can verify a token without Crossdocket. `-attime`: works even after a certificate has
 * expired.
 */
export function opensslLine(stamp: { file: string; sha256: string; genTime: Date }): string {
  const seconds = Math.floor(stamp.genTime.getTime() / 1000);
  return `openssl ts -verify -token_in -in ${stamp.file} -digest ${stamp.sha256} -CAfile roots.pem -attime ${seconds}`;
}
