import type { Block } from "@/lib/platform/pdf/blocks";
import type { Inline, Rich } from "@/lib/platform/pdf/rich-text";
import { fixedLines } from "../../fixed-text";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { dangerBox } from "../brief/danger";
import { docketOf, docketText } from "../facts";
import { particulars, type Section, subheading } from "../section";
import { aboutPacket, coverBlocks, specimenNote } from "../short/cover";
import { sourcedPara, wordsOfPair } from "../short/words";
import { codeList, labelled, para, sourcesOf } from "../source-column";
import { dayOf, isolated, onWall, sentence, stop, utc } from "../words";

export type Refusal = NonNullable<PacketSnapshot["refusal"]>;

/** The number of a section. The rule and what was asked stand in the pack only with a refusal, and leave no gap. */
export const noOf = ({ refusal }: PacketSnapshot, no: number): string => String(refusal || no < 2 ? no : no - 2);

/** The first page: the subject of the complaint, to whom it goes, and what the pack is. */
export const refusalCover: Section = {
  id: "cover",
  build: ({ snapshot }) => {
    const { refusal } = snapshot;
    const words = wordsOfPair(snapshot);
    const number = docketOf(snapshot);
    return [
      ...coverBlocks({
        short: "Cover",
        kicker: "SERVED PART · CONFIDENTIAL · FOR THE OFFICES NAMED BELOW",
        title: "Complaint about a refusal",
        lead: refusal
          ? `${words.refusal.lead}: ${refusal.office}, ${dayOf(refusal.at, refusal.zone)}. Client ${snapshot.case.clientCode}.`
          : `${words.refusal.lead}. Client ${snapshot.case.clientCode}.`,
        first: fixedLines.complaint,
        notice: words.refusal.notice,
        codes: "F3",
      }),
      ...dangerBox(snapshot),
      aboutPacket(snapshot, [labelled(words.police.caseNumber, number ? docketText(number) : "not yet issued")]),
      ...specimenNote(snapshot),
    ];
  },
};

/** Sections 1 to 3: what happened, what the rule says, what was requested. */
export const refusalFacts: Section = {
  id: "facts",
  build: ({ snapshot }) => {
    const { refusal } = snapshot;
    const start: Block[] = [{ b: "section", short: "Cover and what happened" }];
    if (!refusal)
      return [
        ...start,
        subheading("1", "What happened"),
        para("No refusal is chosen for this packet.", ["case record"]),
      ];
    return [
      ...start,
      subheading("1", "What happened"),
      particulars(happened(snapshot, refusal), 46),
      ...quoted(refusal),
      subheading("2", "What the rule says"),
      ...rule(refusal),
      subheading("3", "What was asked for"),
      sourcedPara(
        refusal.asked ?? { text: "What the office was asked to do is not recorded.", sources: [refusal.code] },
      ),
      ...sought(refusal),
      para(
        "The office is asked to do now what was refused, and to answer in writing; where it will not, to give the reason and the name of the person who decides.",
        ["product rule"],
      ),
    ];
  },
};

/** What the letter asks of this body stands on its own line: a body may ask for it by its own rule. */
const sought = ({ recourse }: Refusal): Block[] =>
  recourse ? [particulars([labelled("Recourse sought", isolated(recourse))], 46)] : [];

function happened(snapshot: PacketSnapshot, refusal: Refusal) {
  const { staffNumber } = wordsOfPair(snapshot).police;
  const { home } = snapshot.zones;
  const elsewhere = refusal.zone === home ? "" : `; ${onWall(refusal.at, home)}`;
  return [
    labelled("Refusal", refusal.code),
    labelled("Step", refusal.step),
    labelled("Office", refusal.office),
    labelled("Officer", refusal.officer ?? "name not noted"),
    labelled(sentence(staffNumber), refusal.forceNumber ?? "not noted"),
    labelled("Offence reported", offencesOf(snapshot)),
    labelled("When", `${onWall(refusal.at, refusal.zone)}${elsewhere} (${utc(refusal.at)})`),
    labelled("Witnesses", refusal.witnesses ?? "none recorded"),
    labelled("Proof", refusal.proof ? `exhibit ${refusal.proof}` : "no exhibit of it travels with this packet"),
  ];
}

/** As the charges of the case say; where none is named, the office says which it is. */
function offencesOf({ charges }: PacketSnapshot): Rich {
  if (charges.length === 0) return "not yet named; the office decides";
  return charges.flatMap((charge, i): Inline[] => [
    `${i > 0 ? "; " : ""}${charge.provision} `,
    ...codeList(charge.sources, " "),
  ]);
}

function quoted(refusal: Refusal): Block[] {
  const text = refusal.words
    ? `Words used, as they were recorded: “${isolated(refusal.words)}”`
    : "The words used were not noted.";
  return [para(text, sourcesOf([refusal.code, refusal.proof]))];
}

function rule(refusal: Refusal): Block[] {
  if (refusal.basis.length === 0)
    return [para("No rule on the duty of this office was read. The complaint rests on the facts.", ["law data"])];
  return bySource(refusal.basis).map(({ texts, sources }) => para(texts.map(stop).join(" "), sourcesOf(sources)));
}

/** Statements from one source form one paragraph, so that the source appears once. */
function bySource(basis: Refusal["basis"]): { texts: string[]; sources: string[] }[] {
  const groups = new Map<string, { texts: string[]; sources: string[] }>();
  for (const { text, sources } of basis) {
    const group = groups.get(sources.join()) ?? { texts: [], sources };
    group.texts.push(text);
    groups.set(sources.join(), group);
  }
  return [...groups.values()];
}
