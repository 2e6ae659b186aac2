/** One part of a drafted paper, the same for every file format. Numbered parts are counted through the whole paper. */
export type PaperPart =
  | { p: "heading"; text: string }
  | { p: "text"; text: string }
  | { p: "numbered"; text: string }
  | { p: "fields"; rows: { label: string; value: string }[] }
  | { p: "table"; caption: string; head: string[]; rows: string[][] /** Relative widths. */; widths?: number[] }
  | { p: "oath"; heading: string; lines: string[]; blanks: string[]; stamp?: string }
  | { p: "signature"; who: string; blanks: string[] }
  | { p: "notice"; text: string }
  /** What follows is on a separate sheet, under this head. */
  | { p: "sheet"; title: string; note: string };

/** A document as it leaves the organisation: text and order, no measurements. */
export type Paper = {
  title: string;
  addressee: string[];
  parts: PaperPart[];
  /** At the top of every page. */
  head: { left: string; right: string };
  /** At the foot of every page, before "page x of y". */
  foot: string;
  /** A word behind the text of every page, such as DRAFT. */
  watermark: string | null;
  /** Who initials the foot of every page; empty for nobody. */
  initials: string[];
  /** The sheet that the receiver prints on; A4 when left out. */
  size?: "A4" | "Letter";
  /** `id`: 16 bytes that stay the same for the same words. */
  meta: { author: string; at: Date; id: Uint8Array };
};
