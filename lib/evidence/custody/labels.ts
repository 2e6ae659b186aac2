import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { CustodyAction, CustodyByHand, CustodyDetails } from "./types";

export const custodyLabels: Record<CustodyAction, string> = labelTable(() => ({
  collected: t("Collected"),
  received: t("Received"),
  hashed: t("Hash checked"),
  viewed: t("Viewed"),
  copied: t("Copied"),
  exported: t("Put in a packet"),
  transferred: t("Handed over"),
  redacted: t("Masked"),
  sealed: t("Sealed"),
  returned: t("Returned"),
  destroyed: t("Destroyed"),
}));

/** The choices for an event outside the product. */
export const byHandLabels: Record<CustodyByHand, string> = labelTable(() => ({
  collected: t("Collected from where it was"),
  received: t("Received back"),
  viewed: t("Viewed outside Crossdocket"),
  copied: t("Copied outside Crossdocket"),
  transferred: t("Handed over outside Crossdocket"),
  sealed: t("Sealed, on a device or in a bag"),
  returned: t("Returned to whom it belongs"),
}));

/** The sentence in the ledger. What the person typed with it is encrypted. */
export const byHandSentences: Record<CustodyByHand, string> = labelTable(() => ({
  collected: t("Collected outside Crossdocket, written down by hand"),
  received: t("Received back outside Crossdocket, written down by hand"),
  viewed: t("Viewed outside Crossdocket, written down by hand"),
  copied: t("Copied outside Crossdocket, written down by hand"),
  transferred: t("Handed over outside Crossdocket, written down by hand"),
  sealed: t("Sealed outside Crossdocket, written down by hand"),
  returned: t("Returned outside Crossdocket, written down by hand"),
}));

/** The ledger text when the product checks the stored bytes. */
export const hashSentences = labelTable(() => ({
  same: t("Stored bytes read back: the hash is the same"),
  other: t("Stored bytes read back: they are not those that arrived"),
}));

/** In display order. */
export const detailLabels: Record<keyof CustodyDetails, string> = labelTable(() => ({
  from: t("From"),
  to: t("To"),
  purpose: t("Why"),
  basis: t("On the basis of"),
  place: t("Place"),
  medium: t("Medium"),
  sealNumber: t("Seal number"),
  signature: t("Signature"),
  remarks: t("Remarks"),
}));
