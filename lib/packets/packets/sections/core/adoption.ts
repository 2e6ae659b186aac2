import { blank, check } from "@/lib/platform/pdf/rich-text";
import { wordingPara } from "../pair-words";
import { cells, type Section, sectionHead, table } from "../section";
import { askedOf, entityOf } from "../shared/asked";
import { para } from "../source-column";
import { spanText, within } from "../words";

/** The authority ticks each item; the words of the offences are annexed in Schedule E. */
export const adoption: Section = {
  id: "adoption",
  build: ({ snapshot }) => {
    const rows = askedOf(snapshot).map((ask) =>
      cells(
        ask.no,
        [entityOf(ask), within(ask.title), spanText(ask.accounts)].filter(Boolean).join(", "),
        [check()],
        [check()],
        [blank(56)],
      ),
    );
    const none = [cells("", [blank(56)], [check()], [check()], [blank(56)])];
    return [
      ...sectionHead("adoption"),
      ...wordingPara(snapshot, "F5"),
      para("Nothing in this dossier is a request until an authority adopts it. Tick each item; amend on the line.", [
        "F1",
      ]),
      table(
        [
          [14, "Item"],
          [62, "What"],
          [18, "Adopt"],
          [18, "Drop"],
          [58, "Amended to"],
        ] as const,
        rows.length > 0 ? rows : none,
      ),
      {
        b: "fields",
        rows: [
          [{ label: "Signed for the requesting authority" }, { label: "Name, rank or office" }],
          [{ label: "Place" }, { label: "Date" }],
        ],
      },
    ];
  },
};
