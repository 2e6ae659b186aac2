import type { ScanProblem, ScanStanding, ScanState } from "./types";

/** The number of minutes for which the supervisor who released an original may download it. */
export const letOutMinutes = 15;

/**
 * Minutes until a scanner that gave no verdict is asked again, by number of attempts; after these the round takes over.
 */
const waits = [1, 5, 20];

/** Problems that persist until somebody changes the scanner's settings. */
export const lastingProblems: readonly ScanProblem[] = ["too_large", "locked"];

/** A verdict remains valid if the scanner is removed; without either, the file is not scanned. */
export function standingOf(state: ScanState | undefined, setUp: boolean): ScanStanding {
  if (state === "clean" || state === "virus") return state;
  return setUp ? "pending" : "not_scanned";
}

/** Only "clean" leaves, where there is a scanner to say so; a known virus leaves nowhere. */
export const isHeld = (standing: ScanStanding): boolean => standing === "virus" || standing === "pending";

/** When the job retries by itself; null if that is left to the round. */
export function askedAgainAt(problem: ScanProblem, tries: number, triedAt: Date): Date | null {
  const minutes = lastingProblems.includes(problem) ? undefined : waits[tries - 1];
  return minutes === undefined ? null : new Date(triedAt.getTime() + minutes * 60_000);
}

/** Until when the person who released it may download it; null if that is past or never happened. */
export function letOutUntil(letOutAt: Date | null, now: Date): Date | null {
  if (!letOutAt) return null;
  const until = new Date(letOutAt.getTime() + letOutMinutes * 60_000);
  return now < until ? until : null;
}

/** The signature number behind a verdict, from `ClamAV 1.4.3/27800/Wed Nov 25 2026`; null if there is none. */
export function listNumber(engine: string | null): number | null {
  const found = /^[^/]+\/(\d{1,9})(?:\/|$)/.exec(engine ?? "");
  return found ? Number(found[1]) : null;
}

/** True if a verdict came from older signatures than the current ones; false if either has no number. */
export function isOlderList(engine: string | null, present: string): boolean {
  const then = listNumber(engine);
  const now = listNumber(present);
  return then !== null && now !== null && then < now;
}

/** The name of a released original: no system opens it on a double click. */
export const quarantinedName = (name: string): string => `${name}.quarantined`;
