import type { CertificateBlock } from "@/lib/law/jurisdictions/packet-word-types";
import type { Block } from "@/lib/platform/pdf/blocks";
import { blank, type Inline, newLine, strong } from "@/lib/platform/pdf/rich-text";
import { fixedText } from "../../fixed-text";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { fill, label, pairWordsOf } from "../pair-words";
import { placeName } from "../places";
import { type Section, scheduleHead, subheading } from "../section";
import { captures, exhibitRange, ledgerCounts, maskedText, rehashed } from "../shared/custody-words";
import { codeList, para, sourcesOf } from "../source-column";

/** Drafts from the ledger. What a person must attest is a ruled line and nothing else. */
export const certificates: Section = {
  id: "certificates",
  build: ({ snapshot }) => {
    const all = pairWordsOf(snapshot).certificates;
    const forms = all.filter((form) => form.court === "home" && isNeeded(snapshot, form));
    const others = all.filter(({ court }) => court === "there");
    return [
      ...scheduleHead("certificates"),
      draftBox(others.length > 0 ? forCourt(snapshot) : ""),
      ...forms.flatMap((form, i): Block[] => [
        // Each is signed by another person.
        ...(i > 0 ? [{ b: "newPage" } as const] : []),
        subheading(`D.${i + 1}`, form.title),
        ...form.blocks.flatMap((block) => filledIn(snapshot, block)),
      ]),
      ...(all.length === 0 ? noForm(snapshot) : []),
    ];
  },
};

type Form = ReturnType<typeof pairWordsOf>["certificates"][number];

/** What the client captured only the client can declare; where the client captured nothing, nobody is asked to. */
function isNeeded({ exhibits }: PacketSnapshot, { key }: Form): boolean {
  return key !== "client-capture" || exhibits.some(({ collector }) => /^(?:the )?client\b/i.test(collector ?? ""));
}

const forCourt = (snapshot: PacketSnapshot): string =>
  ` For a court in ${label(snapshot, "inHome")}; forms for a court in ${label(snapshot, "inThere")} are drafted when its prosecutor asks for them.`;

function draftBox(more: string): Block {
  return { b: "box", rule: 1, lines: [{ text: `${fixedText.F9.text}${more}`, as: "cell" }] };
}

/** No form was read for the pair: what the ledger says, and lines for the form that the court asks for. */
function noForm(snapshot: PacketSnapshot): Block[] {
  return [
    para(
      `The records are ${exhibitRange(snapshot)} of packet ${snapshot.packet.no}, listed with their SHA-256 values in ${placeName("custody")}.`,
      [placeName("custody")],
    ),
    ...captures(snapshot, ["custody ledger"]),
    rehashed(snapshot, ["custody ledger"]),
    { b: "freeLines", count: 8, label: label(snapshot, "certificateNone") },
    {
      b: "fields",
      rows: [
        [{ label: "Signature" }, { label: "Name in full" }],
        [{ label: "Place" }, { label: "Date" }],
      ],
    },
  ];
}

function filledIn(snapshot: PacketSnapshot, block: CertificateBlock): Block[] {
  switch (block.is) {
    case "para": {
      const lead = block.lead ? [strong(`${block.lead} `)] : [];
      return [para([...lead, ...withBlanks(snapshot, block.text)], sourcesOf(block.sources))];
    }
    case "captures":
      return captures(snapshot, block.sources);
    case "rehashed":
      return [rehashed(snapshot, block.sources)];
    case "lines":
      return [{ b: "freeLines", count: block.count }];
    case "fields":
      return [{ b: "fields", rows: block.rows.map((row) => row.map((text) => ({ label: text }))) }];
    case "oath":
      return [oath(snapshot, block)];
    case "stamp":
      return [{ b: "frame", label: block.label, mm: [62, 32] }];
  }
}

function oath(snapshot: PacketSnapshot, block: Extract<CertificateBlock, { is: "oath" }>): Block {
  const text = [
    strong(`${block.lead} `),
    ...withBlanks(snapshot, block.text),
    newLine,
    ...codeList(block.sources, " · "),
  ];
  return { b: "box", rule: 1, lines: [{ as: "cell", text }] };
}

/** `{blank:62}` becomes a ruled blank of so many millimetres; the rest is filled from the ledger. */
function withBlanks(snapshot: PacketSnapshot, text: string): Inline[] {
  const fills = {
    org: snapshot.org.name,
    packet: snapshot.packet.no,
    exhibits: exhibitRange(snapshot),
    masked: maskedText(snapshot),
    counts: ledgerCounts(snapshot),
  };
  return text.split(/(\{blank:\d+\})/).flatMap((part): Inline[] => {
    const mm = /^\{blank:(\d+)\}$/.exec(part)?.[1];
    if (mm) return [blank(Number(mm))];
    return part === "" ? [] : [fill(part, fills)];
  });
}
