import type { Block } from "@/lib/platform/pdf/blocks";
import { blocksOfPaper } from "@/lib/platform/pdf/blocks-of-paper";
import { strong } from "@/lib/platform/pdf/rich-text";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { covered } from "../preflight-result";
import { type Section, subheading } from "../section";
import { waysTo } from "../short/cover";
import { exhibitsHeld } from "../short/exhibits-held";
import { wordsOfPair } from "../short/words";
import { para, sourcesOf } from "../source-column";
import { formatDate } from "../words";
import { noOf } from "./cover-and-facts";

type Paper = PacketSnapshot["papers"][number];

/** Section 6: the complaint to this office and those before it, with codes where they name the client. */
export const letters: Section = {
  id: "letters",
  build: ({ snapshot }) => {
    const printed = lettersOf(snapshot);
    const here = snapshot.refusal?.rungs.find((rung) => rung.state === "here");
    const isMissing = here?.key ? !printed.some((paper) => paper.rung === here.key) : printed.length === 0;
    return [
      ...(printed.length > 0 ? [{ b: "newPage" } as const, { b: "section", short: "The letter" } as const] : []),
      subheading(noOf(snapshot, 6), "The letter"),
      ...(isMissing ? [para("The letter to this office is not final, so it is not here.", ["case record"])] : []),
      ...printed.flatMap((paper, i) => [...(i > 0 ? [{ b: "newPage" } as const] : []), ...letter(paper)]),
    ];
  },
};

/** The letter to the office that the pack is for, then those that were sent to others before. A draft is none. */
function lettersOf({ papers, refusal }: PacketSnapshot): Paper[] {
  const here = refusal?.rungs.find((rung) => rung.state === "here");
  const about = papers.filter((paper) => paper.about === "refusal" && paper.text);
  if (!here?.key) return about;
  const mine = about.filter((paper) => paper.rung === here.key);
  return [...mine, ...about.filter((paper) => paper.rung !== here.key && paper.sentOn)];
}

function letter(paper: Paper): Block[] {
  if (!paper.text) return [];
  const state =
    paper.state === "sworn"
      ? `sworn on ${formatDate(paper.swornOn ?? "")}`
      : `final${paper.finalOn ? ` since ${formatDate(paper.finalOn)}` : ""}`;
  const sent = paper.sentOn ? `; sent on ${formatDate(paper.sentOn)}` : "; not noted as sent";
  const { addressee, title, parts } = paper.text;
  return [
    para(
      `${paper.code}, version ${paper.version}, ${state}${sent}. Where it names the client, the code stands here; the signed paper has the name.`,
      sourcesOf([paper.code, paper.exhibit]),
    ),
    { b: "gap", mm: 3 },
    ...(addressee.length > 0 ? [{ b: "text", text: addressee.join("\n") } as const] : []),
    { b: "paperTitle", text: title },
    ...blocksOfPaper(parts).map(inside),
    { b: "gap", mm: 3 },
  ];
}

/** Headings of a letter are no sections of the pack, so they stay out of its outline. */
function inside(block: Block): Block {
  if (block.b === "paperHeading") return { b: "text", text: [strong(block.title)] };
  return block.b === "keep" ? { ...block, blocks: block.blocks.map(inside) } : block;
}

/** Section 7, the release, and the slip on which the office answers. */
export const proofAndReply: Section = {
  id: "proof",
  build: ({ snapshot }) => [
    { b: "section", short: "Proof and reply" },
    subheading(noOf(snapshot, 7), "Proof"),
    ...exhibitsHeld(snapshot),
    { b: "h3", title: "Released by the client" },
    ...covered(snapshot),
    ...reply(snapshot),
  ],
};

function reply(snapshot: PacketSnapshot): Block[] {
  const { org, packet, refusal } = snapshot;
  const { police } = wordsOfPair(snapshot);
  const blocks: Block[] = [
    { b: "h3", title: "Reply slip, for the office" },
    {
      b: "fields",
      rows: [
        [{ label: `Received by (name, ${police.rank})` }],
        [{ label: "Date and time" }, { label: "Number of the complaint" }],
        [{ label: `${police.caseNumber}, if the report was taken after all` }, { label: "Answer in writing by" }],
      ],
    },
    para(
      `Please return this slip to the liaison desk, ${waysTo(org)}, quoting ${packet.no}. Do not contact the client directly.`,
      sourcesOf([refusal?.code], "packet record"),
    ),
  ];
  return [{ b: "keep", blocks }];
}
