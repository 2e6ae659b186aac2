import { certificateWords } from "@/lib/jurisdictions/common/certificate-words";
import type { PacketCertificate } from "@/lib/jurisdictions/packet-word-types";

/**
 * Draft certification of electronic records for a US court.
 * @param rule number of the law source on rule 902, @param perjury of that on the declaration
 */
export function certificate902(rule: string, perjury: string): PacketCertificate {
  return {
    key: "fre-902",
    title: "Certification under Federal Rules of Evidence 902(13) and 902(14)",
    blocks: [
      {
        is: "para",
        text: "I, {blank:62}, am employed or engaged as {blank:46} by {org} and I am qualified to make this certification by {blank:58}",
        sources: ["blank: certifier", rule],
      },
      {
        is: "para",
        text: "The records are {exhibits} of packet {packet}, listed with their SHA-256 values in Annex A.",
        sources: ["Annex A"],
      },
      { is: "captures", sources: ["custody ledger", rule] },
      { is: "rehashed", sources: ["custody ledger", rule] },
      { is: "para", text: certificateWords.accuracy, sources: ["blank: certifier", rule] },
      { is: "lines", count: 2 },
      { is: "para", text: certificateWords.perjury, sources: [perjury] },
      {
        is: "fields",
        rows: [
          ["Signature", "Name in full"],
          ["Executed at (place)", "Date"],
        ],
      },
      { is: "para", text: certificateWords.compare, sources: [perjury, rule] },
    ],
  };
}
