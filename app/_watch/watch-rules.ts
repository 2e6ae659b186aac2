/** Milliseconds without use. The session itself ends after 30 minutes by the database's clock. */
export const after = { cover: 10 * 60_000, warn: 25 * 60_000, lock: 30 * 60_000 } as const;

/** How often use is told to the server, so that somebody who types for half an hour is not signed out. */
export const tellEvery = 5 * 60_000;

export type Watched = "open" | "covered" | "warned" | "locked";

/** What the screen shows after so long without use. What was covered by hand stays so until it is locked. */
export function watchedAt(idle: number, before: Watched): Watched {
  if (before === "locked" || idle >= after.lock) return "locked";
  if (idle >= after.warn) return "warned";
  if (before === "covered" || idle >= after.cover) return "covered";
  return "open";
}

/** Whole minutes that are left before the lock, one at least. */
export function minutesLeft(idle: number): number {
  return Math.max(1, Math.ceil((after.lock - idle) / 60_000));
}

/** Shift pressed three times within a second and a half, with nothing between, leaves at once. */
export function leaves(presses: readonly number[]): boolean {
  const [third, , first] = presses.slice(-3).reverse();
  return third !== undefined && first !== undefined && third - first <= 1_500;
}
