import type { CustodyAction } from "./types";

export const custodyLabels: Record<CustodyAction, string> = {
  collected: "Collected",
  received: "Received",
  hashed: "Hash checked",
  viewed: "Viewed",
  copied: "Copied",
  exported: "Put in a packet",
  transferred: "Handed over",
  redacted: "Masked copy made",
  sealed: "Sealed",
  returned: "Returned",
  destroyed: "Destroyed",
};
