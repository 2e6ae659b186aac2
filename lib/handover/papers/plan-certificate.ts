import { eventLabels } from "@/lib/handover/handovers/labels";
import type { HandoverEventName } from "@/lib/handover/handovers/types";
import type { Block, DocumentPlan } from "@/lib/platform/pdf/blocks";
import { mono, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import { plural } from "@/lib/platform/text/format";
import { type PaperFacts, planPaper, rowsOf, signedBlocks } from "./plan-paper";

export type HandoverFacts = {
  /** Instants as printed, in both zones. Null: it did not happen. */
  approved: string | null;
  withdrawn: string | null;
  replaced: { version: number; on: string } | null;
  made: string;
  deliveredBy: string;
  /** It went by a link with a code, not through the portal. */
  byLink: boolean;
  officer: { name: string; rank: string; agency: string; unit: string; forceNumber: string };
  parts: readonly { label: string; sha256: string }[];
  /** `hash`: over this line and all before it, 64 hex characters. */
  events: readonly { event: HandoverEventName; note: string | null; when: string; hash: string }[];
};

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

/** What the packet is. Its list of files, by hash, says which files they are. */
export function packetRows({ code, version, kind, pages, manifestSha256 }: PaperFacts): (readonly [string, Rich])[] {
  const size = pages ? `. ${plural(pages, "page")}` : "";
  return [
    ["Packet", [strong(code), `, version ${version}. ${kind}${size}`]],
    ["SHA-256 of manifest.json", [mono(manifestSha256)]],
  ];
}

export function officerWords({ officer }: Pick<HandoverFacts, "officer">): string {
  const { rank, name, forceNumber, agency, unit } = officer;
  return `${rank} ${name}, force number ${forceNumber}, ${agency} ${unit}`;
}

export function whenFirst({ events }: Pick<HandoverFacts, "events">, event: HandoverEventName): string {
  return events.find((entry) => entry.event === event)?.when ?? "None recorded";
}

/** What became of the version since. */
export function standingRows({ withdrawn, replaced }: HandoverFacts): (readonly [string, Rich])[] {
  if (withdrawn) return [["Withdrawn", withdrawn]];
  return replaced ? [["Superseded", `By version ${replaced.version}, approved ${replaced.on}`]] : [];
}

/** The handover took place, whatever became of the version. */
export function standingNote({ withdrawn, replaced }: HandoverFacts): Block[] {
  if (!withdrawn && !replaced) return [];
  const what = withdrawn ? "This version has been withdrawn" : "This version has been superseded";
  return [{ b: "text", text: [strong(`${what}; do not act on it. `), "The handover took place as stated here."] }];
}

export function filesOf({ parts }: Pick<HandoverFacts, "parts">): Block[] {
  return [
    { b: "h3", title: "Files handed over" },
    {
      b: "table",
      columns: [
        { mm: 46, head: "File" },
        { mm: 124, head: "SHA-256" },
      ],
      rows: parts.map(({ label, sha256 }) => ({ cells: [label, [mono(sha256)]] })),
    },
  ];
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
