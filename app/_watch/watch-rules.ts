/** Milliseconds without use. The session itself ends after 30 minutes by the database's clock. */
export const after = { cover: 10 * 60_000, lock: 30 * 60_000 } as const;

/** How often activity is reported to the server, so that somebody who types for half an hour is not signed out. */
export const tellEvery = 5 * 60_000;

/** How often the time since the last activity is checked. */
export const lookEvery = 10_000;

export type Watched = "open" | "covered" | "locked";

/** What becomes of a page after so long without use. What was covered stays so until it is locked. */
export function watchedAt(idle: number, before: Watched): Watched {
  if (before === "locked" || idle >= after.lock) return "locked";
  return before === "covered" || idle >= after.cover ? "covered" : "open";
}

/** Whole minutes that are left before the lock, one at least. */
export function minutesLeft(lockAt: number, now: number): number {
  return Math.max(1, Math.ceil((lockAt - now) / 60_000));
}

/** Shift pressed three times within a second and a half, with nothing between, leaves at once. */
export function leaves(presses: readonly number[]): boolean {
  const [third, , first] = presses.slice(-3).reverse();
  return third !== undefined && first !== undefined && third - first <= 1_500;
}
