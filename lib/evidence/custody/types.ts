import type { Vault } from "@/lib/kernel/access/vault";

/** Every action that the custody ledger knows (domain 9). */
export const custodyActions = [
  "collected",
  "received",
  "hashed",
  "viewed",
  "copied",
  "exported",
  "transferred",
  "redacted",
  "sealed",
  "returned",
  "destroyed",
] as const;

export type CustodyAction = (typeof custodyActions)[number];

/**
 * What a person can write into the ledger: what happens outside the product, which it cannot see. Hashing, packets and
 * masked copies are written by what the product itself does. Nothing is ever destroyed by a line in a ledger.
 */
export const custodyByHand = [
  "collected",
  "received",
  "viewed",
  "copied",
  "transferred",
  "sealed",
  "returned",
] as const satisfies CustodyAction[];

export type CustodyByHand = (typeof custodyByHand)[number];

/** What a person says of a custody event (domain 9); each part may be missing. Sealed as one JSON. */
export type CustodyDetails = {
  from?: string;
  to?: string;
  purpose?: string;
  /** The consent, warrant or rule that it rests on. */
  basis?: string;
  place?: string;
  medium?: string;
  sealNumber?: string;
  signature?: string;
  remarks?: string;
};

/** One line of the custody ledger of an exhibit. Hashes: 64 lower-case hex characters. */
export type CustodyEventView = {
  id: string;
  /** From 1, without a gap. */
  seq: number;
  action: CustodyAction;
  at: Date;
  by: string;
  /** A sentence of ours; what a person typed before details were sealed. */
  purpose: string;
  /** In the order in which a page shows them; empty when nobody said anything. */
  details: readonly { name: string; value: string }[];
  sha256: string;
  /** The hash of what came out of it, such as a masked copy. */
  sha256After: string | null;
  /** Whether the stored bytes had this hash at that time; null when nobody looked. */
  verified: boolean | null;
  /** The hash of this line, and whether it was computed again and follows from the line before. */
  hash: string;
  holds: boolean;
};

/**
 * What is wrong with a ledger: `line` was changed, moved or put in; `cut`: lines at the end are missing; `empty`: none is
 * there. Null when all links hold.
 */
export type LedgerBreak = { kind: "line"; seq: number } | { kind: "cut"; last: number } | { kind: "empty" };

export type CustodyLedger = { events: CustodyEventView[]; holds: boolean; broken: LedgerBreak | null };

/** What one line of a ledger says. */
export type CustodyEvent = {
  action: CustodyAction;
  /** A fixed sentence of ours. What a person typed goes into `details`, which are sealed. */
  purpose: string;
  /** When it happened; now when left out. */
  at?: Date;
  /** Null when it was nobody of the organisation; the person who acts when left out. */
  by?: string | null;
  /** Domain 9: from, to, basis, place, medium and so on. Needs the vault of the case. */
  details?: CustodyDetails;
  vault?: Vault;
  /** The hash of what came out of it, and the derivative that it is. */
  sha256After?: string;
  derivativeId?: string;
  /** Whether the bytes still had their hash; left out when nobody looked. */
  verified?: boolean;
};
