/** How an enquiry comes in: as usual, listed apart because many came at once, or not now. */
export type Lane = "open" | "apart" | "slow";
