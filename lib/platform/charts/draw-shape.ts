import { type SymbolType, symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from "d3-shape";
import type { Segment } from "./marks";

const shapes = ["circle", "diamond", "square", "triangle"] as const;
export type Shape = (typeof shapes)[number];

const types: Record<Shape, SymbolType> = {
  circle: symbolCircle,
  diamond: symbolDiamond,
  square: symbolSquare,
  triangle: symbolTriangle,
};

/** A shape around a point, as large in area as a circle of this radius. */
export function drawShape(shape: Shape, x: number, y: number, radius: number): Segment[] {
  const { segments, context } = collectSegments(x, y);
  symbol(types[shape], Math.PI * radius * radius).context(context)();
  return segments;
}

/** What d3-shape draws on: it keeps the strokes as segments, moved by (x, y). */
export function collectSegments(x: number, y: number) {
  const segments: Segment[] = [];
  const context = {
    moveTo: (px: number, py: number) => segments.push(["M", x + px, y + py]),
    lineTo: (px: number, py: number) => segments.push(["L", x + px, y + py]),
    rect: (px: number, py: number, w: number, h: number) =>
      segments.push(
        ["M", x + px, y + py],
        ["L", x + px + w, y + py],
        ["L", x + px + w, y + py + h],
        ["L", x + px, y + py + h],
        ["Z"],
      ),
    bezierCurveTo: (ax: number, ay: number, bx: number, by: number, px: number, py: number) =>
      segments.push(["C", x + ax, y + ay, x + bx, y + by, x + px, y + py]),
    // d3-shape asks for whole circles only.
    arc: (cx: number, cy: number, radius: number) => segments.push(...circle(x + cx, y + cy, radius)),
    closePath: () => segments.push(["Z"]),
  };
  return { segments, context: context as unknown as CanvasRenderingContext2D };
}

/** How far the handles of four curves are from its corners so that they make a circle. */
const bow = 0.5523;

function circle(x: number, y: number, r: number): Segment[] {
  const b = r * bow;
  return [
    ["C", x + r, y + b, x + b, y + r, x, y + r],
    ["C", x - b, y + r, x - r, y + b, x - r, y],
    ["C", x - r, y - b, x - b, y - r, x, y - r],
    ["C", x + b, y - r, x + r, y - b, x + r, y],
  ];
}
