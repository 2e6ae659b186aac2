import { eventLabels } from "@/lib/handover/handovers/labels";
import type { HandoverEventName } from "@/lib/handover/handovers/types";
import type { Block, DocumentPlan } from "@/lib/platform/pdf/blocks";
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

/** The certificate of one handover: the ledger in order, and blanks for the person who attests. */
export function planCertificate(facts: PaperFacts & HandoverFacts): DocumentPlan {
  const { organisation, made } = facts;
  const how = facts.byLink ? "by a link and a code given by telephone" : "through its portal for officers";
  return planPaper(facts, {
    title: "Certificate of handover",
    short: "certificate of handover",
    blocks: [
      {
        b: "text",
        text: `${organisation} certifies from its records, as of ${made}, the handover of the packet below ${how}. Entries in the handover ledger are append-only.`,
      },
      rowsOf([
        ...packetRows(facts),
        ["Approved", facts.approved ?? "Not recorded"],
        ["Handed over by", facts.deliveredBy],
        ["Handed over to", officerWords(facts)],
        ["Handed over", whenFirst(facts, "delivered")],
        ["First opened", whenFirst(facts, "opened")],
        ["First downloaded", whenFirst(facts, "downloaded")],
        ["Receipt acknowledged", whenFirst(facts, "acknowledged")],
        ...standingRows(facts),
      ]),
      ...standingNote(facts),
      ...filesOf(facts),
      ...doneAndSigned(facts),
    ],
  });
}

/** The signature is never on a page without a line of what it certifies, unless the ledger is long. */
function doneAndSigned(facts: PaperFacts & HandoverFacts): Block[] {
  const { events } = facts;
  const done: Block[] = [
    { b: "h3", title: "Handover ledger, oldest entry first" },
    {
      b: "table",
      columns: [
        { mm: 62, head: "Event" },
        { mm: 84, head: "Date and time" },
        { mm: 24, head: "Chain" },
      ],
      rows: events.map(({ event, note, when, hash }) => ({
        cells: [eventWords(event, note), when, [mono(hash.slice(0, 8))]],
      })),
    },
    {
      b: "note",
      text: [
        "Chain: SHA-256 of the preceding value and the entry. A later certificate of this handover repeats these values. Last value in full: ",
        mono(events.at(-1)?.hash ?? "none"),
      ],
    },
  ];
  const signed: Block[] = [
    ...signedBlocks(facts),
    { b: "h3", title: "Attestation by hand, if required" },
    {
      b: "fields",
      rows: [
        [{ label: "Name" }, { label: "Capacity" }],
        [{ label: "Place and date" }, { label: "Signature" }],
      ],
    },
  ];
  if (events.length <= 8) return [{ b: "keep", blocks: [...done, ...signed] }];
  return [...done, { b: "keep", blocks: signed }];
}

/** The note of our own acts says which file it was. Free text written by an officer is not printed. */
function eventWords(event: HandoverEventName, note: string | null): string {
  const ours = event === "delivered" || event === "opened" || event === "downloaded";
  return ours && note ? `${eventLabels[event]}. ${note}` : eventLabels[event];
}
