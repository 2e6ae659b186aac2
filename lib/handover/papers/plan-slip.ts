import type { Block, DocumentPlan } from "@/lib/platform/pdf/blocks";
import { check, mono, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import { qrCode } from "@/lib/platform/qr";
import { planPaper } from "./plan-paper";
import { packetRows, rowsOf, signedBlocks } from "./rules";
import type { PaperFacts } from "./types";

export type SlipFacts = {
  files: readonly { label: string; pages: number | null }[];
  /** E-mail and phone of the organisation, if known. */
  desk: readonly string[];
  /** The URL where the packet can be verified, with its number and check word. */
  verify: string;
};

/** The receipt slip: what is handed over, blanks for the recipient, and a QR code of the verification URL. */
export function planSlip(facts: PaperFacts & SlipFacts): DocumentPlan {
  const qr = qrCode(facts.verify);
  return planPaper(facts, {
    title: "Receipt for a packet handed over on paper",
    short: "receipt slip",
    blocks: [
      { b: "note", text: "Blank form. It is a receipt only once the recipient has completed and signed it." },
      rowsOf([...packetRows(facts), ["SHA-256 of the packet", facts.sha256 ? [mono(facts.sha256)] : "Not recorded"]]),
      {
        b: "table",
        columns: [
          { mm: 120, head: "Handed over (tick each)" },
          { mm: 50, head: "Pages" },
        ],
        rows: facts.files.map((part) => ({ cells: [[check(part.label)], part.pages ? String(part.pages) : ""] })),
      },
      { b: "h3", title: "Received by" },
      {
        b: "fields",
        rows: [
          [{ label: "Name" }, { label: "Rank" }],
          [{ label: "Force or staff number" }, { label: "Station or office" }],
          [{ label: "Date and time" }, { label: "Signature" }],
          [{ label: "Handed over by (name)" }, { label: "Signature" }],
        ],
      },
      { b: "note", text: `Return a signed copy to ${[facts.organisation, ...facts.desk].join(", ")}.` },
      ...(qr ? [codeBlock(qr, facts)] : []),
      ...signedBlocks(facts),
    ],
  });
}

function codeBlock(rows: readonly (readonly boolean[])[], { verify }: SlipFacts): Block {
  const [address = "", printed = ""] = verify.split("#");
  const [number = "", word = ""] = printed.split("/");
  const text: Rich = [
    strong("Verify this packet. "),
    `Open ${address} and enter ${number} and the check word ${word}: the page shows the SHA-256 of each approved version and whether it was withdrawn or superseded. The QR code holds that address, number and word only.`,
  ];
  return { b: "code", rows, mm: 26, text };
}
