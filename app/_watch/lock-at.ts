import { after } from "./watch-rules";

const shelf = "crossdocket.lock";

/** When the page that was covered in this tab is to be locked; a cover that was opened by its address counts from now. */
export function lockAt(): number {
  const kept = Number(sessionStorage.getItem(shelf));
  return kept > 0 ? kept : Date.now() + after.lock - after.cover;
}

export const noteLockAt = (at: number): void => sessionStorage.setItem(shelf, String(at));
export const dropLockAt = (): void => sessionStorage.removeItem(shelf);
