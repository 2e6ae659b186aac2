import type { ExhibitView } from "@/lib/evidence/exhibits/types";
import type { CertificateGap, CertificateNeed } from "./types";

export type CertifiedFacts = Pick<
  ExhibitView,
  "method" | "device" | "capturedAt" | "capturedZone" | "timeSource" | "hashCheckedAt" | "hashFailedAt"
>;

/**
 * What keeps an exhibit out of every certificate: method, device, time with its source, and a hash that was computed
 * again must be there, and the ledger must hold. Empty: a certificate may be drafted (domain 9; peers 3.12).
 */
export function certificateGaps(exhibit: CertifiedFacts, ledgerHolds: boolean): CertificateGap[] {
  const { method, device, capturedAt, capturedZone, timeSource, hashCheckedAt, hashFailedAt } = exhibit;
  const missing: [CertificateNeed, boolean][] = [
    ["method", method === "other"],
    ["device", !device],
    ["time", !capturedAt || !capturedZone],
    ["time_source", !timeSource || timeSource === "not_known"],
    ["hash", !hashCheckedAt && !hashFailedAt],
    ["hash_same", hashFailedAt !== null],
    ["ledger", !ledgerHolds],
  ];
  return missing.filter(([, gap]) => gap).map(([need]) => ({ need, at: placeOf(need) }));
}

function placeOf(need: CertificateNeed): CertificateGap["at"] {
  if (need === "time_source") return "clock";
  return need === "hash" || need === "hash_same" || need === "ledger" ? "custody" : "details";
}
