/** What a try at the door came to. `open`: the code was right. */
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

/** What the door shows without a try: the packet, the question for the code, or why it is closed. */
export type LinkView = "open" | "ask" | Exclude<LinkOutcome, "open" | "unknown" | "wrong" | "locked" | "elsewhere">;
