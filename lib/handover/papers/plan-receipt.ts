import type { DocumentPlan } from "@/lib/platform/pdf/blocks";
import { mono } from "@/lib/platform/pdf/rich-text";
import { planPaper } from "./plan-paper";
import {
  filesOf,
  officerWords,
  packetRows,
  rowsOf,
  signedBlocks,
  standingNote,
  standingRows,
  whenFirst,
} from "./rules";
import type { HandoverFacts, PaperFacts } from "./types";

/** The officer acknowledged receipt; the ledger ends with that line. What the officer wrote with it is not printed. */
export function planReceipt(facts: PaperFacts & HandoverFacts): DocumentPlan {
  const { organisation, officer, made } = facts;
  const how = facts.byLink ? `through the link sent by ${organisation}` : `in the portal of ${organisation}`;
  return planPaper(facts, {
    title: "Receipt",
    short: "receipt",
    blocks: [
      {
        b: "text",
        text: `${officer.rank} ${officer.name} acknowledged receipt of the packet below ${how}. Acknowledgement confirms receipt only; it is neither agreement with the contents nor a decision on the matter.`,
      },
      rowsOf([
        ...packetRows(facts),
        ["Received by", officerWords(facts)],
        ["Receipt acknowledged", whenFirst(facts, "acknowledged")],
        ["Handed over by", facts.deliveredBy],
        ["Handed over", whenFirst(facts, "delivered")],
        ["First opened", whenFirst(facts, "opened")],
        ["First downloaded", whenFirst(facts, "downloaded")],
        ...standingRows(facts),
      ]),
      ...standingNote(facts),
      ...filesOf(facts),
      {
        b: "note",
        text: [
          `Issued ${made}. Chain value of the acknowledgement in the handover ledger (SHA-256): `,
          mono(facts.events.at(-1)?.hash ?? "none"),
        ],
      },
      { b: "keep", blocks: signedBlocks(facts) },
    ],
  });
}
