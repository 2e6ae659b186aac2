import type { CustodyAction, CustodyByHand, CustodyDetails } from "./types";

export const custodyLabels: Record<CustodyAction, string> = {
  collected: "Collected",
  received: "Received",
  hashed: "Hash checked",
  viewed: "Viewed",
  copied: "Copied",
  exported: "Put in a packet",
  transferred: "Handed over",
  redacted: "Masked",
  sealed: "Sealed",
  returned: "Returned",
  destroyed: "Destroyed",
};

/** The choices for an event outside the product. */
export const byHandLabels: Record<CustodyByHand, string> = {
  collected: "Collected from where it was",
  received: "Received back",
  viewed: "Viewed outside Crossdocket",
  copied: "Copied outside Crossdocket",
  transferred: "Handed over outside Crossdocket",
  sealed: "Sealed, on a device or in a bag",
  returned: "Returned to whom it belongs",
};

/** The sentence in the ledger. What the person typed with it is encrypted. */
export const byHandSentences: Record<CustodyByHand, string> = {
  collected: "Collected outside Crossdocket, written down by hand",
  received: "Received back outside Crossdocket, written down by hand",
  viewed: "Viewed outside Crossdocket, written down by hand",
  copied: "Copied outside Crossdocket, written down by hand",
  transferred: "Handed over outside Crossdocket, written down by hand",
  sealed: "Sealed outside Crossdocket, written down by hand",
  returned: "Returned outside Crossdocket, written down by hand",
};

/** The ledger text when the product checks the stored bytes. */
export const hashSentences = {
  same: "Stored bytes read back: the hash is the same",
  other: "Stored bytes read back: they are not those that arrived",
};

/** In display order. */
export const detailLabels: Record<keyof CustodyDetails, string> = {
  from: "From",
  to: "To",
  purpose: "Why",
  basis: "On the basis of",
  place: "Place",
  medium: "Medium",
  sealNumber: "Seal number",
  signature: "Signature",
  remarks: "Remarks",
};
