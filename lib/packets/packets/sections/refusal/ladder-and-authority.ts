import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { newLine, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { cells, type Section, subheading, table } from "../section";
import { codeList, para, sourcesOf } from "../source-column";
import { formatDate, isolated } from "../words";
import { noOf, type Refusal } from "./cover-and-facts";

/** Sections 4 and 5: whose turn it is and by when, and whether the client allowed it in writing. */
export const ladderAndAuthority: Section = {
  id: "ladder",
  build: ({ snapshot }) => {
    const { refusal } = snapshot;
    return [
      { b: "section", short: "Escalation and authority" },
      subheading(noOf(snapshot, 4), "Escalation history"),
      ...(refusal ? rungs(refusal) : [para("No refusal is chosen for this packet.", ["case record"])]),
      subheading(noOf(snapshot, 5), "The client’s written authority"),
      ...authority(snapshot),
    ];
  },
};

function rungs(refusal: Refusal): Block[] {
  const here = refusal.rungs.find((rung) => rung.state === "here");
  if (refusal.rungs.length === 0) return [para("No higher office is known for this office.", ["law data"])];
  return [
    para(standing(here), sourcesOf([refusal.code, here?.paper])),
    table(
      [
        [9, "No."],
        [48, "Office"],
        [41, "Complaint, and what came of it"],
        [42, "What is sent, how long"],
        [30, "Source"],
      ] as const,
      refusal.rungs.map((rung, i) => rungRow(rung, i)),
    ),
  ];
}

/** A day for an answer is named only to an office that was asked. */
function standing(here: Refusal["rungs"][number] | undefined): string {
  if (!here) return "The complaint has not been put to an office yet.";
  if (!here.since) return `This complaint is addressed to: ${here.title}. None was lodged there before.`;
  const due = here.due ? ` Response due from your office by ${formatDate(here.due)}.` : " No day for an answer is set.";
  return `The complaint was lodged with: ${here.title}, on ${formatDate(here.since)}.${due}`;
}

function rungRow(rung: Refusal["rungs"][number], i: number): Row {
  const title: Rich = rung.state === "here" ? [strong(rung.title)] : rung.title;
  const sent = rung.since ? `sent ${formatDate(rung.since)}${rung.paper ? ` (${rung.paper})` : ""}` : "";
  const left = rung.left ? `${formatDate(rung.left.on)}: ${isolated(rung.left.why)}` : "";
  const due = rung.due ? `response due by ${formatDate(rung.due)}` : "";
  const came: Rich = [
    rung.state === "next" ? `next: ${rung.who}` : rung.who,
    ...[sent, due, left].filter(Boolean).flatMap((text) => [newLine, text]),
  ];
  return cells(String(i + 1), title, came, rung.note ?? "", codeList(rung.sources, " · "));
}

function authority({ refusal }: PacketSnapshot): Block[] {
  const sources = sourcesOf([refusal?.code], "case record");
  const needed = refusal?.needsAuthority;
  const { authority: held } = refusal ?? { authority: null };
  if (!held) {
    const asked = needed ? ` It is asked for at: ${needed}.` : "";
    return [
      {
        b: "box",
        rule: 1,
        lines: [
          {
            as: "body",
            text: [
              strong("Not on file. "),
              `The client’s written authority to complain for them is not on file.${asked} Until it is, the client signs.`,
            ],
          },
        ],
      },
      para("Nothing is sent in the client’s name without it.", sources),
    ];
  }
  const until = held.expiresOn ? `, until ${formatDate(held.expiresOn)}` : ", no last day set";
  const where = held.exhibit
    ? ` The signed paper is ${held.exhibit}.`
    : " The signed paper is with the organisation and does not travel with this packet.";
  return [
    para(
      `On file for: ${held.title}. Signed on ${formatDate(held.signedOn)}${until}.${where}`,
      sourcesOf([refusal?.code, held.exhibit], "case record"),
    ),
  ];
}
