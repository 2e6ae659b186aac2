/** What a part of the document is, in the words of the format. */
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
  /** What a picture shows, for one who cannot see it. */
  alt?: string;
  /** What a head cell is the head of, and how many columns a cell spans. */
  scope?: "Row" | "Column";
  columns?: number;
  /** Where a picture stands on its page, in points from the lower left corner. */
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
