/** What trying a code came to. `open`: it was right. */
export type LinkOutcome =
  | "open"
  | "unknown"
  | "waiting"
  | "wrong"
  | "locked"
  | "expired"
  | "revoked"
  | "elsewhere"
  | "uncovered"
  | "withdrawn"
  | "replaced"
  | "unconfirmed";

/** What a link shows before a code is tried: the packet, the code form, or why it is closed. */
export type LinkView = "open" | "ask" | Exclude<LinkOutcome, "open" | "unknown" | "wrong" | "locked" | "elsewhere">;
