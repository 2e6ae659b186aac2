import type { Block, Column, Row } from "@/lib/platform/pdf/blocks";
import type { Rich } from "@/lib/platform/pdf/rich-text";
import type { PacketSnapshot, PreparedExhibit } from "../snapshot/snapshot";
import { type Place, places } from "./places";

/** What a section may read. Nothing else goes into a packet. */
export type Given = {
  snapshot: PacketSnapshot;
  exhibits: readonly PreparedExhibit[];
  /** How much the summary leaves to the sections, 0 (nothing) to 5, until it fits on its page. */
  brevity: number;
};

/** One section of a packet. A kind of packet is a list of these. */
export type Section = { id: string; build: (given: Given) => readonly Block[] };

/** The head of a section of the core: it enters the outline and names the running head. */
export function sectionHead(place: Place): Block[] {
  const { no, title, anchor } = places[place];
  return [{ b: "h1", no, title, anchor, short: `${no} ${title}` }];
}

/** The head of a schedule: it starts a page. */
export function scheduleHead(place: Place): Block[] {
  const { no, title, anchor } = places[place];
  return [{ b: "newPage" }, { b: "h1", no, title, anchor, short: `Schedule ${no}: ${title}` }];
}

export function subheading(no: string, title: string): Block {
  return { b: "h2", no, title, anchor: `s${no}` };
}

/** A table from its columns (width in mm, head) and its rows; a row of one text is a band. */
export function table(columns: readonly (readonly [number, string])[], rows: readonly Row[], tight = false): Block {
  return { b: "table", columns: columns.map(([mm, head]): Column => ({ mm, head })), rows, tight };
}

/** Particulars: labels and known values, without a heading. */
export function particulars(rows: readonly Row[], labelMm: number, tight = false): Block {
  return { b: "table", columns: [{ mm: labelMm }, { mm: 170 - labelMm }], rows, tight };
}

/** An unknown value in a cell is said in words. */
export function orNot(value: string | null | undefined, otherwise = "not recorded"): string {
  return value ? value : otherwise;
}

export function cells(...list: readonly Rich[]): Row {
  return { cells: list };
}
