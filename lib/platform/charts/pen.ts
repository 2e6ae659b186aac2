import type { Fill, Look, Mark, Room, Segment } from "./marks";

/** Between two lines of a hatching, in sizes of the letters. */
const hatchStep = 0.55;

type Rect = { x: number; y: number; w: number; h: number };

/** Collects the marks of a chart. */
export class Pen {
  readonly marks: Mark[] = [];

  constructor(readonly room: Room) {}

  /** The height of one line of text. */
  get lead(): number {
    return this.room.text * 1.4;
  }

  line(x1: number, y1: number, x2: number, y2: number, look: Look): void {
    this.path(
      [
        ["M", x1, y1],
        ["L", x2, y2],
      ],
      "none",
      look,
    );
  }

  path(segments: readonly Segment[], fill: Exclude<Fill, "hatch">, look: Look | null): void {
    // The lines of a grid lie below everything, so they are one mark: a page with a chart stays small.
    const at = look === "grid" ? this.marks.findIndex((mark) => mark.m === "path" && mark.look === "grid") : -1;
    const grid = this.marks[at];
    if (grid?.m === "path") this.marks[at] = { ...grid, segments: [...grid.segments, ...segments] };
    else this.marks.push({ m: "path", segments, fill, look });
  }

  /** A rectangle, filled and with its outline. */
  rect(x: number, y: number, w: number, h: number, fill: Fill): void {
    this.rects([{ x, y, w, h }], fill);
  }

  /** Rectangles that are filled alike, as one mark: hundreds of them stay small on a page. */
  rects(all: readonly Rect[], fill: Fill): void {
    const drawn = all.filter(({ w, h }) => w > 0 && h > 0);
    if (drawn.length === 0) return;
    const boxes = drawn.flatMap(({ x, y, w, h }) => box(x, y, w, h));
    this.path(boxes, fill === "hatch" ? "paper" : fill, "outline");
    if (fill !== "hatch") return;
    const step = this.room.text * hatchStep;
    this.path(
      drawn.flatMap(({ x, y, w, h }) => hatchLines(x, y, w, h, step)),
      "none",
      "hatch",
    );
  }

  /** One line of text on a baseline, cut where it would be wider than `most`. */
  label(
    text: string,
    x: number,
    y: number,
    {
      anchor = "start",
      look = "plain",
      most = this.room.width,
    }: { anchor?: "start" | "middle" | "end"; look?: "plain" | "strong"; most?: number } = {},
  ): void {
    this.marks.push({
      m: "text",
      x,
      y,
      text: clipped(text, most, look === "strong" ? this.room.text * bolder : this.room.text),
      anchor,
      look,
    });
  }

  widthOf(text: string, look: "plain" | "strong" = "plain"): number {
    return widthOf(text, look === "strong" ? this.room.text * bolder : this.room.text);
  }

  /** The lines into which a text falls at this width. */
  wrap(text: string, most: number): string[] {
    const lines: string[] = [];
    for (const word of text.split(" ")) {
      const last = lines.at(-1);
      if (last !== undefined && this.widthOf(`${last} ${word}`) <= most) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return lines;
  }
}

function box(x: number, y: number, w: number, h: number): Segment[] {
  return [["M", x, y], ["L", x + w, y], ["L", x + w, y + h], ["L", x, y + h], ["Z"]];
}

/** Slanted lines inside a rectangle, at the same distance from each other wherever the rectangle is. */
function hatchLines(x: number, y: number, w: number, h: number, step: number): Segment[] {
  const lines: Segment[] = [];
  for (let at = step; at < w + h; at += step) {
    lines.push(
      ["M", x + Math.max(0, at - h), y + Math.min(at, h)],
      ["L", x + Math.min(at, w), y + Math.max(0, at - w)],
    );
  }
  return lines;
}

/** Letters as wide as these, in sizes of the letter; every other one is of the middle width. Never less than in print. */
const narrow = /[ .,:;'|!()[\]ijltfrI-]/;
const wide = /[mwMW@%–—]/;

/** Strong letters are wider. */
const bolder = 1.08;

/** How wide a text is at most: without a font, so that a chart needs none. */
function widthOf(text: string, size: number): number {
  let sum = 0;
  for (const letter of text)
    sum += narrow.test(letter) ? 0.4 : wide.test(letter) ? 0.92 : /[A-Z]/.test(letter) ? 0.7 : 0.6;
  return sum * size;
}

function clipped(text: string, most: number, size: number): string {
  if (widthOf(text, size) <= most) return text;
  const letters = [...text];
  while (letters.length > 1 && widthOf(`${letters.join("")}…`, size) > most) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}
