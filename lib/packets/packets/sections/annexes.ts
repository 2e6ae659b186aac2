import type { PacketLaw } from "@/lib/law/jurisdictions/packet-word-types";
import type { Block } from "@/lib/platform/pdf/blocks";
import { mono, newLine } from "@/lib/platform/pdf/rich-text";
import type { PacketSnapshot } from "../snapshot/snapshot";
import { cells, type Section, table } from "./section";
import { fixedPara, notedMarks, para } from "./source-column";
import { formatDate, grouped } from "./words";

/** Annex A: every file with its full hash, and the head of each custody chain. */
export const annexA: Section = {
  id: "annex-a",
  build: ({ snapshot }) => [
    { b: "newPage" },
    { b: "h1", no: "A", title: "Files and full hashes", anchor: "annex-a", short: "Annex A Files and hashes" },
    para("SHA-256, 64 characters in eight groups of eight. Spaces are for reading only.", ["custody ledger"]),
    ...files(snapshot),
    ...chains(snapshot),
  ],
};

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

/** Annex B lists the law that the paragraphs cite, so it is built from them: see `assemble-packet`. */
export function annexB(laws: readonly PacketLaw[]): Block[] {
  const rows = laws.map((law) => cells(law.no, law.statement, law.source, notedMarks(law)));
  return [
    { b: "newPage" },
    { b: "h1", no: "B", title: "Law and practice sources", anchor: "annex-b", short: "Annex B Sources" },
    fixedPara("F4"),
    ...(laws.length === 0
      ? [para("No law source of this pair was read, so none is listed.", ["product rule"])]
      : [
          para(checkedText(laws), ["F4"]),
          table(
            [
              [12, "No."],
              [84, "Statement"],
              [50, "Source"],
              [24, "Mark"],
            ] as const,
            rows,
          ),
        ]),
  ];
}

function checkedText(laws: readonly PacketLaw[]): string {
  const dates = [...new Set(laws.map((law) => law.checkedOn))].sort();
  const when =
    dates.length <= 1
      ? `All checked on ${formatDate(dates[0] ?? "")}.`
      : `Checked between ${formatDate(dates[0] ?? "")} and ${formatDate(dates.at(-1) ?? "")}.`;
  return `${when} What carries G or C is printed so that a lawyer can confirm it, not so that it can be relied on.`;
}
