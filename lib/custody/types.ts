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

/** What a person can write into the ledger; the rest is written by what the product itself does. */
export const custodyByHand = [
  "viewed",
  "copied",
  "transferred",
  "sealed",
  "returned",
] as const satisfies CustodyAction[];

/** One line of the custody ledger of an exhibit. `verified`: the stored bytes still had this hash at that time. */
export type CustodyEventView = {
  id: string;
  seq: number;
  action: CustodyAction;
  at: Date;
  by: string;
  purpose: string;
  sha256: string;
};

/** `holds`: every event carries the hash of the one before it, and none was changed since. */
export type CustodyLedger = { events: CustodyEventView[]; holds: boolean };

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
