import { type Atom, type PageNumbers, plainAtoms } from "./atoms";
import type { OutlineEntry } from "./blocks";
import type { FontBook } from "./font-book";
import { type Line, widthOf, wrap } from "./lines";
import type { Rich } from "./rich-text";
import { baseline, page, type TextStyle } from "./style";

export type Op =
  | { t: "atoms"; atoms: readonly Atom[]; x: number; y: number }
  | { t: "rule"; x1: number; x2: number; y: number; width: number; gray?: number; dash?: boolean }
  | { t: "rect"; x: number; y: number; w: number; h: number; width?: number; fill?: number }
  /** Turned and grey, drawn under everything else. */
  | { t: "stamp"; atoms: readonly Atom[]; x: number; y: number; degrees: number; gray: number }
  | { t: "image"; key: string; x: number; y: number; w: number; h: number };

export type Link = { to: string; x: number; y: number; w: number; h: number };
export type Sheet = { ops: Op[]; links: Link[]; section: string };

/** The pen: where the next block goes, and what has been drawn. Points, from the top left corner. */
export class Flow {
  readonly sheets: Sheet[] = [];
  readonly outline: OutlineEntry[] = [];
  readonly places = new Map<string, { page: number; y: number }>();
  y: number = page.top;
  paragraph = 0;
  private section = "";
  private gap = 0;

  constructor(
    readonly book: FontBook,
    readonly pages: PageNumbers,
    readonly knownOutline: readonly OutlineEntry[],
  ) {}

  sheet(): Sheet {
    const last = this.sheets.at(-1);
    if (last) return last;
    return this.newPage();
  }

  newPage(): Sheet {
    const sheet: Sheet = { ops: [], links: [], section: this.section };
    this.sheets.push(sheet);
    this.y = page.top;
    this.gap = 0;
    return sheet;
  }

  /** Names the running head of this page and of those that follow. */
  setSection(short: string): void {
    this.section = short;
    if (this.sheets.length > 0) this.sheet().section = short;
  }

  atTop(): boolean {
    return this.y <= page.top + 0.01;
  }

  room(): number {
    return page.bottom - this.y;
  }

  /** Starts a new page when less than this height is left. */
  need(height: number): void {
    this.sheet();
    if (this.room() < height && !this.atTop()) this.newPage();
  }

  /** Space before a block; it and the space after the block before fall together, and none opens a page. */
  before(height = 0): void {
    if (!this.atTop()) this.y += Math.max(height, this.gap);
    this.gap = 0;
  }

  /** Space after a block, kept until the next one says how much it wants before it. */
  after(height: number): void {
    this.gap = height;
  }

  draw(op: Op): void {
    this.sheet().ops.push(op);
  }

  wrap(rich: Rich, style: TextStyle, width: number): Line[] {
    return wrap(rich, style, width, this.book, this.pages);
  }

  /** Draws lines with the top of the first at y. Returns the y under the last. */
  lines(lines: readonly Line[], style: TextStyle, x: number, top: number): number {
    lines.forEach((line, i) => {
      this.atomsAt(line.atoms, x, top + i * style.lead + baseline(style), style);
    });
    return top + lines.length * style.lead;
  }

  /** Draws one line of plain text on a baseline. `anchor` says which end x is. */
  label(text: string, style: TextStyle, x: number, base: number, anchor: "start" | "middle" | "end" = "start"): number {
    const atoms = plainAtoms(text, style, this.book);
    const width = widthOf(atoms);
    const from = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
    this.draw({ t: "atoms", atoms, x: from, y: base });
    return width;
  }

  place(anchor: string, at: number = this.y): void {
    if (this.places.has(anchor)) throw new Error(`two places have one name: ${anchor}`);
    this.sheet();
    this.places.set(anchor, { page: this.sheets.length, y: at });
  }

  enter(entry: Omit<OutlineEntry, "page" | "y">): void {
    this.place(entry.anchor);
    this.outline.push({ ...entry, page: this.sheets.length, y: this.y });
  }

  link(to: string, x: number, y: number, w: number, h: number): void {
    this.sheet().links.push({ to, x, y, w, h });
  }

  private atomsAt(atoms: readonly Atom[], x: number, y: number, style: TextStyle): void {
    if (atoms.length === 0) return;
    this.draw({ t: "atoms", atoms, x, y });
    let at = x;
    for (const atom of atoms) {
      if ("link" in atom && atom.link) this.link(atom.link, at, y - style.size, atom.width, style.size * 1.2);
      at += atom.width;
    }
  }
}
