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
