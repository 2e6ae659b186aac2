import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { newLine, type Rich, strong } from "@/lib/platform/pdf/rich-text";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { cells, type Section, subheading, table } from "../section";
import { codeList, para, sourcesOf } from "../source-column";
import { formatDate } from "../words";
import type { Refusal } from "./cover-and-facts";

/** Sections 4 and 5: whose turn it is and by when, and whether the client allowed it in writing. */
export const ladderAndAuthority: Section = {
  id: "ladder",
  build: ({ snapshot }) => {
    const { refusal } = snapshot;
    return [
      { b: "section", short: "Rule, rungs and authority" },
      subheading("4", "The rungs of the complaint"),
      ...(refusal ? rungs(refusal) : [para("No refusal is chosen for this packet.", ["case record"])]),
      subheading("5", "The client’s written authority"),
      ...authority(snapshot),
    ];
  },
};

function rungs(refusal: Refusal): Block[] {
  const here = refusal.rungs.find((rung) => rung.state === "here");
  if (refusal.rungs.length === 0) return [para("No rungs are known for this office.", ["law data"])];
  const due = here?.due ? `, by ${formatDate(here.due)}` : ", no day is set";
  const since = here?.since ? ` since ${formatDate(here.since)}` : "";
  const text = here
    ? `The complaint stands with: ${here.title}${since}. It is the turn of this office to answer${due}.`
    : "The complaint has not been put to an office yet.";
  return [
    para(text, sourcesOf([refusal.code])),
    table(
      [
        [9, "No."],
        [52, "Office"],
        [29, "Turn, by when"],
        [46, "What is sent, how long"],
        [34, "Source and mark"],
      ] as const,
      refusal.rungs.map((rung, i) => rungRow(rung, i)),
    ),
  ];
}

function rungRow(rung: Refusal["rungs"][number], i: number): Row {
  const title: Rich = rung.state === "here" ? [strong(rung.title)] : rung.title;
  const when = [
    rung.since ? `since ${formatDate(rung.since)}` : "",
    rung.due ? `by ${formatDate(rung.due)}` : "",
  ].filter(Boolean);
  const turn: Rich = [
    rung.state === "next" ? `next: ${rung.who}` : rung.who,
    ...when.flatMap((text) => [newLine, text]),
  ];
  return cells(String(i + 1), title, turn, rung.note ?? "", codeList(rung.sources, " · "));
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
