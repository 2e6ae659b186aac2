import type { IconName } from "./icon-names";

/** The sign of each line in the log of a handover, the same for the office and for the officer. */
export const handoverIcons = {
  delivered: "send",
  opened: "eye",
  downloaded: "download",
  acknowledged: "check",
  numbered: "hash",
  asked: "circle-help",
  answered: "message-square",
  outcome: "flag",
  refusal_seen: "eye",
} as const satisfies Record<string, IconName>;
