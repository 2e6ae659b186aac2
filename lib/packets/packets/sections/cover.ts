import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { type Inline, newLine, pageOf, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import { fixedLines, fixedText } from "../fixed-text";
import { officersWords, receiverCovers } from "../preflight/releases";
import type { PacketSnapshot } from "../snapshot/snapshot";
import { acts, docketOf, docketText, preflightLine } from "./facts";
import { isWorded, label, sentenceOf } from "./pair-words";
import { particulars, type Section } from "./section";
import { labelled } from "./source-column";
import { countOf, dayOf, onWall } from "./words";

/** The cover says what the packet is not, and what each reader does next. */
export const cover: Section = {
  id: "cover",
  build: ({ snapshot }) => [
    { b: "section", short: "Cover" },
    { b: "kicker", text: "SERVED PART · CONFIDENTIAL · FOR THE ADDRESSEES NAMED BELOW" },
    { b: "title", text: "Mutual legal assistance:\npre-request dossier" },
    { b: "lead", text: lead(snapshot) },
    {
      b: "box",
      rule: 2,
      lines: [
        { text: fixedLines.notRequest, as: "notice" },
        ...notices(snapshot).map((text) => ({ text, as: "body" as const })),
      ],
    },
    particulars(aboutRows(snapshot), 46),
    { b: "h3", title: "What each reader does next" },
    particulars(readerRows(snapshot), 46),
    ...specimenNote(snapshot),
  ],
};

function notices(snapshot: PacketSnapshot): string[] {
  const own = (key: "F1" | "noWords") => sentenceOf(snapshot, key)?.text ?? "";
  return [own("F1"), fixedText.F2.text, fixedText.F3.text, ...(isWorded(snapshot) ? [] : [own("noWords")])];
}

function lead(snapshot: PacketSnapshot): Rich {
  const { homeCountry, otherCountry, clientCode, subjectCode, matter } = snapshot.case;
  const list = acts(snapshot);
  const first = list[0];
  const last = list.at(-1);
  const span = first && last ? `${dayOf(first.at, snapshot.zones.home)} to ${dayOf(last.at, snapshot.zones.home)}` : "";
  const second = [matter, span].filter(Boolean).join(", ");
  const opening = `${homeCountry} to ${otherCountry}. Client ${clientCode}, ${subjectCode}.`;
  return second ? [opening, newLine, `${second}.`] : opening;
}

function aboutRows(snapshot: PacketSnapshot): Row[] {
  const { packet, org, zones } = snapshot;
  const docket = docketOf(snapshot);
  const built = `${packet.no}, version ${packet.version}, built ${onWall(packet.builtAt, zones.home)} (${packet.builtAt.slice(11, 16)} UTC)${packet.checkWord ? `. Check word ${packet.checkWord}` : ""}`;
  return [
    labelled("Packet", built),
    ...(packet.supersedes
      ? [
          labelled("Replaces", [
            `Version ${packet.supersedes.version} of ${dayOf(packet.supersedes.builtAt, zones.home)}. What changed: page `,
            pageOf("changes"),
          ]),
        ]
      : []),
    labelled(
      "For",
      snapshot.receivers.map((receiver, i) => `${i + 1}. ${receiver.name}.`).join(" ") || "No receiver recorded.",
    ),
    labelled(
      label(snapshot, "docketRow"),
      docket ? `${docketText(docket)} (${docket.code})` : label(snapshot, "docketNone"),
    ),
    labelled("Prepared by", preparedBy(snapshot)),
    labelled("Questions to", questions(org, packet.no)),
    labelled("Preflight", [`${preflightLine(snapshot)} (page `, pageOf("preflight"), ")"]),
    labelled("Extent", [
      pageOf("end"),
      ` pages, ${countOf(snapshot.incidents.length, "incident")}, ${countOf(snapshot.exhibits.length, "exhibit")}. Sealed annex: separate document, same number`,
    ]),
  ];
}

function preparedBy(snapshot: PacketSnapshot): string {
  const { packet, org, zones } = snapshot;
  const approved = packet.approval
    ? `approved by ${packet.approval.by} on ${onWall(packet.approval.at, zones.home)}`
    : "not yet approved";
  return `${org.name}. Prepared by ${packet.preparedBy}; ${approved}. Names in the sealed annex.`;
}

function questions(org: PacketSnapshot["org"], no: string): string {
  const ways = [org.liaisonEmail, org.liaisonPhone].filter(Boolean).join(", ");
  return `Liaison desk, ${ways || "contact not recorded"}. Quote ${no}. Do not contact the client directly: see the sealed annex.`;
}

function readerRows(snapshot: PacketSnapshot): Row[] {
  const briefing = snapshot.packet.preservationBriefing;
  return [
    labelled(label(snapshot, "readerOfficer"), [
      briefing ? `Ask each provider to preserve: briefing ${briefing}. ` : "Ask each provider to preserve. ",
      "Enter the references on page ",
      pageOf("references"),
      ". Return the receipt, page ",
      pageOf("verify"),
      ".",
    ]),
    labelled(label(snapshot, "readerProsecutor"), [
      "Complete the ruled lines of section 2 and adopt or drop each item, page ",
      pageOf("s2.10"),
      ".",
    ]),
    labelled(label(snapshot, "readerAuthority"), [
      `${label(snapshot, "readerAuthorityDoes")} `,
      ...annexOpens(snapshot),
    ]),
    labelled(label(snapshot, "readerOther"), [
      "Standards, facts and gaps, page ",
      pageOf("standards"),
      "; elements, page ",
      pageOf("dual"),
      ...(snapshot.exhibits[0] ? (["; exhibits from page ", pageOf(snapshot.exhibits[0].code)] as Inline[]) : []),
      ".",
    ]),
  ];
}

/** For whom of the central authority a release opens the sealed annex: the officers whom it names, if it covers identity. */
function annexOpens(snapshot: PacketSnapshot): Inline[] {
  const covers = receiverCovers(snapshot).filter((receiverCover) => receiverCover.role === "central_authority");
  const officers = covers.flatMap((cover) =>
    cover.officers.flatMap(({ office, annex }) => (annex ? [{ office, releases: [annex.release] }] : [])),
  );
  if (officers.length === 0) return ["No release of the sealed annex is recorded for you."];
  const who = officersWords(officers);
  return [`The sealed annex opens for ${who} and for nobody else of your office: page `, pageOf("releases"), "."];
}

function specimenNote(snapshot: PacketSnapshot): Block[] {
  if (!snapshot.packet.specimen) return [];
  const text =
    " The case, the people, the station, the organisation, every account, id and reference number are invented. Providers are named only as examples.";
  return [{ b: "note", text: [strong("Specimen."), text] }];
}

export const contents: Section = {
  id: "contents",
  build: () => [
    { b: "newPage" },
    { b: "section", short: "Contents" },
    { b: "h1", no: "", title: "Contents", anchor: "contents", short: "Contents" },
    { b: "contents", outlineFrom: 0 },
    { b: "h3", title: "How to read the right-hand column" },
    {
      b: "table",
      columns: [{ mm: 20 }, { mm: 65 }, { mm: 20 }, { mm: 65 }],
      rows: keyRows(),
      tight: true,
    },
  ],
};

function keyRows(): Row[] {
  const mark = (text: string): Rich => [{ t: "mark", text, dark: text === "G" || text === "C" }];
  const row = (a: string, b: string, c: Rich, d: string): Row => ({ cells: [[strong(a)], b, c, d] });
  return [
    row("I, C", "incident; other event: section 5", mark("V"), "read in a primary text"),
    row("E", "exhibit: section 8 and the pages at the end", mark("V2"), "read in a secondary source"),
    row("A", "account: section 6", mark("S"), "stated in the reporting guide"),
    row("R", "reference number: section 7", mark("G"), "general knowledge, no source read"),
    row("ST, D", "sworn statement, by paragraph; paper of the case", mark("C"), "confirm before use"),
    row("L", "law or practice source: Annex B", [strong("F")], "fixed text, the same in every dossier"),
  ];
}
