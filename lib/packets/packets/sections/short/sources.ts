import type { PacketLaw } from "@/lib/law/jurisdictions/packet-word-types";
import type { Block } from "@/lib/platform/pdf/blocks";
import { annexA } from "../schedules/files";
import { howRead } from "../schedules/law";
import { cells, type Section, table } from "../section";

/** Each law or practice source that the packet names, and no other. It is filled when the rest is built. */
export function sourcesUsed(laws: readonly PacketLaw[]): Block[] {
  if (laws.length === 0) return [];
  const rows = laws.map((law) => cells(law.no, law.statement, law.source, howRead(law)));
  return [
    { b: "h3", title: "Sources used here" },
    table(
      [
        [12, "No."],
        [86, "What it says"],
        [40, "Where it was read"],
        [32, "How, and when"],
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
