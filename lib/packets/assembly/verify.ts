import { fixedLines } from "@/lib/packets/fixed-text";
import type { PacketSnapshot } from "@/lib/packets/snapshot";
import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { check, type Inline, mono, newLine, pageOf, strong } from "@/lib/platform/pdf/rich-text";
import { codes } from "./facts";
import { cells, heading, type Section, table } from "./section";
import { fixedPara, para, sourcesOf } from "./source-column";
import { countOf, dayOf, grouped, listed, sentence, spans } from "./words";

/** Section 11: how to check the packet with nothing but the packet, and the receipt to send back. */
export const verify: Section = {
  id: "verify",
  build: ({ snapshot }) => [
    ...heading("11", "How to verify this packet", "verify", "How to verify"),
    fixedPara("F13"),
    table(
      [
        [12, "Step"],
        [70, "Do"],
        [88, "See"],
      ] as const,
      steps(snapshot),
    ),
    fixedPara("F10"),
    fixedPara("F14"),
    { b: "h3", title: "Receipt, if this packet was handed over on paper" },
    {
      b: "fields",
      rows: [
        [{ label: "Received by (name, rank, force or staff number)" }],
        [{ label: "Date and time" }, { label: "Signature" }],
        [{ label: "Your reference number for this matter" }, { label: "Pages received" }],
      ],
    },
    {
      b: "table",
      columns: [{ mm: 170, head: "If you cannot act on it, tick why and return this page" }],
      rows: [cells(fixedLines.sendBack.flatMap((reason, i): Inline[] => [...(i > 0 ? ["   "] : []), check(reason)]))],
    },
  ],
};

function steps(snapshot: PacketSnapshot): Row[] {
  const { manifestSha256 } = snapshot;
  const covers = codes(snapshot.exhibits);
  return [
    cells(
      "1",
      "Open the signature panel of this PDF in any reader, if the packet came signed.",
      "Signed by the organisation’s packet key, not changed since. Fingerprint: ask for it by phone at the number you already hold for us, not the one printed here.",
    ),
    cells("2", "Look at the head and foot of any page.", [
      "Same packet number and version on every page; page x of ",
      pageOf("end"),
      ".",
    ]),
    hashStep(manifestSha256),
    cells(
      "4",
      "Hash any original and compare with Annex A.",
      "Equal to the character. A different value means a different file.",
    ),
    cells(
      "5",
      "Open the originals that are attached to this PDF.",
      "One file for each exhibit that says so on its cover, with the name printed there.",
    ),
    cells(
      "6",
      "Count the exhibits.",
      `${sentence(countOf(covers.length, "cover"))}${covers.length > 0 ? `, ${listed(spans(covers))}` : ""}, none left out (M-29).`,
    ),
  ];
}

/** The manifest when there is one; else the PDF itself, whose hash cannot stand inside it. */
function hashStep(manifest: string | null): Row {
  if (manifest) {
    return cells("3", commands("Hash the manifest that came with this PDF.", "manifest.json"), [
      mono(grouped(manifest.slice(0, 32))),
      newLine,
      mono(grouped(manifest.slice(32))),
    ]);
  }
  const see = "The value that is shown where you received the packet, or that the liaison desk gives you by phone.";
  return cells("3", commands("Hash this PDF.", "packet.pdf"), see);
}

function commands(what: string, file: string): Inline[] {
  return [what, newLine, mono(`sha256sum ${file}`), newLine, mono(`certutil -hashfile ${file} SHA256`)];
}

/** Section 12: what is new in this version, and who holds which. */
export const changes: Section = {
  id: "changes",
  build: ({ snapshot }) => [
    ...heading("12", `What changed in version ${snapshot.packet.version}`, "changes"),
    before(snapshot),
    ...changeTable(snapshot),
    { b: "h3", title: "Who holds which version" },
    table(
      [
        [20, "Version"],
        [60, "Holder"],
        [45, "Handed over"],
        [45, "State"],
      ] as const,
      holders(snapshot),
    ),
  ],
};

function before(snapshot: PacketSnapshot): Block {
  const { supersedes, version } = snapshot.packet;
  if (!supersedes) return para(`This is version ${version}. It replaces no other.`, ["packet record"]);
  const text = `Version ${supersedes.version}, built on ${dayOf(supersedes.builtAt, snapshot.zones.home)}, is superseded. Please destroy it or mark it superseded.`;
  return para(text, sourcesOf(["packet record", supersedes.handover]));
}

function changeTable(snapshot: PacketSnapshot): Block[] {
  if (snapshot.changes.length === 0)
    return snapshot.packet.supersedes ? [para("No change is recorded.", ["packet record"])] : [];
  const rows = snapshot.changes.map((one, i) => cells(String(i + 1), one.section, one.change, one.why));
  return [
    table(
      [
        [12, "No."],
        [28, "Section"],
        [80, "Change"],
        [50, "Why"],
      ] as const,
      rows,
    ),
  ];
}

function holders(snapshot: PacketSnapshot): Row[] {
  if (snapshot.holders.length === 0) return [cells(String(snapshot.packet.version), [strong("nobody yet")], "", "")];
  return snapshot.holders.map((one) => cells(String(one.version), one.holder, one.handedOver, one.state));
}
