import type { Block } from "@/lib/platform/pdf/blocks";
import { newLine } from "@/lib/platform/pdf/rich-text";
import { fixedLines } from "../../fixed-text";
import { dangerBox } from "../brief/danger";
import { docketOf, docketText } from "../facts";
import type { Section } from "../section";
import { aboutPacket, coverBlocks, specimenNote } from "../short/cover";
import { caseNumberText, wordsOfPair } from "../short/words";
import { labelled } from "../source-column";
import { stop } from "../words";

/** What the pack is and is not, for whom, and what is in it. */
export const docketCover: Section = {
  id: "cover",
  build: ({ snapshot }) => {
    const words = wordsOfPair(snapshot);
    const { homeCountry, clientCode, subjectCode, matter } = snapshot.case;
    const number = docketOf(snapshot);
    return [
      ...coverBlocks({
        short: "Cover",
        kicker: "SERVED PART · CONFIDENTIAL · FOR THE INVESTIGATING OFFICER",
        title: words.docket.title,
        lead: [
          `${caseNumberText(snapshot)}. ${homeCountry}. Client ${clientCode}, ${subjectCode}.`,
          ...(matter ? [newLine, stop(matter)] : []),
        ],
        first: words.police.file === "docket" ? fixedLines.notDocket : fixedLines.notFile,
        notice: words.docket.notice,
        codes: "F3",
      }),
      ...dangerBox(snapshot),
      aboutPacket(snapshot, [
        labelled(words.police.caseNumber, number ? `${docketText(number)} (${number.code})` : "not yet issued"),
      ]),
      ...specimenNote(snapshot),
    ];
  },
};

/** The contents, on the cover. */
export const shortContents: Section = {
  id: "contents",
  build: (): Block[] => [
    { b: "h3", title: "Contents" },
    { b: "contents", outlineFrom: 0 },
  ],
};
