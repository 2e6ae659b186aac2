import { max, sum } from "d3-array";
import { drawLegend, type Key } from "./draw-legend";
import type { Chart, Fill, Room } from "./marks";
import { Pen } from "./pen";

export type BarsInput = {
  title: string;
  about: string;
  /** The parts of each bar from zero; with one part there is no legend. */
  parts: readonly { label: string; fill: Fill }[];
  rows: readonly { name: string; values: readonly number[] }[];
  /** What stands after a bar: its sum, unless said otherwise. */
  valueText?: (values: readonly number[]) => string;
  more: (rows: number) => string;
};

const mostRows = 16;

/** Bars from zero, each under its name so that long names fit a phone, with its number after it. */
export function plotBars(input: BarsInput, room: Room): Chart {
  const pen = new Pen(room);
  const shown = input.rows.length > mostRows ? input.rows.slice(0, mostRows - 1) : input.rows;
  const textOf = input.valueText ?? ((values: readonly number[]) => String(sum(values)));
  const longest = max(shown, (row) => pen.widthOf(textOf(row.values), "strong")) ?? 0;
  const widest = room.width - longest - room.text * 1.5;
  const most = Math.max(max(shown, (row) => sum(row.values)) ?? 0, 1);
  const high = room.text * 1.3;
  let y = 0;
  for (const { name, values } of shown) {
    pen.label(name, 0, y + pen.lead * 0.75);
    y += pen.lead + room.text * 0.1;
    let x = room.text * 0.2;
    pen.line(x, y - room.text * 0.2, x, y + high + room.text * 0.2, "axis");
    values.forEach((value, i) => {
      const wide = (value / most) * widest;
      pen.rect(x, y, wide, high, input.parts[i]?.fill ?? "strong");
      x += wide;
    });
    pen.label(textOf(values), x + room.text * 0.5, y + high * 0.75, { look: "strong" });
    y += high + room.text * 0.7;
  }
  if (input.rows.length > shown.length) {
    pen.label(input.more(input.rows.length - shown.length), 0, y + pen.lead * 0.75);
    y += pen.lead;
  }
  const height = input.parts.length > 1 ? drawLegend(pen, keysOf(input), y + room.text * 0.3) : y;
  return { title: input.title, about: input.about, width: room.width, height, text: room.text, marks: pen.marks };
}

function keysOf({ parts }: BarsInput): Key[] {
  return parts.map(({ label, fill }) => ({
    label,
    draw: (pen, x, y) =>
      pen.rect(x - pen.room.text * 0.7, y - pen.room.text * 0.4, pen.room.text * 1.4, pen.room.text * 0.8, fill),
  }));
}
