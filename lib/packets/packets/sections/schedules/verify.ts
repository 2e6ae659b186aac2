import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { check, type Inline, mono, newLine, pageOf, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import { draftNotice, fixedLines } from "../../fixed-text";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { codes } from "../facts";
import { placeName } from "../places";
import { cells, type Section, scheduleHead, table } from "../section";
import { fixedPara, para, sourcesOf } from "../source-column";
import { countOf, dayOf, listed, sentence, spans } from "../words";

/** How to check the packet with nothing but the packet, and the receipt to send back. */
export const verify: Section = {
  id: "verify",
  build: ({ snapshot }) => [
    ...scheduleHead("verify"),
    fixedPara("F13"),
    verifySteps(snapshot),
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

/**
 * What a reader can check alone, from the quickest to the most thorough. The PDF cannot print the hash of the manifest,
 * because the manifest contains the hash of the PDF: the signature links the two.
 */
function verifySteps(snapshot: PacketSnapshot): Block {
  const steps: readonly (readonly [Rich, Rich])[] = [
    snapshot.packet.approval
      ? [
          "Open the signature panel of this PDF in any reader. On paper, begin with step 2.",
          "Signed by the organisation’s packet key, not changed since. Fingerprint: ask for it by phone at the number you already hold for us, not the one printed here.",
        ]
      : ["This version is not signed.", `${draftNotice} The organisation signs what it approved, and nothing before.`],
    [
      "Look at the head and the foot of each page.",
      ["The same packet number and version; page x of ", pageOf("end"), "."],
    ],
    [
      [
        "Open ",
        mono("verify.html"),
        " from the packet folder in a browser and drop the folder on it. It needs no internet.",
      ],
      snapshot.packet.approval
        ? "“Everything matches. Ask whether it still stands”, or in words each file, page and exhibit that does not, and the fingerprint of step 1."
        : "“Not approved: do not act on it”, or in words each file, page and exhibit that does not match.",
    ],
    [
      [
        `Or hash any original and compare with ${placeName("custody")}.`,
        newLine,
        mono("sha256sum FILE"),
        newLine,
        mono("certutil -hashfile FILE SHA256"),
      ],
      "Equal to the character. A different value means a different file.",
    ],
    [
      ["Or open ", mono("manifest.json"), ", the list of what was packed, in any text editor."],
      [
        "Size and SHA-256 of each part, each page and each original; how each original travels.",
        ...(snapshot.packet.approval ? [" It is signed with the same key: ", mono("manifest.json.p7s"), "."] : []),
      ],
    ],
    ["Count the exhibits and the pages.", describeCounts(snapshot)],
    [
      [
        "If you are online: open the ",
        mono("/verify"),
        " page of the place where you received this packet and enter the packet number and the check word",
        ...(snapshot.packet.checkWord ? [" ", mono(snapshot.packet.checkWord)] : []),
        ".",
      ],
      "SHA-256 and days of each approved version, and whether it was withdrawn or replaced. No name and no content is shown; a draft is not there.",
    ],
  ];
  return table(
    [
      [12, "Step"],
      [74, "Do"],
      [84, "You should see"],
    ] as const,
    steps.map(([todo, see], i) => cells(String(i + 1), todo, see)),
  );
}

function describeCounts(snapshot: PacketSnapshot): Rich {
  const covers = codes(snapshot.exhibits);
  const which = covers.length > 0 ? `, ${listed(spans(covers))}, none left out` : "";
  return [`${sentence(countOf(covers.length, "exhibit"))}${which}; `, pageOf("end"), " pages. Page 1 says the same."];
}

/** What is new in this version, and who holds which. */
export const changes: Section = {
  id: "changes",
  build: ({ snapshot }) => (snapshot.packet.supersedes === null ? [] : changeBlocks(snapshot)),
};

function changeBlocks(snapshot: PacketSnapshot): Block[] {
  return [
    ...scheduleHead("changes"),
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
  ];
}

function before(snapshot: PacketSnapshot): Block {
  const { supersedes, version } = snapshot.packet;
  if (!supersedes) return para(`This is version ${version}. It replaces no other.`, ["packet record"]);
  const text = `Version ${supersedes.version}, built on ${dayOf(supersedes.builtAt, snapshot.zones.home)}, is superseded. Please destroy it or mark it superseded. Exhibits keep their numbers from version to version.`;
  return para(text, sourcesOf(["packet record", supersedes.handover]));
}

/** Change by change: where, what, and why. */
function changeTable(snapshot: PacketSnapshot): Block[] {
  const { changes: list, packet } = snapshot;
  if (list.length === 0)
    return packet.supersedes
      ? [para("Nothing that is printed was added, changed or left out since then.", ["packet record"])]
      : [];
  const columns = [
    [12, "No."],
    [24, "Section"],
    [90, "Change"],
    [44, "Why"],
  ] as const;
  return [
    table(
      columns,
      list.map((change, i) => cells(String(i + 1), change.section, change.change, change.why)),
    ),
  ];
}

function holders(snapshot: PacketSnapshot): Row[] {
  if (snapshot.holders.length === 0) return [cells(String(snapshot.packet.version), [strong("nobody yet")], "", "")];
  return snapshot.holders.map((holder) =>
    cells(String(holder.version), holder.holder, holder.handedOver, holder.state),
  );
}
