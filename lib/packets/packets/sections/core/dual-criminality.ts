import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { strong } from "@/lib/platform/pdf/rich-text";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { label, wordingPara } from "../pair-words";
import { cells, type Section, sectionHead, table } from "../section";
import { para } from "../source-column";
import { spanText, stop, within } from "../words";
import { elementTable } from "./element-table";

/** Section 4: the element table of both countries, whether content can be asked for, and what is not relied on. */
export const dualCriminality: Section = {
  id: "dual",
  build: ({ snapshot }) => [
    ...sectionHead("elements"),
    ...wordingPara(snapshot, "F7"),
    ...wordingPara(snapshot, "pairingNote"),
    ...pairs(snapshot),
    ...considered(snapshot),
  ],
};

function pairs(snapshot: PacketSnapshot): Block[] {
  if (snapshot.pairs.length === 0) {
    return [
      para(
        "No pairing is drafted in this version. The lines are for the prosecutor: element at home, element there, facts, gap.",
        ["case record"],
      ),
      { b: "freeLines", count: 6 },
    ];
  }
  const { law } = snapshot;
  return law ? [elementTable(snapshot, law), ...content(snapshot)] : [unaligned(snapshot)];
}

/** What the law of each pairing says, after what the table shows. */
function content({ pairs: all }: PacketSnapshot): Block[] {
  return all.flatMap((pair) =>
    pair.content.length > 0
      ? [
          para(
            [
              strong("Message content. "),
              `Whether it can be asked for on ${pair.other.provision}: ${within(stop(pair.content.join("; ")))}`,
            ],
            [pair.other.law],
          ),
        ]
      : [],
  );
}

function considered({ law, dropped }: PacketSnapshot): Block[] {
  const rows = law
    ? law.considered.map(({ citation, offence, why }) => cells(`${citation}, ${within(offence)}`, stop(why)))
    : dropped.map(({ provision, reason }) => cells(provision, stop(reason)));
  if (rows.length === 0) return [];
  return [
    { b: "h3", title: "Considered, and why not relied on" },
    table(
      [
        [70, "Offence"],
        [100, "Why not, on the facts held"],
      ] as const,
      rows,
    ),
  ];
}

/** An older snapshot, whose elements were not set beside each other. */
function unaligned(snapshot: PacketSnapshot): Block {
  const rows = snapshot.pairs.flatMap((pair): Row[] => [
    {
      band: `${pair.code}   ${pair.home.provision} (${within(pair.home.maximum)}) and ${pair.other.provision} (${within(pair.other.maximum)}${pair.other.yearsVerified ? "" : ", not verified"})`,
    },
    ...pair.elements.map((element) =>
      cells(
        element.home,
        element.other,
        element.facts || "none recorded",
        spanText(element.shownBy) || "none",
        element.gap || "none noted",
      ),
    ),
    ...(pair.content.length > 0
      ? [cells("Whether message content can be asked for", "", pair.content.join("; "), "", "")]
      : []),
  ]);
  const columns = [
    [35, label(snapshot, "homeElement")],
    [35, label(snapshot, "otherElement")],
    [46, "Facts"],
    [26, "Incidents, exhibits"],
    [28, "Gap"],
  ] as const;
  return table(columns, rows);
}
