import type { Block, Row } from "@/lib/platform/pdf/blocks";
import { mono, pageOf } from "@/lib/platform/pdf/rich-text";
import type { PacketSnapshot, SnapshotExhibit } from "../../snapshot/snapshot";
import { codes } from "../facts";
import { cells, table } from "../section";
import { para, sourcesOf } from "../source-column";
import { countOf, sentence, shortHash, spans, spanText, utc } from "../words";

/** The exhibits that travel, one line each, with the page of its cover. */
export function exhibitsHeld(snapshot: PacketSnapshot): Block[] {
  const { exhibits } = snapshot;
  if (exhibits.length === 0) {
    return [
      para("No exhibit travels with this packet. What the organisation holds can be handed to the officer.", [
        "custody ledger",
      ]),
    ];
  }
  const many = exhibits.length > 1;
  const text = `${sentence(countOf(exhibits.length, "exhibit"))} ${many ? "travel" : "travels"} with this packet; full hashes are on page `;
  return [para([text, pageOf("annex-a"), "."], sourcesOf(spans(codes(exhibits)))), heldTable(exhibits)];
}

function heldTable(exhibits: readonly SnapshotExhibit[]): Block {
  return table(
    [
      [14, "No."],
      [66, "What"],
      [34, "Captured (UTC)"],
      [20, "Shows"],
      [26, "SHA-256, short"],
      [10, "Page"],
    ] as const,
    exhibits.map(row),
    true,
  );
}

function row(exhibit: SnapshotExhibit): Row {
  const captured = exhibit.capturedAt ? utc(exhibit.capturedAt).replace("T", " ").replace("Z", "") : "not recorded";
  return cells(
    exhibit.code,
    exhibit.title,
    captured,
    spanText(exhibit.shows) || "–",
    [mono(shortHash(exhibit.files[0]?.sha256))],
    [pageOf(exhibit.code)],
  );
}
