import type { PacketSnapshot } from "@/lib/packets/snapshot";
import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { cells, heading, type Section, table } from "./section";
import { fixedPara, para } from "./source-column";
import { spanText } from "./words";

/** Section 4: each South African offence beside its US counterpart, element by element, gaps printed. */
export const dualCriminality: Section = {
  id: "dual",
  build: ({ snapshot }) => [
    ...heading("4", "Dual criminality, element by element", "dual", "Dual criminality"),
    fixedPara("F7", "L32"),
    ...pairs(snapshot),
  ],
};

function pairs(snapshot: PacketSnapshot): Block[] {
  if (snapshot.pairs.length === 0) {
    return [
      para(
        "No pairing is drafted in this version. The lines are for the prosecutor: South African element, US element, facts, gap.",
        ["case record"],
      ),
      { b: "freeLines", count: 6 },
    ];
  }
  const rows = snapshot.pairs.flatMap((pair): Row[] => [
    {
      band: `${pair.code}   ${pair.home.provision} (${pair.home.maximum}) and ${pair.other.provision} (${pair.other.maximum}${pair.other.yearsVerified ? "" : ", not verified"})`,
    },
    ...pair.elements.map((element) =>
      cells(element.home, element.other, element.facts, spanText(element.shownBy) || "none", element.gap),
    ),
  ]);
  const columns = [
    [35, "South African element"],
    [35, "US element"],
    [46, "Facts"],
    [26, "Incidents, exhibits"],
    [28, "Gap"],
  ] as const;
  return [table(columns, rows)];
}
