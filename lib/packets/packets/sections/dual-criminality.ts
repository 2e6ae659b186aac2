import type { Block, Row } from "@/lib/platform/pdf/blocks";
import type { PacketSnapshot } from "../snapshot/snapshot";
import { label, wordingPara } from "./pair-words";
import { cells, type Section, sectionHead, table } from "./section";
import { para } from "./source-column";
import { spanText, within } from "./words";

/** Section 4: each domestic offence next to its foreign counterpart, element by element, gaps printed. */
export const dualCriminality: Section = {
  id: "dual",
  build: ({ snapshot }) => [
    ...sectionHead("elements"),
    ...wordingPara(snapshot, "F7"),
    ...wordingPara(snapshot, "pairingNote"),
    ...pairs(snapshot),
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
      ? [cells("Can message content be requested?", "", pair.content.join("; "), "", "")]
      : []),
  ]);
  const columns = [
    [35, label(snapshot, "homeElement")],
    [35, label(snapshot, "otherElement")],
    [46, "Facts"],
    [26, "Incidents, exhibits"],
    [28, "Gap"],
  ] as const;
  return [table(columns, rows)];
}
