/** What trying a PIN came to. `closed` is said only to whoever knows the PIN. */
export type PinOutcome = "open" | "wrong" | "closed" | "slow";
