import type { IconName } from "./icon-names";

/** The sign of each outcome, the same for an officer and inside. */
export const outcomeIcons = {
  assigned: "user",
  sent_on: "send",
  refused: "ban",
  data_received: "inbox",
  closed: "archive",
} as const satisfies Record<string, IconName>;
