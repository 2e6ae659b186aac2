import { certificateWords } from "@/lib/jurisdictions/common/certificate-words";
import { fixedText } from "@/lib/packets/fixed-text";
import type { PacketSnapshot } from "@/lib/packets/snapshot";
import type { Block } from "@/lib/platform/pdf/blocks";
import { blank, newLine, strong } from "@/lib/platform/pdf/rich-text";
import { codes } from "./facts";
import { heading, type Section, subheading } from "./section";
import { codeList, para, sourcesOf } from "./source-column";
import { countOf, dayOf, listed, sentence, spans } from "./words";

/** Section 9: drafts from the ledger. What a person must attest is a ruled line and nothing else. */
export const certificates: Section = {
  id: "certificates",
  build: ({ snapshot }) => [
    ...heading("9", "Draft certificates", "certificates"),
    draftBox(),
    ...rule902(snapshot),
    { b: "newPage" },
    draftBox(),
    ...section15(snapshot),
  ],
};

function draftBox(): Block {
  return { b: "box", rule: 1, lines: [{ text: fixedText.F9.text, as: "body" }] };
}

function range(snapshot: PacketSnapshot): string {
  const list = listed(spans(codes(snapshot.exhibits)));
  return list ? `exhibits ${list}` : "the exhibits (this version has none)";
}

function rule902(snapshot: PacketSnapshot): Block[] {
  const { no } = snapshot.packet;
  return [
    subheading("9.1", "Certification under Federal Rules of Evidence 902(13) and 902(14)"),
    para(
      [
        "I, ",
        blank(62),
        ", am employed or engaged as ",
        blank(46),
        ` by ${snapshot.org.name} and I am qualified to make this certification by `,
        blank(58),
      ],
      ["blank: certifier", "L27"],
    ),
    para(`The records are ${range(snapshot)} of packet ${no}, listed with their SHA-256 values in Annex A.`, [
      "Annex A",
    ]),
    ...generated(snapshot),
    rehashed(snapshot),
    para(certificateWords.accuracy, ["blank: certifier", "L27"]),
    { b: "freeLines", count: 2 },
    para(certificateWords.perjury, ["L28"]),
    {
      b: "fields",
      rows: [
        [{ label: "Signature" }, { label: "Name in full" }],
        [{ label: "Executed at (place)" }, { label: "Date" }],
      ],
    },
    para(certificateWords.compare, ["L28", "L27"]),
  ];
}

/** One paragraph for each way of capture that the ledger knows. */
function generated(snapshot: PacketSnapshot): Block[] {
  const ways = new Map<string, { codes: string[]; by: Set<string>; on: Set<string> }>();
  for (const exhibit of snapshot.exhibits) {
    const method = exhibit.method ?? "a method that is not recorded";
    const way = ways.get(method) ?? { codes: [], by: new Set(), on: new Set() };
    way.codes.push(exhibit.code);
    if (exhibit.collector) way.by.add(exhibit.collector);
    if (exhibit.device) way.on.add(exhibit.device);
    ways.set(method, way);
  }
  return [...ways].map(([method, way]) => {
    const by = way.by.size > 0 ? `, by ${listed([...way.by])}` : "";
    const on = way.on.size > 0 ? `, on ${listed([...way.on])}` : "";
    const span = spans(way.codes);
    const text = `${listed(span)}: captured by ${method.charAt(0).toLowerCase()}${method.slice(1)}${by}${on}, at the times in section 8.`;
    return para(text, sourcesOf([`custody ledger`, ...span, "L27"]));
  });
}

function rehashed(snapshot: PacketSnapshot): Block {
  if (snapshot.exhibits.length === 0) return para("There is no stored file to compute again.", ["custody ledger"]);
  const again = snapshot.exhibits.filter((exhibit) => exhibit.rehashed?.same);
  const newest = again
    .map((exhibit) => exhibit.rehashed?.at ?? "")
    .sort()
    .at(-1);
  const text =
    newest && again.length === snapshot.exhibits.length
      ? `On ${dayOf(newest, snapshot.zones.home)} the SHA-256 value of each stored file was computed again and was identical to the value recorded on receipt.`
      : `The SHA-256 value of ${again.length} of ${countOf(snapshot.exhibits.length, "stored file")} was computed again and was identical to the value recorded on receipt. The others were not computed again.`;
  return para(text, ["custody ledger", "L27"]);
}

function section15(snapshot: PacketSnapshot): Block[] {
  const events = snapshot.exhibits.reduce((sum, exhibit) => sum + exhibit.custody.length, 0);
  const masked = snapshot.exhibits.filter(
    (exhibit) => exhibit.sealed || exhibit.files.some((file) => file.kind === "masked copy"),
  );
  const maskedText =
    masked.length > 0
      ? ` ${listed(spans(codes(masked)))} ${masked.length === 1 ? "was" : "were"} masked on a copy.`
      : "";
  return [
    subheading("9.2", "Statement of reliability, ECT Act 25 of 2002, section 15"),
    para(
      [
        "I, ",
        blank(60),
        ", identity number ",
        blank(30),
        ", employed as ",
        blank(42),
        ` at ${snapshot.org.name}, state under oath:`,
      ],
      ["blank: deponent"],
    ),
    para(
      [
        strong("Generation, storage and communication. "),
        `Files were captured or received as listed in section 8 and stored under seal with their hash. ${certificateWords.unchanged}${maskedText}`,
      ],
      ["custody ledger", "L26"],
    ),
    para(
      [
        strong("Integrity. "),
        `${certificateWords.chain} ${sentence(countOf(snapshot.exhibits.length, "exhibit"))} in this version, ${countOf(events, "event")} in the ledger.`,
      ],
      ["custody ledger", "L26"],
    ),
    para([strong("Identification of the originator. "), certificateWords.originator], ["section 6", "L26"]),
    para(certificateWords.otherFactors, ["blank: deponent", "L26"]),
    { b: "freeLines", count: 2 },
    oath(),
    {
      b: "fields",
      rows: [
        [{ label: "Deponent, signature" }, { label: "Place and date" }],
        [{ label: "Commissioner of oaths, signature" }, { label: "Full names" }],
        [{ label: "Designation and force number" }, { label: "Business address" }],
      ],
    },
    { b: "frame", label: "Stamp of the commissioner", mm: [62, 32] },
  ];
}

function oath(): Block {
  return {
    b: "box",
    rule: 1,
    lines: [
      {
        as: "cell",
        text: [
          strong("Oath or affirmation. "),
          "The deponent was asked: Do you know and understand the contents of this declaration? ",
          blank(14),
          " Do you have any objection to taking the prescribed oath? ",
          blank(14),
          " Do you consider the prescribed oath binding on your conscience? ",
          blank(14),
          newLine,
          ...codeList(["L40"], ""),
        ],
      },
    ],
  };
}
