import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { pageOf, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import { fixedLines, fixedText } from "../../fixed-text";
import { officersWords, receiverCovers } from "../../preflight/releases";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { docketOf, docketText, platforms } from "../facts";
import { isWorded, label, sentenceOf } from "../pair-words";
import { particulars, type Section } from "../section";
import { labelled } from "../source-column";
import { dayOf, onWall } from "../words";
import { askTable } from "./ask-table";
import { byWhen } from "./by-when";
import { dangerBox } from "./danger";
import { offences } from "./offences";
import { roomOf } from "./room";
import { weak } from "./weak";
import { whatHappened } from "./what-happened";

/**
 * The first two pages: who asks whom for what, by when and why it matters now, what is weak, and whom to call. A reader
 * who stops here can act. What does not fit is left to the sections; the danger and the ask are never shortened.
 */
export const brief: Section = {
  id: "brief",
  build: ({ snapshot, brevity }) => {
    const room = roomOf(brevity);
    return [
      { b: "section", short: "Brief" },
      { b: "kicker", text: "CONFIDENTIAL · FOR THE ADDRESSEES NAMED BELOW" },
      { b: "title", text: "Mutual legal assistance: brief", small: true, anchor: "brief" },
      particulars(aboutRows(snapshot), 30, true),
      { b: "box", rule: 2, lines: notices(snapshot) },
      ...dangerBox(snapshot),
      { b: "h3", title: "What is asked, of whom" },
      ...askTable(snapshot),
      ...byWhen(snapshot, room),
      { b: "h3", title: "What happened" },
      ...whatHappened(snapshot, room),
      { b: "h3", title: "Offences" },
      ...offences(snapshot, room),
      { b: "h3", title: "What is weak" },
      ...weak(snapshot, room),
      { b: "h3", title: "Call" },
      ...call(snapshot),
      ...specimenNote(snapshot),
    ];
  },
};

function notices(snapshot: PacketSnapshot): { text: Rich; as: "notice" | "cell" }[] {
  const own = (key: "F1" | "noWords") => sentenceOf(snapshot, key)?.text ?? "";
  return [
    { text: fixedLines.notRequest, as: "notice" },
    { text: [own("F1"), ...(isWorded(snapshot) ? [] : [own("noWords")]), fixedText.F2.text].join(" "), as: "cell" },
  ];
}

function aboutRows(snapshot: PacketSnapshot): Row[] {
  const { packet, zones, receivers } = snapshot;
  const { homeCountry, otherCountry, clientCode, subjectCode, matter } = snapshot.case;
  const docket = docketOf(snapshot);
  const built = `${packet.no}, version ${packet.version}, ${onWall(packet.builtAt, zones.home)}`;
  const word = packet.checkWord ? `; check word ${packet.checkWord}` : "";
  const { supersedes } = packet;
  return [
    labelled("For", receivers.map((receiver, i) => `${i + 1}. ${receiver.name}`).join("; ") || "no receiver recorded"),
    labelled("Matter", `${homeCountry} to ${otherCountry}: ${matter || `harassment on ${platforms(snapshot)}`}`),
    labelled(
      label(snapshot, "docketRow"),
      docket ? `${docketText(docket)} (${docket.code})` : label(snapshot, "docketNone"),
    ),
    labelled("Persons", `Client ${clientCode}, ${subjectCode}; names and addresses are in the sealed annex`),
    labelled("Packet", [
      `${built}${word}; `,
      pageOf("end"),
      " pages",
      ...(supersedes
        ? [
            `; replaces version ${supersedes.version} of ${dayOf(supersedes.builtAt, zones.home)} (page `,
            pageOf("changes"),
            ")",
          ]
        : []),
    ]),
    labelled("Prepared", preparedBy(snapshot)),
  ];
}

function preparedBy({ packet, org, zones }: PacketSnapshot): string {
  const approved = packet.approval
    ? `approved by ${packet.approval.by} on ${onWall(packet.approval.at, zones.home)}`
    : "not yet approved";
  return `${org.name}: by ${packet.preparedBy}, ${approved}`;
}

/** A person to call, and who may open the annex. */
function call(snapshot: PacketSnapshot): Block[] {
  const { org, packet } = snapshot;
  const ways = [org.liaisonPhone, org.liaisonEmail].filter(Boolean).join(", ") || "contact not recorded";
  const may = receiverCovers(snapshot).flatMap(({ officers }) =>
    officers.flatMap(({ id, office, annex }) => (annex ? [{ id, office, releases: [annex.release] }] : [])),
  );
  const opens =
    may.length > 0
      ? `The sealed annex opens for ${officersWords([...new Map(may.map((officer) => [officer.id, officer])).values()])} and for nobody else.`
      : "No release of the sealed annex is recorded for anybody.";
  const text = `${org.name}, liaison desk, ${ways}. Quote ${packet.no}. Do not contact the client. ${opens}`;
  return [{ b: "prose", text }];
}

function specimenNote(snapshot: PacketSnapshot): Block[] {
  if (!snapshot.packet.specimen) return [];
  const text =
    " The case, the people, the station, the organisation, every account, id and reference number are invented. Providers are named only as examples.";
  return [{ b: "note", text: [strong("Specimen."), text] }];
}
