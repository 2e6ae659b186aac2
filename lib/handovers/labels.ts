import type { HandoverEventName } from "./types";

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

/** Why a file stays closed to an officer for a while; the reason itself is of the case, and is not theirs to read. */
export const heldBack = "The organisation holds this packet back for now. Ask them about it.";
