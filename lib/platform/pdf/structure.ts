/** The role of a part of the document, in the format's terms. */
export type Tag =
  | "Document"
  | "Sect"
  | "Div"
  | "H1"
  | "H2"
  | "H3"
  | "P"
  | "Span"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "Table"
  | "TR"
  | "TH"
  | "TD"
  | "TOC"
  | "TOCI"
  | "Link"
  | "Figure";

export type Facts = {
  /** A picture's description, for readers who cannot see it. */
  alt?: string;
  /** What a header cell applies to, and how many columns a cell spans. */
  scope?: "Row" | "Column";
  columns?: number;
  /** The position of a picture on its page, in points from the lower left corner. */
  box?: readonly [number, number, number, number];
};

/** A stretch of a page's content, by its number on that page, or the link of that number. Pages count from 0. */
export type Content = { page: number; mark: number } | { page: number; link: number };

/** One part of the document and what it holds, in reading order. */
export class Part {
  readonly kids: (Part | Content)[] = [];

  constructor(
    readonly tag: Tag,
    readonly facts: Facts = {},
  ) {}

  add(tag: Tag, facts: Facts = {}): Part {
    const part = new Part(tag, facts);
    this.kids.push(part);
    return part;
  }
}
