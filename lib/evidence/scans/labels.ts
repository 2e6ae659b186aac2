import type { ScanProblem, ScanStanding } from "./types";

export const scanLabels: Record<ScanStanding, string> = {
  not_scanned: "Not scanned",
  pending: "Not scanned yet",
  clean: "Scanned: clean",
  virus: "Holds a known virus",
};

export const scanSentences: Record<ScanStanding, string> = {
  not_scanned: "No virus scanner is set up, so nobody has looked for one in this file.",
  pending: "The original goes nowhere until the virus scanner has looked at it.",
  clean: "The virus scanner knows nothing bad about this file. A new virus may not be on its list yet.",
  virus: "The original is kept as it was received and goes nowhere: not by download, and not in a packet.",
};

export const scanProblemSentences: Record<ScanProblem, string> = {
  unreachable: "The virus scanner cannot be reached.",
  no_answer: "The virus scanner does not answer.",
  closed_early: "The virus scanner ended the connection before it had answered.",
  garbled: "What answered is not a virus scanner.",
  too_large: "The file, or what is packed in it, is larger than the virus scanner takes.",
  locked: "A password locks what is packed in it, so the virus scanner cannot look inside.",
  scanner_error: "The virus scanner answers that it failed.",
};

/** Why an original is not handed out. */
export const heldMessages = {
  virus: "This file holds a known virus. A supervisor can let it out for a reason.",
  pending: "The virus scanner has not looked at this file yet. A supervisor can let it out for a reason.",
} as const;

/** As a packet prints it after "The file is not in the served part:". */
export const heldInPacket = {
  virus: "a virus scanner found a known virus in it",
  pending: "a virus scanner has not called it clean",
} as const;
