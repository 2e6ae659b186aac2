/**
 * When a file says that it was made. `wall`: `2026-04-12T10:15:30` on a clock whose zone is `offset` (`+02:00`), or not
 * known; only a day (`2026-04-12`) where no hour is said. `raw`: what stands in the file.
 */
export type ClaimedTime = { from: "inside" | "name"; wall: string; offset: string | null; raw: string };

/** Claims of a file about itself, never proof, and never what a person said. */
export type FileClaims = {
  time: ClaimedTime | null;
  /** A time is inside the file, and it is none: shown as it is. */
  oddTime: string | null;
  device: string | null;
  software: string | null;
  /** The place itself is shown only to who asks for it. */
  hasPlace: boolean;
};

/** Why a claimed time is shown and not offered. */
export type TimeDoubt = "no_hour" | "too_old" | "later";

/** The capture details that a file fills in, by the names of the form, and what the ledger says about it. */
export type TakenOver = { details: Record<string, string>; sentences: string[] };
