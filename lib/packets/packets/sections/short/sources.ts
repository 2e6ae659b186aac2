import type { PacketLaw } from "@/lib/law/jurisdictions/packet-word-types";
import type { Block } from "@/lib/platform/pdf/blocks";
import { annexA } from "../annexes";
import { cells, type Section, table } from "../section";
import { notedMarks } from "../source-column";
import { formatDate } from "../words";

/** Each law or practice source that the packet names, and no other. It is filled when the rest is built. */
export function sourcesUsed(laws: readonly PacketLaw[]): Block[] {
  if (laws.length === 0) return [];
  const checkedOn = [...new Set(laws.map((law) => law.checkedOn))].sort();
  const rows = laws.map((law) => cells(law.no, law.statement, law.source, notedMarks(law)));
  return [
    { b: "h3", title: `Sources used here, checked ${checkedOn.map(formatDate).join(", ")}` },
    table(
      [
        [12, "No."],
        [84, "Statement"],
        [50, "Source"],
        [24, "Mark"],
      ] as const,
      rows,
    ),
  ];
}

/** Files and hashes, when anything travels. */
export const filesAnnex: Section = {
  id: "annex-a",
  build: (given) => (given.snapshot.exhibits.length > 0 ? annexA.build(given) : []),
};
