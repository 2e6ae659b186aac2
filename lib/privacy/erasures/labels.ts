import type { ErasureState, Ground } from "./types";

export const groundLabels: Record<Ground, string> = {
  kept_long_enough: "Kept as long as it was needed",
  client_asked: "The client asked for it",
  opened_in_error: "Opened in error",
  no_ground_left: "Nothing allows keeping it any more",
};

export const stateLabels: Record<ErasureState, string> = {
  waiting: "Waits for a second person",
  released: "Being erased",
  refused: "Refused",
  stopped: "Stopped, nothing was erased",
  erased: "Erased, files being removed",
  done: "Erased",
};

/** What a person must know before requesting it. */
export const warnings = [
  "It cannot be undone. Nobody can read the records again, also not from a copy of today.",
  "Files, numbers, dates, papers and packets of the case go. The log of who did what stays, without a word about the client.",
  "A packet that police have is theirs. It does not come back.",
  "Backups of before still hold copies of the keys. It is gone from there only when the last of them is removed: whoever runs the server should keep none for more than 35 days.",
] as const;
