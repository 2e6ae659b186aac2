import type { Pen } from "./pen";

/** One line of a legend: how it is drawn around a point, and what it means. */
export type Key = { label: string; draw: (pen: Pen, x: number, y: number) => void };

/** The keys side by side, in as many lines as they need. Returns the lower end. */
export function drawLegend(pen: Pen, keys: readonly Key[], top: number): number {
  const sign = pen.room.text * 1.8;
  const gap = pen.room.text * 1.2;
  let x = 0;
  let y = top + pen.lead / 2;
  for (const { label, draw } of keys) {
    const wide = Math.min(sign + pen.widthOf(label), pen.room.width);
    if (x > 0 && x + wide > pen.room.width) {
      x = 0;
      y += pen.lead;
    }
    draw(pen, x + pen.room.text * 0.7, y);
    pen.label(label, x + sign, y + pen.room.text * 0.35, { most: pen.room.width - x - sign });
    x += wide + gap;
  }
  return y + pen.lead / 2;
}
