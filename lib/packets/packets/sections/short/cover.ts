import type { Block, BoxLine, Row } from "@/lib/platform/pdf/blocks";
import { pageOf, type Rich } from "@/lib/platform/pdf/rich-text";
import { fixedText } from "../../fixed-text";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { particulars } from "../section";
import { labelled, lawInBrackets } from "../source-column";
import { countOf, dayOf, onWall } from "../words";
import { joinLines } from "./words";

type Said = { text: string; sources: readonly string[] };
type Cover = {
  short: string;
  kicker: string;
  title: string;
  lead: Rich;
  first: string;
  notice: Said;
  codes: "F3" | "F30";
};

/** What a short packet is and is not, in a heavy box, before anything else. */
export function coverBlocks({ short, kicker, title, lead, first, notice, codes }: Cover): Block[] {
  const lines: BoxLine[] = [
    { text: first, as: "notice" },
    { text: [notice.text, ...lawInBrackets(notice.sources)], as: "cell" },
    { text: `${fixedText.F2.text} ${fixedText[codes].text}`, as: "cell" },
  ];
  return [
    { b: "section", short },
    { b: "kicker", text: kicker },
    { b: "title", text: title, small: true },
    { b: "lead", text: lead },
    { b: "box", rule: 2, lines },
  ];
}

/** Number, receivers, who prepared it, whom to ask, what was checked, how much it is. */
export function aboutPacket(snapshot: PacketSnapshot, more: readonly Row[] = []): Block {
  const { packet, org, zones, receivers } = snapshot;
  const built = `${packet.no}, version ${packet.version}, built ${onWall(packet.builtAt, zones.home)} (${packet.builtAt.slice(11, 16)} UTC)${packet.checkWord ? `. Check word ${packet.checkWord}` : ""}`;
  const replaced = packet.supersedes
    ? [labelled("Replaces", `Version ${packet.supersedes.version} of ${dayOf(packet.supersedes.builtAt, zones.home)}`)]
    : [];
  return particulars(
    [
      labelled("Packet", built),
      ...replaced,
      labelled(
        "For",
        receivers.map((receiver, i) => `${i + 1}. ${receiver.name}.`).join(" ") || "No receiver recorded.",
      ),
      ...more,
      labelled("Prepared by", preparedBy(snapshot)),
      labelled("Questions to", `Liaison desk, ${waysTo(org)}. Quote ${packet.no}. Do not contact the client directly.`),
      labelled("Extent", [pageOf("end"), ` pages, ${extent(snapshot)}`]),
    ],
    46,
  );
}

export function waysTo(org: PacketSnapshot["org"]): string {
  return joinLines([org.liaisonEmail, org.liaisonPhone?.replaceAll(" ", "\u00A0")]) || "contact not recorded";
}

function preparedBy({ packet, org, zones }: PacketSnapshot): string {
  const approved = packet.approval
    ? `approved by ${packet.approval.by} on ${onWall(packet.approval.at, zones.home)}`
    : "not yet approved";
  return `${org.name}. Prepared by ${packet.preparedBy}; ${approved}.`;
}

function extent({ incidents, exhibits, papers }: PacketSnapshot): string {
  const parts = [
    countOf(incidents.length, "incident"),
    countOf(papers.filter((paper) => paper.state !== "draft").length, "paper"),
    countOf(exhibits.length, "exhibit"),
  ];
  return parts.join(", ");
}

export function specimenNote(snapshot: PacketSnapshot): Block[] {
  if (!snapshot.packet.specimen) return [];
  const text =
    "Specimen. The case, the people, the station, the organisation, every account, id and reference number are invented.";
  return [{ b: "note", text }];
}
