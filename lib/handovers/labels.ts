import type { HandoverEventName, OfficerPart } from "./types";

export const eventLabels: Record<HandoverEventName, string> = {
  delivered: "Handed over",
  opened: "Opened",
  downloaded: "Downloaded",
  acknowledged: "Receipt acknowledged",
  numbered: "Number recorded",
};

/** The same as the officer reads it. */
export const ownEventLabels: Record<HandoverEventName, string> = {
  delivered: "Handed to you",
  opened: "Opened by you",
  downloaded: "Downloaded by you",
  acknowledged: "You acknowledged receipt",
  numbered: "You recorded a number",
};

/** What each file of a packet is, for an officer. */
export const partLabels: Record<OfficerPart, string> = {
  served: "The packet",
  annex: "Sealed annex",
  request: "Draft request to edit",
  manifest: "List of files and hashes",
  manifest_signature: "Signature of that list",
  case_uco: "The same for machines (CASE/UCO)",
  verifier: "Verifier to open in a browser",
  originals: "Original files that travel beside it",
};

/** Why the annex of a packet can no longer be read. */
export const annexClosed =
  "The sealed annex was given to you, and the client’s release for it has ended or was taken back. It is not given out any more. Ask the organisation if you still need it.";

/** Why a file stays closed to an officer for a while; the reason itself is of the case, and is not theirs to read. */
export const heldBack = "The organisation holds this packet back for now. Ask them about it.";
