import type { Segment } from "../charts/marks";
import { type Atom, type PageNumbers, plainAtoms } from "./atoms";
import type { OutlineEntry } from "./blocks";
import { clipLines, clipText } from "./clip-lines";
import type { FontBook } from "./font-book";
import { type Line, widthOf, wrap } from "./lines";
import type { Rich } from "./rich-text";
import { type Facts, Part, type Tag } from "./structure";
import { baseline, type Paper, page, papers, type TextStyle } from "./style";

/** Which part of the document a drawing is: its tag and its number on the page. None: it only adorns the page. */
export type Mark = { tag: Tag; number: number };

export type Op = { mark?: Mark | "running" } & Shape;

export type Shape =
  | { t: "atoms"; atoms: readonly Atom[]; x: number; y: number }
  | { t: "rule"; x1: number; x2: number; y: number; width: number; gray?: number; dash?: boolean }
  | { t: "rect"; x: number; y: number; w: number; h: number; width?: number; fill?: number }
  /** Turned and grey, drawn under everything else; or only its outline, drawn over a picture. */
  | { t: "stamp"; atoms: readonly Atom[]; x: number; y: number; degrees: number; gray: number; outline?: boolean }
  | { t: "image"; key: string; x: number; y: number; w: number; h: number }
  /** A part of a chart: its outline is a line of this width and grey, dashed if `dash` says how. */
  | { t: "path"; segments: readonly Segment[]; fill?: number; line?: Stroke };

type Stroke = { width: number; gray: number; dash?: readonly [number, number] };

type Link = { to: string; text: string; part: Part | null; x: number; y: number; w: number; h: number };
/** One page: what is drawn, and the part of the document that each mark of it belongs to. */
export type Sheet = { ops: Op[]; links: Link[]; parts: Part[]; section: string };

/** The pen: where the next block goes, and what has been drawn. Points, from the top left corner. */
export class Flow {
  readonly sheets: Sheet[] = [];
  readonly outline: OutlineEntry[] = [];
  readonly places = new Map<string, { page: number; y: number }>();
  y: number = page.top;
  paragraph = 0;
  /** The list that goes on, while items follow one another. */
  list: Part | null = null;
  /** The document as one who listens to it gets it. */
  readonly root = new Part("Document");
  private open: Part[] = [];
  private mute: "running" | "adornment" | null = null;
  private level = 0;
  private section = "";
  private gap = 0;
  private fits = false;

  constructor(
    readonly book: FontBook,
    readonly pages: PageNumbers,
    readonly knownOutline: readonly OutlineEntry[],
    /** Only measures: finds the pages of things, and keeps nothing of what it draws. */
    private readonly dry = false,
    readonly paper: Paper = papers.A4,
  ) {}

  /** A flow that starts afresh, to measure something on its own. */
  trial(): Flow {
    return new Flow(this.book, this.pages, [], true, this.paper);
  }

  sheet(): Sheet {
    const last = this.sheets.at(-1);
    if (last) return last;
    return this.newPage();
  }

  newPage(): Sheet {
    const sheet: Sheet = { ops: [], links: [], parts: [], section: this.section };
    this.sheets.push(sheet);
    this.y = page.top;
    this.gap = 0;
    return sheet;
  }

  /** Names the running head of the following pages, and of this one if it is still empty. */
  setSection(short: string): void {
    this.section = short;
    const sheet = this.sheets.at(-1);
    if (sheet && (this.atTop() || !sheet.section)) sheet.section = short;
  }

  atTop(): boolean {
    return this.y <= page.top + 0.01;
  }

  room(): number {
    return this.paper.bottom - this.y;
  }

  /** Starts a new page when less than this height is left. */
  need(height: number): void {
    this.sheet();
    if (!this.fits && this.room() < height && !this.atTop()) this.newPage();
  }

  /** Draws what was measured and fits on this page: no block inside opens a page for what it would like to have below. */
  whole(draw: () => void): void {
    const before = this.fits;
    this.fits = true;
    draw();
    this.fits = before;
  }

  /** Space before a block; it and the space after the block before fall together, and none opens a page. */
  before(height = 0): void {
    if (!this.atTop()) this.y += Math.max(height, this.gap);
    this.gap = 0;
  }

  /** Space after a block, kept until the next one says how much it needs before it. */
  after(height: number): void {
    this.gap = height;
  }

  draw(op: Shape): void {
    const sheet = this.sheet();
    if (this.dry) return;
    const adorns = op.t === "rule" || op.t === "rect" || op.t === "stamp";
    if (this.mute === "running") sheet.ops.push({ ...op, mark: "running" });
    else if (adorns || this.mute) sheet.ops.push(op);
    else sheet.ops.push({ ...op, mark: this.markOn(sheet) });
  }

  /** What is drawn meanwhile belongs to a new part of the one that is open. */
  inside<T>(tag: Tag, draw: () => T, facts: Facts = {}): T {
    return this.within(this.part().add(tag, facts), draw);
  }

  /** What is drawn meanwhile belongs to this part, wherever it hangs. */
  within<T>(part: Part, draw: () => T): T {
    this.part();
    this.open.push(part);
    try {
      return draw();
    } finally {
      this.open.pop();
    }
  }

  /** What is drawn meanwhile only adorns the page: a stamp, a head that is repeated, a running head. */
  adorn<T>(draw: () => T, how: "running" | "adornment" = "adornment"): T {
    const before = this.mute;
    this.mute = before ?? how;
    try {
      return draw();
    } finally {
      this.mute = before;
    }
  }

  /** The innermost open part; the first section of a document opens automatically. */
  part(): Part {
    if (this.open.length === 0) this.open = [this.root.add("Sect")];
    return this.open.at(-1) ?? this.root;
  }

  /** Starts a section of the document; the one before ends. */
  openSect(): void {
    this.open = [this.root.add("Sect")];
  }

  /** A heading, never more than one level under the one before. */
  heading<T>(level: 1 | 2 | 3, draw: () => T): T {
    this.level = Math.min(level, this.level + 1);
    return this.inside(`H${this.level}` as Tag, draw);
  }

  private markOn(sheet: Sheet): Mark {
    const part = this.part();
    const before = sheet.ops.at(-1)?.mark;
    if (typeof before === "object" && sheet.parts.at(-1) === part) return before;
    const number = sheet.parts.push(part) - 1;
    part.kids.push({ page: this.sheets.length - 1, mark: number });
    return { tag: part.tag, number };
  }

  wrap(rich: Rich, style: TextStyle, width: number): readonly Line[] {
    return wrap(rich, style, width, this.book, this.pages);
  }

  /** Draws lines with the top of the first at y. Returns the y under the last. */
  lines(lines: readonly Line[], style: TextStyle, x: number, top: number): number {
    this.sheet();
    lines.forEach((line, i) => {
      this.atomsAt(line.atoms, x, top + i * style.lead + baseline(style), style);
    });
    return top + lines.length * style.lead;
  }

  /** Draws lines over as many pages as they need, and moves on. Never leaves one line alone at a foot or a head. */
  flowLines(lines: readonly Line[], style: TextStyle, x: number): void {
    let rest = lines;
    this.need(Math.min(rest.length, 2) * style.lead);
    while (rest.length > 0) {
      const fits = Math.floor((this.room() + 0.01) / style.lead);
      const take = fits >= rest.length ? rest.length : Math.max(1, Math.min(fits, rest.length - 2));
      this.y = this.lines(rest.slice(0, take), style, x, this.y);
      rest = rest.slice(take);
      if (rest.length > 0) this.newPage();
    }
  }

  /** Lines of at most this number; where something is left out, the last one says so. */
  clip(rich: Rich, style: TextStyle, width: number, most: number): readonly Line[] {
    return clipLines(this.wrap(rich, style, width), most, { style, width, book: this.book });
  }

  /**
   * Draws one line of plain text on a baseline, and gives its width. `anchor` says which end x is; what is wider than
   * `most` is cut off, and a mark says so.
   */
  label(
    text: string,
    style: TextStyle,
    x: number,
    base: number,
    { anchor = "start", most = page.right - page.left }: { anchor?: "start" | "middle" | "end"; most?: number } = {},
  ): number {
    const atoms = plainAtoms(clipText(text, style, most, this.book), style, this.book);
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

  /** A link over what is drawn into the part that is open. */
  link(to: string, text: string, place: { x: number; y: number; w: number; h: number }): void {
    if (this.dry) return;
    const { links } = this.sheet();
    const part = this.mute ? null : this.part();
    part?.kids.push({ page: this.sheets.length - 1, link: links.length });
    links.push({ to, text, part, ...place });
  }

  private atomsAt(atoms: readonly Atom[], x: number, y: number, style: TextStyle): void {
    if (this.dry) return;
    let at = x;
    for (const group of byLink(atoms)) {
      const to = linkOf(group[0]);
      const width = widthOf(group);
      const from = at;
      at += width;
      if (to === undefined) {
        this.draw({ t: "atoms", atoms: group, x: from, y });
        continue;
      }
      this.inside("Link", () => {
        this.draw({ t: "atoms", atoms: group, x: from, y });
        this.link(to, textOf(group), { x: from, y: y - style.size, w: width, h: style.size * 1.2 });
      });
    }
  }
}

function linkOf(atom: Atom | undefined): string | undefined {
  return atom && "link" in atom ? atom.link : undefined;
}

function byLink(atoms: readonly Atom[]): readonly (readonly Atom[])[] {
  if (!atoms.some(linkOf)) return atoms.length > 0 ? [atoms] : [];
  const groups: Atom[][] = [];
  for (const atom of atoms) {
    const last = groups.at(-1);
    if (last && linkOf(last[0]) === linkOf(atom)) last.push(atom);
    else groups.push([atom]);
  }
  return groups;
}

function textOf(atoms: readonly Atom[]): string {
  return atoms.map((atom) => ("run" in atom && atom.run ? atom.run.text : "")).join("");
}
