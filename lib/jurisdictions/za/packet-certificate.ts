import { certificateWords } from "@/lib/jurisdictions/common/certificate-words";
import type { CertificateBlock, PacketCertificate } from "@/lib/jurisdictions/packet-word-types";

/**
 * Draft statement on electronic evidence for a South African court.
 * @param act number of the law source on the ECT Act, @param oathLaw of that on the oath
 * @param abroad what to know when it is signed outside South Africa
 */
export function certificateSection15(act: string, oathLaw: string, abroad: CertificateBlock[] = []): PacketCertificate {
  return {
    key: "ecta-15",
    title: "Statement of reliability, ECT Act 25 of 2002, section 15",
    blocks: [
      {
        is: "para",
        text: "I, {blank:60}, identity number {blank:30}, employed as {blank:42} at {org}, state under oath:",
        sources: ["blank: deponent"],
      },
      {
        is: "para",
        lead: "Generation, storage and communication.",
        text: `Files were captured or received as listed in section 8 and stored under seal with their hash. ${certificateWords.unchanged}{masked}`,
        sources: ["custody ledger", act],
      },
      {
        is: "para",
        lead: "Integrity.",
        text: `${certificateWords.chain} {counts}`,
        sources: ["custody ledger", act],
      },
      {
        is: "para",
        lead: "Identification of the originator.",
        text: certificateWords.originator,
        sources: ["section 6", act],
      },
      { is: "para", text: certificateWords.otherFactors, sources: ["blank: deponent", act] },
      { is: "lines", count: 2 },
      ...abroad,
      {
        is: "oath",
        lead: "Oath or affirmation.",
        text: "The deponent was asked: Do you know and understand the contents of this declaration? {blank:14} Do you have any objection to taking the prescribed oath? {blank:14} Do you consider the prescribed oath binding on your conscience? {blank:14}",
        sources: [oathLaw],
      },
      {
        is: "fields",
        rows: [
          ["Deponent, signature", "Place and date"],
          ["Commissioner of oaths, signature", "Full names"],
          ["Designation and force number", "Business address"],
        ],
      },
      { is: "stamp", label: "Stamp of the commissioner" },
    ],
  };
}
