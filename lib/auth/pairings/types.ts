/** What using a code came to. `ended`: by hand, or because its session, member or case is no longer there. */
export type PairingOutcome = "open" | "unknown" | "used" | "expired" | "ended";
