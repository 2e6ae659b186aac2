/** A connected browser extension, or a code that waits to be used. */
export type PairingView = {
  id: string;
  caseId: string;
  by: string;
  /** What the browser called itself; null while the code waits. */
  browser: string | null;
  /** Until when it works. */
  until: Date;
};
