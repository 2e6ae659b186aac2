import type { Block } from "@/lib/platform/pdf/blocks";
import { mono, newLine } from "@/lib/platform/pdf/rich-text";
import type { PacketSnapshot } from "../../snapshot/snapshot";
import { cells, type Section, table } from "../section";
import { para } from "../source-column";
import { grouped } from "../words";

/** Annex A: every file with its full hash, and the head of each custody chain. */
export const annexA: Section = {
  id: "annex-a",
  build: ({ snapshot }) => [
    { b: "h1", no: "A", title: "Files and full hashes", anchor: "annex-a", short: "Annex A Files and hashes" },
    ...filesBlocks(snapshot),
  ],
};

export function filesBlocks(snapshot: PacketSnapshot): Block[] {
  return [
    para("SHA-256, 64 characters in eight groups of eight. Spaces are for reading only.", ["custody ledger"]),
    ...files(snapshot),
    ...chains(snapshot),
  ];
}

function files(snapshot: PacketSnapshot): Block[] {
  const rows = snapshot.exhibits.flatMap((exhibit) =>
    exhibit.files.map((file) =>
      cells(exhibit.code, [mono(file.name)], file.kind, String(file.bytes), [
        mono(grouped(file.sha256.slice(0, 32))),
        newLine,
        mono(grouped(file.sha256.slice(32))),
      ]),
    ),
  );
  if (rows.length === 0) return [para("There is no file.", ["custody ledger"])];
  return [
    table(
      [
        [14, "Exhibit"],
        [44, "File"],
        [26, "Kind"],
        [20, "Bytes"],
        [66, "SHA-256"],
      ] as const,
      rows,
    ),
  ];
}

function chains(snapshot: PacketSnapshot): Block[] {
  const rows = snapshot.exhibits.flatMap((exhibit) => {
    const hash = exhibit.custody.at(-1)?.hash;
    return [cells(exhibit.code, String(exhibit.custody.length), hash ? [mono(grouped(hash))] : "not recorded")];
  });
  if (rows.length === 0) return [];
  return [
    { b: "h3", title: "Head of each custody chain" },
    table(
      [
        [14, "Exhibit"],
        [20, "Events"],
        [136, "Chain hash of the last event"],
      ] as const,
      rows,
      true,
    ),
  ];
}
