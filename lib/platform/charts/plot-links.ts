import { max, sum } from "d3-array";
import { linkHorizontal } from "d3-shape";
import { drawLegend, type Key } from "./draw-legend";
import { collectSegments } from "./draw-shape";
import type { Chart, Look, Room } from "./marks";
import { Pen } from "./pen";

type LinkLook = { label: string; look: Extract<Look, "solid" | "dashed" | "dotted"> };

/** A box of the picture: its name, and lines under it. `link`: index of its look, null while nothing links it. */
export type LinkedBox = { name: string; lines: readonly string[]; link: number | null };

export type LinksInput = {
  title: string;
  about: string;
  looks: readonly LinkLook[];
  /** One in the middle for each, with what is linked to it at the left and at the right. */
  groups: readonly { name: string; left: readonly LinkedBox[]; right: readonly LinkedBox[] }[];
  more: (boxes: number) => string;
};

/** More boxes than this at one side are counted in the last one. */
const mostBoxes = 10;

/** Boxes at both sides of one in the middle, joined by lines that say how sure the link is. Always in the same order. */
export function plotLinks(input: LinksInput, room: Room): Chart {
  const pen = new Pen(room);
  const pad = room.text * 0.45;
  const sideWidth = room.width * 0.36;
  const middleWidth = room.width * 0.16;
  const gap = room.text * 0.6;
  let y = room.text * 0.3;
  for (const group of input.groups) {
    const sides = { left: fold(group.left, input.more), right: fold(group.right, input.more) };
    const middle = pen.wrap(group.name, middleWidth - pad * 2);
    const middleHigh = middle.length * pen.lead + pad * 2;
    const highs = { left: heightOf(pen, sides.left, pad, gap), right: heightOf(pen, sides.right, pad, gap) };
    const high = max([highs.left, highs.right, middleHigh]) ?? middleHigh;
    const centre = y + high / 2;
    const middleLeft = (room.width - middleWidth) / 2;
    const ends = { left: middleLeft, right: middleLeft + middleWidth };
    for (const side of ["left", "right"] as const) {
      const x = side === "left" ? 0 : room.width - sideWidth;
      let at = centre - highs[side] / 2;
      for (const linked of sides[side]) {
        const own = boxHeight(pen, linked, pad);
        const look = linked.link === null ? undefined : input.looks[linked.link]?.look;
        const edge = side === "left" ? sideWidth : room.width - sideWidth;
        if (look) drawLink(pen, [edge, at + own / 2], [ends[side], centre], look);
        pen.rect(x, at, sideWidth, own, "paper");
        drawWords(pen, [linked.name, ...linked.lines], { x: x + pad, y: at + pad, most: sideWidth - pad * 2 });
        at += own + gap;
      }
    }
    pen.rect(middleLeft, centre - middleHigh / 2, middleWidth, middleHigh, "light");
    middle.forEach((line, i) => {
      const base = centre - middleHigh / 2 + pad + (i + 0.75) * pen.lead;
      pen.label(line, room.width / 2, base, { anchor: "middle", look: "strong", most: middleWidth - pad });
    });
    y += high + gap * 2;
  }
  const height = drawLegend(pen, keysOf(input), y - gap);
  return { title: input.title, about: input.about, width: room.width, height, text: room.text, marks: pen.marks };
}

function fold(boxes: readonly LinkedBox[], more: LinksInput["more"]): readonly LinkedBox[] {
  if (boxes.length <= mostBoxes) return boxes;
  const rest = boxes.length - mostBoxes + 1;
  return [...boxes.slice(0, mostBoxes - 1), { name: more(rest), lines: [], link: null }];
}

const boxHeight = (pen: Pen, linked: LinkedBox, pad: number): number => (1 + linked.lines.length) * pen.lead + pad * 2;

const heightOf = (pen: Pen, boxes: readonly LinkedBox[], pad: number, gap: number): number =>
  sum(boxes, (linked) => boxHeight(pen, linked, pad)) + Math.max(0, boxes.length - 1) * gap;

function drawWords(pen: Pen, lines: readonly string[], at: { x: number; y: number; most: number }): void {
  lines.forEach((line, i) => {
    const look = i === 0 ? "strong" : "plain";
    pen.label(line, at.x, at.y + (i + 0.75) * pen.lead, { look, most: at.most });
  });
}

function drawLink(pen: Pen, source: [number, number], target: [number, number], look: Look): void {
  const { segments, context } = collectSegments(0, 0);
  linkHorizontal().context(context)({ source, target });
  pen.path(segments, "none", look);
}

function keysOf({ looks, groups }: LinksInput): Key[] {
  const used = new Set(groups.flatMap(({ left, right }) => [...left, ...right].map(({ link }) => link)));
  return looks
    .filter((_, i) => used.has(i))
    .map(({ label, look }) => ({
      label,
      draw: (pen, x, y) => pen.line(x - pen.room.text * 0.7, y, x + pen.room.text * 0.7, y, look),
    }));
}
