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
 * What a person can enter in the ledger: events outside the product, which it cannot observe. Hashing, packets and
 * masked copies are recorded by the product itself. A ledger entry never destroys anything.
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

/** The details of a custody event (domain 9); each may be missing. Encrypted as one JSON. */
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
  /** A fixed sentence; in older entries, from before details were encrypted, what a person typed. */
  purpose: string;
  /** In display order; empty if there are none. */
  details: readonly { name: string; value: string }[];
  sha256: string;
  /** The hash of the result, such as a masked copy. */
  sha256After: string | null;
  /** Whether the stored bytes had this hash at that time; null if not checked. */
  verified: boolean | null;
  /** The hash of this line, and whether it was recomputed and follows from the previous line. */
  hash: string;
  holds: boolean;
};

/**
 * The problem of a ledger: `line` was changed, moved or inserted; `cut`: lines at the end are missing; `empty`: there
 * are none. Null if all links are valid.
 */
export type LedgerBreak = { kind: "line"; seq: number } | { kind: "cut"; last: number } | { kind: "empty" };

export type CustodyLedger = { events: CustodyEventView[]; holds: boolean; broken: LedgerBreak | null };

/** The content of one ledger line. */
export type CustodyEvent = {
  action: CustodyAction;
  /** A fixed sentence of ours. What a person typed goes into `details`, which are encrypted. */
  purpose: string;
  /** When it happened; now when left out. */
  at?: Date;
  /** Null if it was nobody of the organisation; if omitted, the acting person. */
  by?: string | null;
  /** Domain 9: from, to, basis, place, medium and so on. Needs the vault of the case. */
  details?: CustodyDetails;
  vault?: Vault;
  /** The hash of the result, and the resulting derivative. */
  sha256After?: string;
  derivativeId?: string;
  /** Whether the bytes still had their hash; omitted if not checked. */
  verified?: boolean;
};
