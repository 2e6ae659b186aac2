import type { PacketLaw } from "@/lib/law/jurisdictions/packet-word-types";
import type { Block } from "@/lib/platform/pdf/blocks";
import { cells, table } from "../sections/section";
import { notedMarks, para, withoutMarks } from "../sections/source-column";
import { formatDate } from "../sections/words";

/** A provision whose source has no number: its marks stand in its words. */
export type WordedSource = { provision: string; source: string };

/** Each source of law that the packet cites with the marks that say how well it was read: for the sender alone. */
export function markedSources(laws: readonly PacketLaw[], inWords: readonly WordedSource[] = []): Block[] {
  const head: Block[] = [
    { b: "newPage" },
    {
      b: "h1",
      no: "",
      title: "Law and practice sources, with their marks",
      anchor: "marks",
      short: "Sources and marks",
    },
    {
      b: "note",
      text: "V primary text; V2 secondary text; S the reporting guide; G general knowledge, no source read; C confirm before use. G and C are printed white on black.",
    },
  ];
  if (laws.length === 0 && inWords.length === 0)
    return [...head, para("No law source of this pair was read, so none is listed.", ["product rule"])];
  return [
    ...head,
    table(
      [
        [12, "No."],
        [76, "Statement"],
        [40, "Source"],
        [22, "Mark"],
        [20, "Checked"],
      ] as const,
      [
        ...laws.map((law) => cells(law.no, law.statement, law.source, notedMarks(law), formatDate(law.checkedOn))),
        ...inWords.map(({ provision, source }) => {
          const bare = withoutMarks(source);
          const [, marks = "", on = ""] = /\(([VSGC2, ]+), checked ([^()]*)\)$/.exec(source) ?? [];
          return cells("", provision, bare, marks, on);
        }),
      ],
      true,
    ),
  ];
}
