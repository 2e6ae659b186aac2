import type { Chart } from "../charts/marks";
import type { Rich } from "./rich-text";
import type { PageSize } from "./style";

export type Column = { mm: number; head?: Rich };
/** A row of cells, or a band: a group's name on grey, never the last thing on a page. */
export type Row = { cells: readonly Rich[] } | { band: Rich };
export type Field = { label: string; value?: Rich };
export type BoxLine = { text: Rich; as: "notice" | "body" | "cell" };

/** The elements of a document. The engine knows measurements and flow, nothing about the content. */
export type Block =
  | { b: "section"; short: string }
  | { b: "kicker"; text: string }
  /** `small` for a document of few pages; with an anchor it is in the outline. */
  | { b: "title"; text: string; small?: boolean; anchor?: string }
  | { b: "lead"; text: Rich }
  | { b: "h1"; no: string; title: string; anchor: string; short: string }
  | { b: "h2"; no: string; title: string; anchor: string }
  | { b: "h3"; title: string }
  /** `no` is given by `numberParagraphs`, the same for every writer. */
  | { b: "para"; text: Rich; aside: Rich; no?: number }
  | { b: "note"; text: Rich; aside?: never }
  /** A paragraph over the whole width, without a number; its sources stand in the text. */
  | { b: "prose"; text: Rich; aside?: never }
  | { b: "box"; rule: number; lines: readonly BoxLine[] }
  | { b: "table"; columns: readonly Column[]; rows: readonly Row[]; tight?: boolean; anchor?: string }
  | { b: "fields"; rows: readonly (readonly Field[])[] }
  | { b: "freeLines"; count: number; label?: string }
  /** A machine-readable code, as rows of true and false, with the same in words next to it. */
  | { b: "code"; rows: readonly (readonly boolean[])[]; mm: number; text: Rich }
  | { b: "frame"; label: string; mm: readonly [number, number] }
  | { b: "contents"; outlineFrom: number }
  | { b: "gap"; mm: number }
  | { b: "newPage" }
  /** The head of an exhibit, in the outline; `short` names the running head; `picture` follows and stays with it. */
  | { b: "exhibit"; label: string; title: string; anchor: string; short: string; picture?: Measures | null }
  | { b: "paperTitle"; text: Rich }
  | { b: "paperHeading"; title: string; anchor: string }
  | { b: "text"; text: Rich }
  | { b: "item"; no: string; text: Rich }
  /** What must stay on one page, as long as a page can hold it. */
  | { b: "keep"; blocks: readonly Block[] }
  | { b: "oath"; lines: readonly Rich[]; blanks: readonly string[]; stamp?: string }
  /** One picture, or two tall ones side by side. */
  | { b: "pictures"; pictures: readonly Picture[] }
  /** A chart, drawn as lines and text, with what it is and where its data stands below it. */
  | { b: "chart"; chart: Chart; caption: Rich };

type Measures = { width: number; height: number };

/** A page of an exhibit as it is shown, or the reason why it is not. */
export type Picture = { label: string; stamp: string; image: PageImage | null; caption: Rich; reason?: Rich };

/**
 * An image by its key; the bytes are fetched one at a time when pages are written. `alt` says what it is to one who
 * cannot see it; without it, the exhibit and the page.
 */
export type PageImage = { key: string; width: number; height: number; alt?: string };

export type OutlineEntry = { level: 1 | 2; no: string; title: string; anchor: string; page: number; y: number };

export type DocumentPlan = {
  blocks: readonly Block[];
  head: { left: string; leftRest: string; right: string };
  foot: string;
  /** A4 unless said otherwise. */
  size?: PageSize;
  /** A word behind the text of every page. */
  watermark?: string;
  /** Who puts initials at the foot of every page. */
  initials?: readonly string[];
  meta: { title: string; author: string; language: string; at: Date; id: Uint8Array; relation?: string };
};
