import type { ScanProblem, ScanStanding, ScanState } from "./types";

/** For so many minutes the supervisor who let an original out may download it. */
export const letOutMinutes = 15;

/**
 * Minutes until a scanner that gave no verdict is asked again, by number of attempts; after these the round takes over.
 */
const waits = [1, 5, 20];

/** Of these a scanner says the same again until somebody changes its settings. */
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

/** Until when the one who let it out may download it; null when that is past or was never. */
export function letOutUntil(letOutAt: Date | null, now: Date): Date | null {
  if (!letOutAt) return null;
  const until = new Date(letOutAt.getTime() + letOutMinutes * 60_000);
  return now < until ? until : null;
}

/** The number of the list of viruses behind a verdict, from `ClamAV 1.4.3/27800/Wed Nov 25 2026`; null when it says none. */
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

/** The name of an original that was let out: no system opens it by a double click. */
export const quarantinedName = (name: string): string => `${name}.quarantined`;
