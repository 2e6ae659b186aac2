import type { Block, DocumentPlan } from "@/lib/platform/pdf/blocks";
import { mono, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import { plural } from "@/lib/platform/text/format";
import { eventLabels } from "./labels";
import type { HandoverEventName } from "./types";

export type CertificateFacts = {
  id: string;
  organisation: string;
  code: string;
  version: number;
  kind: string;
  sha256: string | null;
  pages: number | null;
  /** Instants as printed, in both zones. Null: it did not happen. */
  approved: string | null;
  withdrawn: string | null;
  made: string;
  madeAt: Date;
  deliveredBy: string;
  officer: { name: string; rank: string; agency: string; unit: string; forceNumber: string };
  parts: readonly { label: string; sha256: string }[];
  /** `hash`: over this line and all before it, 64 hex characters. */
  events: readonly { event: HandoverEventName; note: string | null; when: string; hash: string }[];
};

/** The certificate of one handover: the ledger in order, and blanks for the person who attests. */
export function planCertificate(facts: CertificateFacts): DocumentPlan {
  const { code, version, organisation, made } = facts;
  const blocks: Block[] = [
    { b: "section", short: "Certificate of handover" },
    { b: "paperTitle", text: "Certificate of handover" },
    {
      b: "text",
      text: `Made from the record of ${organisation} on ${made}. It says what the record holds about one handover in the portal. Lines of that ledger are added and never changed or removed.`,
    },
    {
      b: "table",
      columns: [{ mm: 46 }, { mm: 124 }],
      rows: headOf(facts).map(([name, value]) => ({ cells: [[strong(name)], value] })),
    },
    { b: "h3", title: "Files that were given, and their SHA-256" },
    {
      b: "table",
      columns: [
        { mm: 46, head: "File" },
        { mm: 124, head: "SHA-256" },
      ],
      rows: facts.parts.map(({ label, sha256 }) => ({ cells: [label, [mono(sha256)]] })),
    },
    ...doneAndSigned(facts),
  ];
  const foot = `${code}-v${version}, certificate of handover`;
  return {
    blocks,
    head: { left: code, leftRest: ` · version ${version}`, right: "CERTIFICATE" },
    foot,
    meta: {
      title: foot,
      author: organisation,
      language: "en-ZA",
      at: facts.madeAt,
      id: Buffer.from(facts.id.replaceAll("-", ""), "hex"),
    },
  };
}

/** The signature is never on a page without a line of what it certifies, unless the ledger is long. */
function doneAndSigned({ events }: CertificateFacts): Block[] {
  const done: Block[] = [
    { b: "h3", title: "What was done, oldest first" },
    {
      b: "table",
      columns: [
        { mm: 62, head: "What" },
        { mm: 84, head: "When" },
        { mm: 24, head: "Chain" },
      ],
      rows: events.map(({ event, note, when, hash }) => ({
        cells: [eventWords(event, note), when, [mono(hash.slice(0, 8))]],
      })),
    },
    {
      b: "text",
      text: [
        "Each line’s chain value is the SHA-256 over the line before it and this line, as the record holds it. A later certificate of the same handover has the same values on the same lines. The last one in full: ",
        mono(events.at(-1)?.hash ?? "none"),
      ],
    },
  ];
  const signed: Block[] = [
    { b: "h3", title: "Certified by" },
    {
      b: "fields",
      rows: [
        [{ label: "Name" }, { label: "Capacity" }],
        [{ label: "Place and date" }, { label: "Signature" }],
      ],
    },
  ];
  if (events.length <= 12) return [{ b: "keep", blocks: [...done, ...signed] }];
  return [...done, { b: "keep", blocks: signed }];
}

function headOf(facts: CertificateFacts): (readonly [string, Rich])[] {
  const { officer, events } = facts;
  const first = (event: HandoverEventName) =>
    events.find((entry) => entry.event === event)?.when ?? "Not in the record";
  return [
    ["Packet", `${facts.code}, version ${facts.version}. ${facts.kind}`],
    ["Served part", facts.pages ? plural(facts.pages, "page") : "Not in the record"],
    ["SHA-256 of the served part", facts.sha256 ? [mono(facts.sha256)] : "Not in the record"],
    ["Approved", facts.approved ?? "Not in the record"],
    ["Handed over by", facts.deliveredBy],
    [
      "Handed over to",
      `${officer.rank} ${officer.name}, force number ${officer.forceNumber}, ${officer.agency} ${officer.unit}`,
    ],
    ["Handed over", first("delivered")],
    ["First opened", first("opened")],
    ["First downloaded", first("downloaded")],
    ["Receipt acknowledged", first("acknowledged")],
    ...(facts.withdrawn ? [["Withdrawn", facts.withdrawn] as const] : []),
  ];
}

/** The note of our own acts says which file it was. Free text written by an officer is not printed. */
function eventWords(event: HandoverEventName, note: string | null): string {
  const ours = event === "delivered" || event === "opened" || event === "downloaded";
  return ours && note ? `${eventLabels[event]}. ${note}` : eventLabels[event];
}
